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
  it("cuts internal names at 32 characters", async () => {
    expect((await add({ name: "a".repeat(40), text: {} })).at("name")).toBe("a".repeat(32));
  });

  it("does not turn a column into one of another type", async () => {
    const column = await add({ name: "C", choice: { choices: ["a"] } });
    expect((await bench.call("PATCH", `${list}/columns/${column.text("id")}`, { number: {} })).status).toBe(400);
  });

  it("refuses lookup and person columns cleanly (G-55 to G-57, G-81)", async () => {
    const { text } = await bench.call("GET", list);
    const lookup = await add({ name: "L", lookup: { listId: text("id"), columnName: "Title" } });
    const person = await add({ name: "P", personOrGroup: {} });
    const inNewList = await bench.call("POST", `${bench.site}/lists`, {
      displayName: "Ny",
      columns: [{ name: "P", personOrGroup: {} }],
    });
    for (const answer of [lookup, person, inNewList]) {
      expect(codeOf(answer)).toEqual([400, "invalidRequest"]);
      expect(answer.text("error", "message")).toContain("are not supported by this server");
    }
  });

  it("refuses a taken name with 409, in whatever letters", async () => {
    await add({ name: "A", text: {} });
    expect(codeOf(await add({ name: "a", number: {} }))).toEqual([409, "nameAlreadyExists"]);
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
