import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Bench,
  openBench,
  origin,
  serviceToken,
  strangerToken,
  textLike,
  tokenOf,
} from "./graph-server.test-support.ts";

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});
afterEach(() => bench.server.close());

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe("transport", () => {
  it("G-01 answers JSON as OData with a request id", async () => {
    const answer = await bench.call("GET", "/sites/root");
    expect(answer.headers.get("content-type")).toMatch(/^application\/json;odata\.metadata=minimal/);
    expect(answer.headers.get("request-id")).toMatch(guid);
  });

  it("G-02 echoes the caller's request id in header and error", async () => {
    const headers = { "client-request-id": "11111111-1111-4111-8111-111111111111" };
    const answer = await bench.call("GET", "/sites/nope", undefined, { headers });
    expect(answer.headers.get("client-request-id")).toBe(headers["client-request-id"]);
    expect(answer.at("error", "innerError", "client-request-id")).toBe(headers["client-request-id"]);
  });

  it("G-03 puts every refusal into Graph's envelope", async () => {
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

  it("G-04 wants a token", async () => {
    const response = await bench.server.fetch(new Request(`${origin}/v1.0/sites/root`));
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toMatch(/^Bearer /);
    expect(await response.json()).toMatchObject({
      error: { code: "InvalidAuthenticationToken", message: "Access token is empty." },
    });
  });

  it("G-05 says that a token has expired", async () => {
    const answer = await bench.call("GET", "/sites/root", undefined, { token: "expired" });
    expect([answer.status, answer.at("error", "code")]).toEqual([401, "InvalidAuthenticationToken"]);
    expect(answer.text("error", "message")).toContain("Lifetime validation failed");
    expect((await bench.call("GET", "/sites/root", undefined, { token: "nonsense" })).status).toBe(401);
  });

  it("G-06 refuses a token without the permission, in the words of each service", async () => {
    const token = tokenOf("ejer", ["openid"]);
    const sites = await bench.call("GET", bench.site, undefined, { token });
    expect([sites.status, sites.at("error", "code")]).toEqual([403, "accessDenied"]);
    const users = await bench.call("GET", "/users", undefined, { token });
    expect([users.status, users.at("error", "code")]).toEqual([403, "Authorization_RequestDenied"]);
  });

  it("G-07 lets a browser from anywhere ask", async () => {
    const response = await bench.server.fetch(new Request(`${origin}/v1.0/sites/root`, { method: "OPTIONS" }));
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    for (const header of ["authorization", "content-type", "prefer", "if-match", "consistencylevel"]) {
      expect(response.headers.get("access-control-allow-headers")).toContain(header);
    }
  });

  it("G-08 shows a browser Retry-After but no RateLimit headers", async () => {
    const exposed = (await bench.call("GET", "/sites/root")).headers.get("access-control-expose-headers") ?? "";
    for (const header of ["ETag", "Location", "Retry-After", "request-id"]) expect(exposed).toContain(header);
    expect(exposed).not.toContain("RateLimit");
  });

  it("G-09 answers unknown paths with an envelope", async () => {
    for (const path of ["/nothing", `${bench.site}/lists/Dokumenter/views`, `${origin}/beta/sites`]) {
      const answer = await bench.call("GET", path);
      expect(answer.status).toBe(400);
      expect(answer.at("error", "code")).toBe("BadRequest");
    }
  });

  it("G-10 refuses a body that is not JSON", async () => {
    const answer = await bench.call("POST", `${bench.site}/lists`, "{", {
      headers: { "content-type": "application/json" },
    });
    expect([answer.status, answer.at("error", "code")]).toEqual([400, "invalidRequest"]);
  });
});

describe("sites", () => {
  it("G-11 finds a site by path, id and root", async () => {
    const byPath = await bench.call("GET", bench.site.slice(0, -1));
    expect(byPath.status).toBe(200);
    expect(byPath.text("id").split(",")).toHaveLength(3);
    expect(byPath.at("siteCollection", "hostname")).toBe("kommune.sharepoint.example");
    expect(byPath.at("webUrl")).toBe("http://sharepoint.test/sites/aaben");
    expect((await bench.call("GET", `/sites/${byPath.text("id")}`)).body).toEqual(byPath.body);
    expect((await bench.call("GET", "/sites/root")).at("displayName")).toBe("Prøve Kommune");
  });

  it("G-12 goes on from a path closed by a colon", async () => {
    const id = (await bench.call("GET", bench.site.slice(0, -1))).text("id");
    const byPath = await bench.call("GET", `${bench.site}/lists`);
    expect(byPath.body).toEqual((await bench.call("GET", `/sites/${id}/lists`)).body);
  });

  it("G-13 does not find what is not there", async () => {
    const answer = await bench.call("GET", "/sites/kommune.sharepoint.example:/sites/nope");
    expect([answer.status, answer.at("error", "code")]).toEqual([404, "itemNotFound"]);
  });

  it("searches only among the sites the caller may read", async () => {
    const found = await bench.call("GET", "/sites?search=*&$select=displayName");
    expect(found.at("value")).toEqual([{ displayName: "Prøve Kommune" }, { displayName: "Åben" }]);
  });
});

describe("rights", () => {
  const item = { fields: { Title: "x" } };

  async function attempts(token: string): Promise<readonly number[]> {
    const calls: readonly [string, string, unknown?][] = [
      ["GET", "/items"],
      ["POST", "/items", item],
      ["PATCH", "/items/1", item],
      ["PATCH", "", { description: "ny" }],
      ["POST", "/columns", { name: `C${token.length}${token.slice(-4)}`, text: {} }],
      ["DELETE", "/items/1"],
    ];
    const statuses: number[] = [];
    for (const [method, path, body] of calls) {
      await bench.call("POST", `${bench.site}/lists/Ting/items`, item);
      statuses.push((await bench.call(method, `${bench.site}/lists/Ting${path}`, body, { token })).status);
    }
    return statuses;
  }

  beforeEach(async () => {
    await bench.call("POST", `${bench.site}/lists`, { displayName: "Ting" });
    await bench.call("POST", `${bench.site}/lists/Ting/items`, item);
  });

  it("G-108 gives each role what SharePoint gives it", async () => {
    expect(await attempts(tokenOf("gaest"))).toEqual([200, 403, 403, 403, 403, 403]);
    expect(await attempts(tokenOf("udenfor"))).toEqual([403, 403, 403, 403, 403, 403]);
    expect(await attempts(tokenOf("medlem"))).toEqual([200, 201, 200, 403, 403, 204]);
  });

  it("G-108 lets an owner change lists and columns", async () => {
    expect(await attempts(tokenOf("ejer"))).toEqual([200, 201, 200, 200, 201, 204]);
  });

  it("G-108 holds an owner to what the application was allowed", async () => {
    expect(await attempts(tokenOf("ejer", ["Sites.Read.All"]))).toEqual([200, 403, 403, 403, 403, 403]);
    expect(await attempts(tokenOf("ejer", ["Sites.ReadWrite.All"]))).toEqual([200, 201, 200, 403, 403, 204]);
  });

  it("G-108 gives an application with a write grant items, never lists or columns", async () => {
    expect(await attempts(serviceToken)).toEqual([200, 201, 200, 403, 403, 204]);
    expect((await bench.call("GET", `${bench.closedSite}/lists`, undefined, { token: serviceToken })).status).toBe(200);
    const write = await bench.call("POST", `${bench.closedSite}/lists/Dokumenter/items`, item, { token: serviceToken });
    expect([write.status, write.at("error", "code")]).toEqual([403, "accessDenied"]);
  });

  it("G-108 refuses an application without a grant", async () => {
    expect(await attempts(strangerToken)).toEqual([403, 403, 403, 403, 403, 403]);
  });
});
