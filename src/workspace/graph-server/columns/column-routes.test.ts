import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Answer, type Bench, openBench } from "../graph-server.test-support.ts";
import type { Json } from "../http/json.ts";

let bench: Bench;
let list: string;
beforeEach(async () => {
  bench = openBench();
  list = `${bench.site}/lists/Ting`;
  await bench.call("POST", `${bench.site}/lists`, { displayName: "Ting" });
});
afterEach(() => bench.server.close());

const add = (body: unknown): Promise<Answer> => bench.call("POST", `${list}/columns`, body);
const codeOf = (answer: Answer): readonly (Json | undefined)[] => [answer.status, answer.at("error", "code")];

describe("columns", () => {
  it("G-24 makes a text column with SharePoint's defaults", async () => {
    const column = await add({ name: "A", text: {} });
    expect(column.status).toBe(201);
    expect(column.body).toMatchObject({
      name: "A",
      columnGroup: "Custom Columns",
      indexed: false,
      enforceUniqueValues: false,
      text: { allowMultipleLines: false, maxLength: 255 },
    });
  });

  it("G-25 wants exactly one type", async () => {
    expect(codeOf(await add({ name: "A", text: {}, number: {} }))).toEqual([400, "invalidRequest"]);
    expect(codeOf(await add({ name: "A" }))).toEqual([400, "invalidRequest"]);
  });

  it("G-26 cannot make currency columns", async () => {
    const answer = await add({ name: "B", currency: { locale: "da-DK" } });
    expect(codeOf(answer)).toEqual([400, "invalidRequest"]);
    expect(answer.text("error", "message")).toContain("Unable to determine type of provided column definition");
  });

  it("G-27 makes internal names of other letters", async () => {
    expect((await add({ name: "Min kolonne", text: {} })).at("name")).toBe("Min_x0020_kolonne");
    const danish = await add({ name: "Høring", displayName: "Høring", text: {} });
    expect([danish.at("name"), danish.at("displayName")]).toEqual(["H_x00f8_ring", "Høring"]);
    expect((await add({ name: "a".repeat(40), text: {} })).at("name")).toBe("a".repeat(32));
  });

  it("G-28 rests uniqueness on an index", async () => {
    const answer = await add({ name: "U", text: {}, enforceUniqueValues: true });
    expect(codeOf(answer)).toEqual([400, "invalidRequest"]);
    expect(answer.text("error", "message")).toContain("must be indexed to enforce unique values");
  });

  it("G-29 indexes single values, not notes or several choices", async () => {
    const text = await add({ name: "A", text: {} });
    const indexed = await bench.call("PATCH", `${list}/columns/${text.text("id")}`, { indexed: true });
    expect([indexed.status, indexed.at("indexed")]).toEqual([200, true]);
    for (const body of [
      { name: "N", text: { allowMultipleLines: true } },
      { name: "M", choice: { choices: ["a"], displayAs: "checkBoxes" } },
    ]) {
      const column = await add(body);
      expect((await bench.call("PATCH", `${list}/columns/${column.text("id")}`, { indexed: true })).status).toBe(400);
    }
  });

  it("G-30 has room for 20 indexes", async () => {
    for (let number = 1; number <= 20; number++) {
      expect((await add({ name: `I${number}`, text: {}, indexed: true })).status).toBe(201);
    }
    expect(codeOf(await add({ name: "I21", text: {}, indexed: true }))).toEqual([400, "invalidRequest"]);
  });

  it("G-31 renames what people see, not the key", async () => {
    const column = await add({ name: "A", text: {} });
    await bench.call("POST", `${list}/items`, { fields: { A: "x" } });
    const renamed = await bench.call("PATCH", `${list}/columns/${column.text("id")}`, { displayName: "Ny" });
    expect([renamed.status, renamed.at("displayName"), renamed.at("name")]).toEqual([200, "Ny", "A"]);
    expect((await bench.call("GET", `${list}/items/1/fields`)).at("A")).toBe("x");
  });

  it("G-32 takes more choices and keeps old values", async () => {
    const column = await add({ name: "C", choice: { choices: ["a"] } });
    await bench.call("POST", `${list}/items`, { fields: { C: "a" } });
    const patched = await bench.call("PATCH", `${list}/columns/${column.text("id")}`, {
      choice: { choices: ["b", "c"] },
    });
    expect(patched.at("choice", "choices")).toEqual(["b", "c"]);
    expect((await bench.call("GET", `${list}/items/1/fields`)).at("C")).toBe("a");
    const wrong = await bench.call("PATCH", `${list}/columns/${column.text("id")}`, { number: {} });
    expect(wrong.status).toBe(400);
  });

  it("G-33 has SharePoint's own columns, hidden ones only on request", async () => {
    await add({ name: "Skjult", text: {}, hidden: true });
    const plain = await bench.call("GET", `${list}/columns?$select=name`);
    const names = [
      "Title",
      "ID",
      "ContentType",
      "Modified",
      "Created",
      "Author",
      "Editor",
      "Attachments",
      "_UIVersionString",
    ];
    for (const name of names) expect(plain.at("value")).toContainEqual({ name });
    expect(plain.at("value")).not.toContainEqual({ name: "Skjult" });
    const all = await bench.call("GET", `${list}/columns?$select=name,hidden`);
    expect(all.at("value")).toContainEqual({ name: "Skjult", hidden: true });
  });

  it("G-34 takes a removed column's values out of the items", async () => {
    const column = await add({ name: "A", text: {} });
    await bench.call("POST", `${list}/items`, { fields: { Title: "t", A: "x" } });
    expect((await bench.call("DELETE", `${list}/columns/${column.text("id")}`)).status).toBe(204);
    await add({ name: "A", text: {} });
    expect((await bench.call("GET", `${list}/items/1/fields`)).body).not.toHaveProperty("A");
  });

  it("G-35 refuses lookup and person columns cleanly", async () => {
    expect(codeOf(await add({ name: "L", lookup: { listId: "x", columnName: "Title" } }))).toEqual([
      400,
      "invalidRequest",
    ]);
    expect(codeOf(await add({ name: "P", personOrGroup: {} }))).toEqual([400, "invalidRequest"]);
  });

  it("G-36 keeps names unique, built-in ones included", async () => {
    await add({ name: "A", text: {} });
    expect(codeOf(await add({ name: "a", number: {} }))).toEqual([409, "nameAlreadyExists"]);
    expect(codeOf(await add({ name: "Created", dateTime: {} }))).toEqual([409, "nameAlreadyExists"]);
  });

  it("trips over explicit nulls as SharePoint does", async () => {
    expect(codeOf(await add({ name: "A", text: {}, defaultValue: null }))).toEqual([400, "generalException"]);
  });

  it("finds duplicates when a column becomes unique", async () => {
    const column = await add({ name: "A", text: {}, indexed: true });
    await bench.call("POST", `${list}/items`, { fields: { A: "x" } });
    await bench.call("POST", `${list}/items`, { fields: { A: "X" } });
    const unique = await bench.call("PATCH", `${list}/columns/${column.text("id")}`, { enforceUniqueValues: true });
    expect(unique.text("error", "message")).toContain("duplicate values were found");
    expect((await bench.call("GET", `${list}/columns/A`)).at("enforceUniqueValues")).toBe(false);
  });
});
