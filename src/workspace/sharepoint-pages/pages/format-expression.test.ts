import { describe, expect, it } from "vitest";
import { columnsReadBy, evaluate, parseExpression } from "./format-expression.ts";
import type { FormatScope, FormatValue } from "./format-scope.ts";

const now = new Date("2026-03-02T09:00:00Z");

function valueIn(json: unknown, values: Readonly<Record<string, FormatValue>> = {}): FormatValue {
  const scope: FormatScope = {
    currentField: "Field",
    value: (name) => values[name] ?? "",
    displayValue: (name) => `vist ${name}`,
    now,
    me: "anna@proeve.example",
    rowIndex: 3,
    locale: "da-DK",
    timeZone: "Europe/Copenhagen",
  };
  return evaluate(parseExpression(json), scope);
}

describe("evaluate", () => {
  it.each([
    ["plain text", "plain text"],
    [12, 12],
    ["=1 + 2 * 3", 7],
    ["=(1 + 2) * 3", 9],
    ["=10 - 4 - 3", 3],
    ["=-2 + 5", 3],
    ["='a' + 1 + 'b'", "a1b"],
    ["='Sankt Hans''s'", "Sankt Hans's"],
    ["=1 < 2 && !(2 < 1)", true],
    ["=if(1 > 2, 'ja', if(2 > 1, 'nej', 'aldrig'))", "nej"],
    ["=toString(50 / 200 * 100) + '%'", "25%"],
    ["=1 / 0", ""],
    ["=indexOf('abc', 'c')", 2],
    ["=substring('abcdef', 1, 3)", "bc"],
    ["=toUpperCase('åben')", "ÅBEN"],
    ["=toLocaleDateString(@now)", "02.03.2026"],
    ["@me", "anna@proeve.example"],
    ["@rowIndex", 3],
  ])("%s is %s", (expression, expected) => {
    expect(valueIn(expression)).toEqual(expected);
  });

  it("reads the cell's own field and other columns, with their parts", () => {
    const values = { Field: "Åben", Owner: { title: "Anna Ager", email: "anna@proeve.example" } };
    expect(valueIn("@currentField", values)).toBe("Åben");
    expect(valueIn("@currentField.displayValue", values)).toBe("vist Field");
    expect(valueIn("=[$Owner.title] + ', ' + [$Owner.email]", values)).toBe("Anna Ager, anna@proeve.example");
    expect(valueIn("=[$Owner.phone] == ''", values)).toBe(true);
  });

  it("compares dates with now and with spans of milliseconds", () => {
    const soon = { Field: new Date("2026-03-05T23:00:00Z") };
    expect(valueIn("=@currentField < @now", soon)).toBe(false);
    expect(valueIn("=@currentField < @now + 604800000", soon)).toBe(true);
    expect(valueIn("=@currentField < @now + 604800000", { Field: new Date("2026-03-20T23:00:00Z") })).toBe(false);
  });

  it("finds nothing neither before nor after anything", () => {
    expect(valueIn("=@currentField < 0")).toBe(false);
    expect(valueIn("=@currentField >= 0")).toBe(false);
    expect(valueIn("=@currentField == ''")).toBe(true);
  });

  it("reads the older form of trees", () => {
    const tree = { operator: "?", operands: [{ operator: ">", operands: ["@currentField", 20] }, "mange", "få"] };
    expect(valueIn(tree, { Field: 21 })).toBe("mange");
    expect(valueIn(tree, { Field: 20 })).toBe("få");
  });

  it.each([
    "=if(",
    "='aldrig lukket",
    "=1 +",
    "=ukendt(1)",
    "=constructor('x')",
    { operator: "eval", operands: ["1"] },
    null,
  ])("is empty where it cannot be read: %s", (expression) => {
    expect(valueIn(expression)).toBe("");
  });
});

describe("columnsReadBy", () => {
  it("names every column a format mentions", () => {
    const format = {
      elmType: "div",
      style: { width: "=[$RammeKr] > 0" },
      children: [{ txtContent: "[$Owner.title]" }],
    };
    expect(columnsReadBy(format)).toEqual(["RammeKr", "Owner"]);
    expect(columnsReadBy(undefined)).toEqual([]);
  });
});
