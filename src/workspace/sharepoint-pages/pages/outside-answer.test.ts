import { describe, expect, it } from "vitest";
import { answersTo } from "./outside-answer.ts";
import { columnOf, rowOf, danishStyle as style } from "./sample-list.test-support.ts";

const columns = new Map(
  [columnOf("Status", "choice"), columnOf("Amount", "number"), columnOf("Note", "text")].map((column) => [
    column.name,
    column,
  ]),
);
const before = rowOf("1", { Status: "Afslag", Amount: 10 });
const after = rowOf("1", { Status: "Tilsagn", Amount: 10, Note: "read with the whole item" });
const own = { before, after, fields: ["Status"] };
const now = (values: object) => answersTo(own, rowOf("1", { ...values, Editor: "Appen" }), columns, style);

describe("answersTo", () => {
  it("tells what was put back, by whom, and what was written", () => {
    expect(now({ Status: "Afslag", Amount: 10 })).toEqual([
      { column: columns.get("Status"), by: "Appen", mine: "Tilsagn", now: "Afslag", putBack: true },
    ]);
  });

  it("tells a third value as another one", () => {
    expect(now({ Status: "Afventer" })).toMatchObject([{ now: "Afventer", putBack: false }]);
  });

  it("is silent where what was written stands, and about fields that were not written here", () => {
    expect(now({ Status: "Tilsagn", Amount: 99 })).toEqual([]);
  });
});
