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
  it("searches by the beginnings of words in names and mail addresses", async () => {
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

  it("shows the photos it was given, in any size, also in a batch", async () => {
    const photo = { type: "image/png", bytes: new Uint8Array([137, 80, 78, 71]) };
    const pictured = openBench({ photoOf: (userId) => (userId.endsWith("1") ? photo : undefined) });
    for (const path of ["/me/photo/$value", "/users/ejer@kommune.example/photos/48x48/$value"]) {
      expect((await pictured.call("GET", path)).headers.get("content-type")).toBe("image/png");
    }
    expect((await pictured.call("GET", "/me/photo")).at("@odata.mediaContentType")).toBe("image/png");
    const none = await pictured.call("GET", "/users/gaest@kommune.example/photo");
    expect([none.status, none.at("error", "code")]).toEqual([404, "ImageNotFound"]);
    const requests = [{ id: "1", method: "GET", url: "/me/photo/$value" }];
    const batch = await pictured.call("POST", "/$batch", { requests });
    expect(Buffer.from(batch.text("responses", 0, "body"), "base64")).toEqual(Buffer.from(photo.bytes));
    pictured.server.close();
  });

  it("says cleanly that it grants nothing and has no subscriptions (G-96 to G-98)", async () => {
    const grant = await bench.call("POST", `${bench.site}/permissions`, {});
    const subscription = await bench.call("POST", "/subscriptions", {});
    expect([grant, subscription].map((answer) => [answer.status, answer.at("error", "code")])).toEqual([
      [501, "notSupported"],
      [501, "notSupported"],
    ]);
  });
});
