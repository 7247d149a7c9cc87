import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, openBench } from "../graph-server.test-support.ts";

let bench: Bench;
let lists: string;
beforeEach(() => {
  bench = openBench();
  lists = `${bench.site}/lists`;
});
afterEach(() => bench.server.close());

describe("lists", () => {
  it("G-14 hides system lists until they are asked for", async () => {
    const plain = await bench.call("GET", lists);
    expect(plain.at("value")).toMatchObject([{ displayName: "Dokumenter" }]);
    const all = await bench.call("GET", `${lists}?$select=id,displayName,system`);
    expect(all.at("value")).toMatchObject([{ displayName: "User Information List", system: {} }, {}]);
  });

  it("G-15 finds a list by title and by id", async () => {
    const made = await bench.call("POST", lists, { displayName: "Sager og møder" });
    const byTitle = await bench.call("GET", `${lists}/${encodeURIComponent("Sager og møder")}`);
    expect(byTitle.status).toBe(200);
    expect(byTitle.body).toEqual((await bench.call("GET", `${lists}/${made.text("id")}`)).body);
  });

  it("G-16 filters lists by title only", async () => {
    const hit = await bench.call("GET", `${lists}?$filter=displayName eq 'Dokumenter'`);
    expect(hit.at("value")).toHaveLength(1);
    const miss = await bench.call("GET", `${lists}?$filter=displayName eq 'Intet'`);
    expect(miss.at("value")).toEqual([]);
    const other = await bench.call("GET", `${lists}?$filter=name eq 'Dokumenter'`);
    expect([other.status, other.at("error", "message")]).toEqual([
      400,
      "The provided filter statement is not supported",
    ]);
  });

  it("G-17 makes a list with its columns", async () => {
    const made = await bench.call("POST", lists, {
      displayName: "Bøger",
      columns: [{ name: "Forfatter", text: {} }],
      list: { template: "genericList" },
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ displayName: "Bøger", list: { template: "genericList", hidden: false } });
    expect(made.body).not.toHaveProperty("columns");
    expect(made.text("eTag")).toBe(`${made.text("id")},1`);
    expect(made.text("webUrl")).toBe("http://sharepoint.test/sites/aaben/Lists/B%C3%B8ger");
    const item = await bench.call("POST", `${lists}/${made.text("id")}/items`, { fields: { Forfatter: "Inger" } });
    expect(item.at("fields", "Forfatter")).toBe("Inger");
  });

  it("G-18 does not take a name", async () => {
    const answer = await bench.call("POST", lists, { name: "x", displayName: "x" });
    expect([answer.status, answer.at("error", "code")]).toEqual([400, "invalidRequest"]);
    expect(answer.text("error", "message")).toContain("Cannot define a 'name' for a list");
  });

  it("G-19 does not know other templates", async () => {
    const answer = await bench.call("POST", lists, { displayName: "x", list: { template: "generic" } });
    expect([answer.status, answer.at("error", "code")]).toEqual([400, "invalidRequest"]);
  });

  it("G-20 keeps titles unique in a site", async () => {
    await bench.call("POST", lists, { displayName: "Ting" });
    const again = await bench.call("POST", lists, { displayName: "ting" });
    expect([again.status, again.at("error", "code")]).toEqual([409, "nameAlreadyExists"]);
  });

  it("makes nothing of a list when one of its columns is refused", async () => {
    const answer = await bench.call("POST", lists, { displayName: "Halv", columns: [{ name: "A" }] });
    expect(answer.status).toBe(400);
    expect((await bench.call("GET", `${lists}/Halv`)).status).toBe(404);
  });

  it("G-21 renames a list without moving it, and removes it", async () => {
    const made = await bench.call("POST", lists, { displayName: "Før" });
    const list = `${lists}/${made.text("id")}`;
    const renamed = await bench.call("PATCH", list, { displayName: "Efter" });
    expect([renamed.status, renamed.at("displayName"), renamed.at("name")]).toEqual([200, "Efter", made.at("name")]);
    expect(renamed.at("webUrl")).toBe(made.at("webUrl"));
    expect((await bench.call("DELETE", list)).status).toBe(204);
    expect((await bench.call("GET", list)).status).toBe(404);
  });

  it("G-22 expands columns and items", async () => {
    await bench.call("POST", lists, { displayName: "Ting" });
    await bench.call("POST", `${lists}/Ting/items`, { fields: { Title: "A" } });
    const list = await bench.call("GET", `${lists}/Ting?$expand=columns,items($expand=fields)`);
    expect(list.at("items", 0, "fields", "Title")).toBe("A");
    expect(list.at("columns", 0, "name")).toBe("Title");
    expect(list.text("items@odata.context")).toMatch(/\/items$/);
    expect(list.text("columns@odata.context")).toMatch(/\/columns$/);
  });
});
