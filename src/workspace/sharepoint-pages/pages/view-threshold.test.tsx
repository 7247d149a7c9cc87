import { describe, expect, it } from "vitest";
import { parseViewQuery } from "./caml-query.ts";
import type { View } from "./list-model.ts";
import { columnOf } from "./sample-list.test-support.ts";
import { beyondThreshold } from "./view-threshold.ts";

const columns = new Map(
  [columnOf("Title", "text"), columnOf("Status", "choice", { indexed: true }), columnOf("Amount", "number")].map(
    (column) => [column.name, column],
  ),
);
const view = (caml: string): View => ({
  id: "v",
  title: "Prøve",
  fields: [],
  query: parseViewQuery(caml),
  isDefault: true,
  layout: undefined,
  format: undefined,
});
const asks = { sort: undefined, filtered: [] };
const nameOf = (caml: string, count = 5001, more = {}) =>
  beyondThreshold(count, view(caml), { ...asks, ...more }, columns)?.name;
const ref = (name: string) => `<FieldRef Name="${name}"/>`;

describe("beyondThreshold", () => {
  it.each([
    [`<Where><Gt>${ref("Amount")}<Value>1</Value></Gt></Where>`, "Amount"],
    [`<OrderBy>${ref("LinkTitle")}</OrderBy>`, "Title"],
    [`<GroupBy>${ref("Amount")}</GroupBy><OrderBy>${ref("Status")}</OrderBy>`, "Amount"],
    [`<Where><Eq>${ref("Status")}<Value>Ny</Value></Eq></Where><OrderBy>${ref("ID")}</OrderBy>`, undefined],
  ])("names the column a large list cannot be looked through for: %s", (caml, name) => {
    expect(nameOf(caml)).toBe(name);
  });

  it("lets a list of 5,000 be asked anything", () => {
    expect(nameOf(`<OrderBy>${ref("Amount")}</OrderBy>`, 5000)).toBeUndefined();
  });

  it("counts what the reader asks for by the headings as well", () => {
    expect(nameOf("", 5001, { sort: { field: "Amount", descending: true } })).toBe("Amount");
    expect(nameOf("", 5001, { filtered: ["Amount"] })).toBe("Amount");
    expect(nameOf(`<OrderBy>${ref("Amount")}</OrderBy>`, 5001, { sort: { field: "Status", descending: false } })).toBe(
      undefined,
    );
  });
});
