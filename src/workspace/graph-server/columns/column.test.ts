import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../database/open-database.ts";
import { type Bench, openBench } from "../graph-server.test-support.ts";
import { type Column, columnsOf, forgetColumns, insertColumn, removeColumn, saveColumn } from "./column.ts";
import { toNewColumn } from "./column-definition.ts";

const list = 1;

describe("the columns of a list, kept between readings", () => {
  let db: Database;
  beforeEach(() => {
    db = openDatabase(":memory:");
    db.run(
      `INSERT INTO lists VALUES (?, 'l', 's', 'Ting', 'Ting', '', 'genericList', 0, '', '', '', '', 1, 1, 'r', NULL, 0)`,
      list,
    );
    add("A");
  });
  afterEach(() => db.close());

  const add = (name: string): void => insertColumn(db, list, `id of ${name}`, toNewColumn({ name, text: {} }), 0);
  const names = (): readonly string[] => columnsOf(db, list).map(({ displayName }) => displayName);
  const removeList = (): void => {
    db.run("DELETE FROM lists WHERE key = ?", list);
    forgetColumns(db, list);
  };
  const first = (): Column => {
    const [column] = columnsOf(db, list);
    if (!column) throw new Error("The list has no columns.");
    return column;
  };

  it.each([
    ["added", () => add("B"), ["A", "B"]],
    ["changed", () => saveColumn(db, { ...first(), displayName: "Ny" }), ["Ny"]],
    ["removed", () => removeColumn(db, first()), []],
    ["gone with its list", () => removeList(), []],
  ])("see at once that one is %s, and forget it when the transaction is rolled back", (_, change, after) => {
    expect(names()).toEqual(["A"]);
    const refused = (): never =>
      db.transaction(() => {
        change();
        expect(names()).toEqual(after);
        throw new RangeError("refused");
      });
    expect(refused).toThrow(RangeError);
    expect(names()).toEqual(["A"]);
    db.transaction(change);
    expect(names()).toEqual(after);
  });
});

describe("columns that change between two calls", () => {
  let bench: Bench;
  beforeEach(() => {
    bench = openBench();
  });
  afterEach(() => bench.server.close());

  const namesOf = async (title: string): Promise<string> =>
    JSON.stringify((await bench.call("GET", `${bench.site}/lists/${title}/columns?$select=name`)).at("value"));

  it("are a new list's own, not those of the list that was removed before it", async () => {
    const columns = [{ name: "Gammel", text: {} }];
    await bench.call("POST", `${bench.site}/lists`, { displayName: "Ting", columns });
    expect(await namesOf("Ting")).toContain('"Gammel"');
    expect((await bench.call("DELETE", `${bench.site}/lists/Ting`)).status).toBe(204);
    await bench.call("POST", `${bench.site}/lists`, { displayName: "Andet", columns: [{ name: "Ny", text: {} }] });
    expect(await namesOf("Andet")).toContain('"Ny"');
    expect(await namesOf("Andet")).not.toContain('"Gammel"');
    const item = await bench.call("POST", `${bench.site}/lists/Andet/items`, { fields: { Gammel: "x" } });
    expect(item.status).toBe(400);
  });

  it("are seen by the next request of the same batch", async () => {
    await bench.call("POST", `${bench.site}/lists`, { displayName: "Ting" });
    expect(await namesOf("Ting")).not.toContain('"Ny"');
    const url = `${bench.site}/lists/Ting`;
    const headers = { "Content-Type": "application/json" };
    const write = { headers, method: "POST" };
    const batch = await bench.call("POST", "/$batch", {
      requests: [
        { id: "1", ...write, url: `${url}/items`, body: { fields: { Ny: "for tidligt" } } },
        { id: "2", ...write, url: `${url}/columns`, body: { name: "Ny", text: {} }, dependsOn: [] },
        { id: "3", ...write, url: `${url}/items`, body: { fields: { Ny: "x" } }, dependsOn: ["2"] },
        { id: "4", method: "DELETE", url: `${url}/columns/Ny`, dependsOn: ["3"] },
        { id: "5", ...write, url: `${url}/items`, body: { fields: { Ny: "for sent" } }, dependsOn: ["4"] },
      ],
    });
    const statusOf = (id: string) =>
      ["1", "2", "3", "4", "5"].flatMap((_, at) =>
        batch.at("responses", at, "id") === id ? [batch.at("responses", at, "status")] : [],
      );
    expect(["1", "2", "3", "4", "5"].map(statusOf)).toEqual([[400], [201], [201], [204], [400]]);
  });
});
