import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, openBench, serviceToken, tokenOf } from "../graph-server.test-support.ts";

let bench: Bench;
beforeEach(() => {
  bench = openBench();
});
afterEach(() => bench.server.close());

const eventual = { headers: { ConsistencyLevel: "eventual" } };
const readAll = { token: tokenOf("ejer", ["User.Read.All"]) };

describe("people", () => {
  it("G-99 searches by the beginnings of words, with the directory's header", async () => {
    const plain = await bench.call("GET", '/users?$search="displayName:med"');
    expect([plain.status, plain.at("error", "code")]).toEqual([400, "Request_UnsupportedQuery"]);
    const found = await bench.call("GET", '/users?$search="displayName:med"&$select=displayName', undefined, eventual);
    expect(found.at("value")).toEqual([{ displayName: "Merete Medlem" }]);
    const either = '/users?$search="displayName:gæst" OR "mail:udenfor"&$select=displayName';
    expect((await bench.call("GET", either, undefined, eventual)).at("value")).toHaveLength(2);
  });

  it("filters by the beginning of a name, by user name and id", async () => {
    const byStart = await bench.call("GET", "/users?$filter=startswith(displayName,'m')&$select=displayName");
    expect(byStart.at("value")).toEqual([{ displayName: "Merete Medlem" }]);
    const byName = await bench.call(
      "GET",
      "/users?$filter=userPrincipalName eq 'gaest@kommune.example'&$select=surname",
    );
    expect(byName.at("value")).toEqual([{ surname: "Gæst" }]);
    const other = await bench.call("GET", "/users?$filter=city eq 'x'");
    expect(other.at("error", "code")).toBe("Request_UnsupportedQuery");
  });

  it("pages through everybody in the asked order", async () => {
    const first = await bench.call(
      "GET",
      "/users?$select=displayName&$top=3&$orderby=displayName&$count=true",
      undefined,
      eventual,
    );
    expect(first.at("@odata.count")).toBe(4);
    expect(first.at("value")).toMatchObject([{ displayName: "Ejnar Ejer" }, { displayName: "Gerda Gæst" }, {}]);
    const last = await bench.call("GET", first.text("@odata.nextLink"));
    expect(last.at("value")).toEqual([{ displayName: "Ulla Udenfor" }]);
  });

  it("shows the signed-in person, and nobody to an application", async () => {
    const me = await bench.call("GET", "/me");
    expect(me.body).toMatchObject({ displayName: "Ejnar Ejer", mail: "ejer@kommune.example" });
    expect(me.body).not.toHaveProperty("department");
    expect((await bench.call("GET", "/me", undefined, { token: serviceToken })).status).toBe(400);
  });

  it("shows titles and departments only with the larger permission", async () => {
    const path = "/users/medlem@kommune.example?$select=displayName,jobTitle,department";
    expect((await bench.call("GET", path)).body).toMatchObject({
      displayName: "Merete Medlem",
      jobTitle: null,
      department: null,
    });
    expect((await bench.call("GET", path, undefined, readAll)).body).toMatchObject({
      jobTitle: "Konsulent",
      department: "Digitalisering",
    });
  });

  it("does not find strangers", async () => {
    const answer = await bench.call("GET", "/users/nobody@kommune.example");
    expect([answer.status, answer.at("error", "code")]).toEqual([404, "Request_ResourceNotFound"]);
  });

  it("G-100 has no photos", async () => {
    for (const path of ["/me/photo/$value", "/users/ejer@kommune.example/photos/48x48/$value"]) {
      const answer = await bench.call("GET", path);
      expect([answer.status, answer.at("error", "code")]).toEqual([404, "ImageNotFound"]);
    }
  });

  it("says cleanly what it does not have", async () => {
    const grant = await bench.call("POST", `${bench.site}/permissions`, {});
    const subscription = await bench.call("POST", "/subscriptions", {});
    expect([grant, subscription].map((answer) => [answer.status, answer.at("error", "code")])).toEqual([
      [501, "notSupported"],
      [501, "notSupported"],
    ]);
  });
});
