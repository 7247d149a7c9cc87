import { describe, expect, it } from "vitest";
import { csvName, csvOf } from "./csv-export.ts";
import { columnOf, rowOf, danishStyle as style } from "./sample-list.test-support.ts";

const columns = [
  columnOf("Title", "text", { title: "Projekt" }),
  columnOf("Amount", "number", { title: "Ansøgt", decimals: 2 }),
  columnOf("Deadline", "date", { title: "Frist" }),
  columnOf("Note", "note", { title: "Bemærkning" }),
];
const linesOf = (values: Readonly<Record<string, unknown>>) =>
  csvOf(columns, [rowOf("1", values)], style)
    .slice(1)
    .split("\r\n");

describe("csvOf", () => {
  it("is what Excel in Danish opens: byte order mark, semicolons, decimal comma, days as Danes write them", () => {
    const text = csvOf(
      columns,
      [rowOf("1", { Title: "Ældrecafé", Amount: 1234567.5, Deadline: "2026-03-02T12:00:00Z" })],
      style,
    );
    expect(text.codePointAt(0)).toBe(0xfeff);
    expect(text.slice(1)).toBe("Projekt;Ansøgt;Frist;Bemærkning\r\nÆldrecafé;1234567,5;02.03.2026;\r\n");
  });

  it.each(["=HYPERLINK(1)", "+45 12 34", "-1+1", "@SUM(A1)", "\t=1", " =1", "|calc"])(
    "takes the force out of %j",
    (typed) => {
      expect(linesOf({ Title: typed })[1]).toContain(`'${typed}`);
    },
  );

  it("leaves an amount below nothing a number", () => {
    expect(linesOf({ Title: "Tilsagn", Amount: -75_000.25 })[1]).toBe("Tilsagn;-75000,25;;");
  });

  it("keeps semicolons, quotes and new lines within their field", () => {
    const text = csvOf(columns, [rowOf("1", { Title: 'Den "nye"; bro', Note: "en\nto" })], style);
    expect(text).toContain('"Den ""nye""; bro";;;"en\nto"');
  });

  it("separates by commas in English, where the decimal sign is a point", () => {
    const english = { ...style, locale: "en-GB" };
    expect(csvOf(columns, [rowOf("1", { Title: "A", Amount: 1.5 })], english)).toContain("A,1.5,,");
  });
});

describe("csvName", () => {
  it("names list, view and day, without what a file name cannot hold", () => {
    expect(csvName("Puljer / runder", "Åbne: alle?", new Date("2026-03-02T23:30:00Z"), style)).toBe(
      "Puljer runder - Åbne alle 2026-03-03.csv",
    );
  });
});
