import { expect, test } from "vitest";
import { Differs } from "./check.ts";
import { createWorld, type World } from "./world.ts";

/** A world whose Graph answers every call with this page, and the calls that have left it. */
function worldOf(page: object): { readonly world: World; readonly sent: readonly Request[] } {
  const sent: Request[] = [];
  const world = createWorld({
    graph: "https://graph.example/v1.0",
    siteHost: "kommune.sharepoint.example",
    sitePath: "/sites/aaben",
    tokens: { owner: "hemmeligt" },
    fetch: (request) => {
      sent.push(request);
      return Promise.resolve(Response.json(page));
    },
    wait: () => Promise.resolve(),
    run: "prøve",
  });
  return { world, sent };
}

test.each([
  "https://fremmed.example/v1.0/sites/root/lists?$skiptoken=x",
  "http://graph.example/v1.0/sites/root/lists?$skiptoken=x",
  "https://graph.example:8443/v1.0/sites/root/lists?$skiptoken=x",
  "HTTPS://fremmed.example/v1.0",
])("no token goes to %s, whatever a page says", async (nextLink) => {
  const { world, sent } = worldOf({ value: [], "@odata.nextLink": nextLink });
  const page = await world.call("GET", "/sites/root/lists");
  await expect(world.call("GET", page.text("@odata.nextLink"))).rejects.toThrow(Differs);
  expect(sent.map(({ url }) => url)).toEqual(["https://graph.example/v1.0/sites/root/lists"]);
});

test("a link of Graph's own is followed with the token, another machine's only without one", async () => {
  const { world, sent } = worldOf({ value: [] });
  await world.call("GET", "https://graph.example/v1.0/sites/root/lists?$skiptoken=x");
  await world.call("PUT", "https://filer.example/upload", new Uint8Array(1), { as: "nobody" });
  expect(sent.map(({ url, headers }) => [new URL(url).hostname, headers.get("authorization")])).toEqual([
    ["graph.example", "Bearer hemmeligt"],
    ["filer.example", null],
  ]);
});
