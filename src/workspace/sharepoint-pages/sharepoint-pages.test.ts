import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { anna, bo, testScriptId, testSeed } from "../test-seed.ts";
import { createSharePointPages } from "./sharepoint-pages.ts";

const origin = "http://localhost:4284";
const seed = testSeed();
const pages = createSharePointPages({
  seed: {
    ...seed,
    applications: seed.applications.map((each) => ({ ...each, publicClient: each.id === testScriptId })),
  },
  origin,
  graphOrigin: "http://localhost:4282",
  identityOrigin: "http://localhost:4283",
  hostOrigin: "http://localhost:4280",
  rest: async (request) => new Response(`rest ${new URL(request.url).pathname}`),
  now: () => new Date("2026-03-02T09:00:00Z"),
  assetsFolder: "/nowhere",
});
const get = (path: string): Promise<Response> => pages.fetch(new Request(origin + path));

const configSchema = z.looseObject({
  persona: z.looseObject({ id: z.string() }),
  site: z.optional(z.looseObject({ owners: z.array(z.string()), applications: z.array(z.string()) })),
});
async function configAt(path: string): Promise<z.infer<typeof configSchema>> {
  const html = await (await get(path)).text();
  return configSchema.parse(JSON.parse(/id="page-config">(.*?)<\/script>/u.exec(html)?.[1] ?? ""));
}

describe("createSharePointPages", () => {
  it("lets its own script run, and only the host frame it", async () => {
    const policy = (await get("/sites/aaben")).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors http://localhost:4280 http://127.0.0.1:4280");
    expect(policy).toContain("connect-src 'self' http://localhost:4282 http://localhost:4283");
    expect(policy).not.toContain("unsafe");
  });

  it("names on the start page only the sites its reader can open", async () => {
    expect((await configAt("/?persona=anna"))["sites"]).toEqual([{ path: "/sites/aaben", name: "Åben" }]);
    expect((await configAt("/?persona=bo"))["sites"]).toEqual([]);
  });

  it("tells the page what it needs: addresses, business time, and whom to ask for access", async () => {
    expect(await configAt("/sites/aaben/Lists/Runder")).toMatchObject({
      siteHost: "localhost",
      scriptClientId: testScriptId,
      timeZone: "Europe/Copenhagen",
      now: "2026-03-02T09:00:00.000Z",
      site: { path: "/sites/aaben", owners: ["Anna Ager, Konsulent"], applications: ["Prøveapp"] },
    });
  });

  it("signs in the persona of the hint, else the first featured one", async () => {
    expect((await configAt("/sites/aaben?persona=bo")).persona.id).toBe(bo.id);
    expect((await configAt(`/sites/aaben?persona=${bo.id}`)).persona.id).toBe(bo.id);
    expect((await configAt("/sites/aaben?persona=nobody")).persona.id).toBe(anna.id);
  });

  it("hands everything under _api to the REST interface", async () => {
    expect(await (await get("/sites/aaben/_api/web/lists")).text()).toBe("rest /sites/aaben/_api/web/lists");
    expect(await (await get("/_api/web")).text()).toBe("rest /_api/web");
  });

  it("answers 404 with a page outside every site, and for a script that is not built", async () => {
    expect((await get("/sites/aabent")).status).toBe(404);
    expect((await configAt("/sites/aabent")).site).toBeUndefined();
    expect((await get("/assets/sharepoint.js")).status).toBe(404);
    expect((await get("/assets/..%2Fsecret.js")).status).toBe(404);
    expect((await get("/")).status).toBe(200);
  });
});
