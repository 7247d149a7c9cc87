import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, openBench, origin, serviceToken, textLike, tokenOf } from "./graph-server.test-support.ts";

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});
afterEach(() => bench.server.close());

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe("transport", () => {
  it("dates its refusals by the machine's clock", async () => {
    const answer = await bench.call("GET", `${bench.site}/lists/Intet`);
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({
      error: {
        code: "itemNotFound",
        message: "The specified list was not found.",
        innerError: {
          date: "2026-01-05T10:00:00",
          "request-id": textLike(guid),
          "client-request-id": textLike(guid),
        },
      },
    });
  });

  it("answers every unknown path with 400, a wrong verb with 405", async () => {
    for (const path of ["/nothing", `${bench.site}/lists/Dokumenter/views`, `${origin}/beta/sites`]) {
      const answer = await bench.call("GET", path);
      expect([answer.status, answer.at("error", "code")]).toEqual([400, "BadRequest"]);
    }
    expect((await bench.call("PUT", `${bench.site}/lists`)).status).toBe(405);
  });
});

describe("sites", () => {
  it("has a root site, and says where a site is opened", async () => {
    expect((await bench.call("GET", "/sites/root")).at("displayName")).toBe("Prøve Kommune");
    expect((await bench.call("GET", bench.site.slice(0, -1))).at("webUrl")).toBe("http://sharepoint.test/sites/aaben");
  });

  it("does not take a token it cannot read", async () => {
    const answer = await bench.call("GET", "/sites/root", undefined, { token: "nonsense" });
    expect([answer.status, answer.at("error", "code")]).toEqual([401, "InvalidAuthenticationToken"]);
  });

  it("searches only among the sites the caller may read", async () => {
    const found = await bench.call("GET", "/sites?search=*&$select=displayName");
    expect(found.at("value")).toEqual([{ displayName: "Prøve Kommune" }, { displayName: "Åben" }]);
  });
});

describe("rights", () => {
  const item = { fields: { Title: "x" } };

  it("G-108 holds an owner to what the application was allowed", async () => {
    await bench.call("POST", `${bench.site}/lists`, { displayName: "Ting" });
    const list = `${bench.site}/lists/Ting`;
    for (const [scope, expected] of [
      ["Sites.Read.All", [200, 403, 403]],
      ["Sites.ReadWrite.All", [200, 201, 403]],
      ["Sites.Manage.All", [200, 201, 200]],
    ] as const) {
      const token = { token: tokenOf("ejer", [scope]) };
      const read = await bench.call("GET", `${list}/items`, undefined, token);
      const write = await bench.call("POST", `${list}/items`, item, token);
      const manage = await bench.call("PATCH", list, { description: "ny" }, token);
      expect([read, write, manage].map(({ status }) => status)).toEqual(expected);
    }
  });

  it("G-108 lets an application with a read grant read", async () => {
    const token = { token: serviceToken };
    expect((await bench.call("GET", `${bench.closedSite}/lists`, undefined, token)).status).toBe(200);
    const write = await bench.call("POST", `${bench.closedSite}/lists/Dokumenter/items`, item, token);
    expect([write.status, write.at("error", "code")]).toEqual([403, "accessDenied"]);
  });
});
