import { describe, expect, it } from "vitest";
import { columnWidth } from "./column-width.ts";
import type { Column, Row } from "./list-model.ts";
import { columnOf, rowOf, danishStyle as style } from "./sample-list.test-support.ts";

const aColumn = (kind: Column["kind"], title = "Nr."): Column => columnOf("Felt", kind, { title });
const rowsOf = (...values: unknown[]): Row[] => values.map((value, index) => rowOf(String(index), { Felt: value }));

describe("columnWidth", () => {
  it("makes a text column as wide as its longest text, within bounds", () => {
    expect(columnWidth(aColumn("text"), rowsOf("A26-01", "A26-02"), style)).toBe(103);
    expect(columnWidth(aColumn("text"), rowsOf("Center for Kultur og Fritid"), style)).toBe(235);
    expect(columnWidth(aColumn("text"), rowsOf("x".repeat(255)), style)).toBe(300);
  });

  it("leaves room for the heading, its arrow and the sign of its menu", () => {
    expect(columnWidth(aColumn("text", "Ansøgningsfrist for alle"), [], style)).toBe(292);
  });

  it("takes a link by its label, not by its address", () => {
    expect(columnWidth(aColumn("text"), rowsOf(`https://teams.microsoft.com/l/${"x".repeat(200)}`), style)).toBe(150);
  });

  it("leaves room for what a number's format may add, and for a choice's sign", () => {
    expect(columnWidth(aColumn("number"), rowsOf(1), style)).toBe(130);
    expect(columnWidth(aColumn("choice"), rowsOf("Under vurdering"), style)).toBe(169);
  });
});
