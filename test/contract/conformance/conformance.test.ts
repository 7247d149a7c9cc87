import { afterAll, describe, expect, test } from "vitest";
import {
  clients,
  openBench,
  origin,
  serviceToken,
  strangerToken,
  tokenOf,
} from "#workspace/graph-server/graph-server.test-support.ts";
import { allChecks } from "./all-checks.ts";
import { createWorld, type WorldOptions } from "./world.ts";

const withApp = "00000000-0000-4000-8000-000000000002";
const withoutApp = "00000000-0000-4000-8000-000000000003";

const bench = openBench({
  teamsApps: () => [
    {
      id: "00000000-0000-4000-8000-0000000000b1",
      name: "Prøveapp",
      clientId: clients.app,
      activityTypes: [{ type: "asked", templateText: "{actor} beder dig se på {title}" }],
      isInstalledFor: (userId) => userId !== withoutApp,
    },
  ],
  photoOf: (userId) =>
    userId === withApp ? { type: "image/png", bytes: new Uint8Array([137, 80, 78, 71]) } : undefined,
});
/** As somebody who only has the tokens. */
const fromOutside: WorldOptions = {
  graph: `${origin}/v1.0`,
  siteHost: "kommune.sharepoint.example",
  sitePath: "/sites/aaben",
  tokens: {
    owner: tokenOf("ejer", ["Sites.FullControl.All", "User.ReadBasic.All", "TeamsActivity.Send"]),
    member: tokenOf("medlem"),
    visitor: tokenOf("gaest"),
    stranger: tokenOf("udenfor"),
    narrow: tokenOf("ejer", ["openid"]),
    expired: "expired",
    application: serviceToken,
    ungranted: strangerToken,
  },
  fetch: bench.server.fetch,
  wait: () => Promise.reject(new Error("Nothing is throttled here.")),
  run: "prøve",
  large: true,
  notify: {
    recipient: withApp,
    activityType: "asked",
    templateParameters: [{ name: "title", value: "Ny pumpe" }],
    webUrl: "https://teams.microsoft.com/l/entity/x",
    without: withoutApp,
  },
};
const world = createWorld({
  ...fromOutside,
  hands: { expireDeltaTokens: bench.server.expireDeltaTokens, passUploadExpiry: () => bench.advance(901_000) },
});
afterAll(async () => {
  expect(await world.clean()).toBe(0);
  bench.server.close();
});

test.for(allChecks)("$title", ({ run }) => run(world));

test("every line of the checklist that can be seen from outside is in the table", () => {
  const lines = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const wanted = [
    ...lines(1, 54),
    ...lines(58, 80),
    ...lines(82, 86),
    ...lines(88, 91),
    ...lines(99, 104),
    ...lines(108, 109),
  ].map((line) => `G-${String(line).padStart(2, "0")}`);
  const present = new Set(allChecks.map(({ title }) => title.split(" ")[0]));
  expect(wanted.filter((id) => !present.has(id))).toEqual([]);
});

describe("a Graph that does nothing", () => {
  const tokens = { owner: "x", member: "x", visitor: "x", stranger: "x", narrow: "x", expired: "x", application: "x" };
  const passed = async (answer: (request: Request) => Response): Promise<readonly string[]> => {
    const contented = new Set<string>();
    // As we run it ourselves, and as `npm run conform` does.
    for (const options of [world.options, fromOutside]) {
      const nowhere = createWorld({
        ...options,
        tokens: { ...tokens, ungranted: "x" },
        fetch: (request) => Promise.resolve(answer(request)),
      });
      const ends = await Promise.allSettled(allChecks.map(({ run }) => run(nowhere)));
      for (const [index, { title }] of allChecks.entries()) {
        if (ends[index]?.status === "fulfilled") contented.add(title);
      }
    }
    return [...contented];
  };
  const headers = { "Content-Type": "application/json" };
  const json = (status: number, body: object) => new Response(JSON.stringify(body), { status, headers });
  const refusals = [
    [400, "invalidRequest"],
    [400, "BadRequest"],
    [401, "InvalidAuthenticationToken"],
    [403, "accessDenied"],
    [404, "itemNotFound"],
    [409, "nameAlreadyExists"],
    [410, "resyncRequired"],
    [500, "generalException"],
  ] as const;

  test("no check is content with a Graph that says yes to everything", async () => {
    const usual: Readonly<Record<string, number>> = { GET: 200, POST: 201, PATCH: 200, DELETE: 204, OPTIONS: 204 };
    const thing = {
      id: "1",
      eTag: '"x,1"',
      fields: {},
      value: [],
      "@odata.deltaLink": "/delta?token=1",
      uploadUrl: "/u",
    };
    const yes = (request: Request) => {
      const status = usual[request.method] ?? 202;
      return status === 204 ? new Response(null, { status }) : json(status, thing);
    };
    expect(await passed(yes)).toEqual([]);
  });

  test.each([
    ["everything", []],
    ["everything but lists", ["/lists"]],
    ["everything but lists and items", ["/lists", "/items"]],
    ["everything but lists, items and columns", ["/lists", "/items", "/columns"]],
  ])("no check is content with a Graph that refuses %s", async (_, made) => {
    const eTag = '"11111111-1111-4111-8111-111111111111,1"';
    for (const [status, code] of refusals) {
      let id = 0;
      const answer = (request: Request) => {
        const { pathname } = new URL(request.url);
        if (request.method !== "POST" || !made.some((end) => pathname.endsWith(end)))
          return json(status, { error: { code, message: "No." } });
        id += 1;
        return json(201, { id: String(id), eTag, "@odata.etag": eTag, fields: {} });
      };
      expect([status, await passed(answer)]).toEqual([status, []]);
    }
  });
});
