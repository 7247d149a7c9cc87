import { describe, expect, test } from "vitest";
import { da } from "../../../texts/da.ts";
import { type ColumnNames, parsePastedLines } from "./paste-lines.ts";

const names = da.words.budgetCategory;

function linesOf(text: string, headings?: ColumnNames) {
  return parsePastedLines(text, names, headings)?.lines;
}

describe("parsePastedLines", () => {
  test("reads category, note and amount from columns", () => {
    expect(linesOf("Udstyr\t40 tablets\t62.000\r\nlicenser\tVideo\t38.000,00\n")).toEqual([
      { category: "equipment", note: "40 tablets", amount: "62.000" },
      { category: "licences", note: "Video", amount: "38.000,00" },
    ]);
  });

  test("takes a first column that is no category as the note", () => {
    expect(linesOf("Kursus for 30\t15.000")).toEqual([{ category: "other", note: "Kursus for 30", amount: "15.000" }]);
  });

  const nbsp = "\u00a0";
  test.each([
    [`Udstyr\t40${nbsp}tablets\t62.000${nbsp}kr.`, { category: "equipment", note: "40 tablets", amount: "62.000 kr." }],
    [`Udstyr${nbsp}\tTablets\t62\u202f000\t`, { category: "equipment", note: "Tablets", amount: "62 000" }],
    ["Udstyr\tTablets\t62.000\tjf. tilbud\t", { category: "equipment", note: "Tablets jf. tilbud", amount: "62.000" }],
    ["Udstyr\t10 stk.\tmange\t", { category: "equipment", note: "10 stk.", amount: "mange" }],
    ["Licenser\t38.000", { category: "licences", note: "", amount: "38.000" }],
    ["Licenser\tVideo\t", { category: "licences", note: "Video", amount: "" }],
    ['Andet\t"Rejser\nog ""ophold"""\t5.000', { category: "other", note: 'Rejser og "ophold"', amount: "5.000" }],
    ['Andet\t24" skærme\t5.000', { category: "other", note: '24" skærme', amount: "5.000" }],
  ])("loses nothing of %j", (text, line) => {
    expect(linesOf(text)).toEqual([line]);
  });

  test.each([
    ["Udstyr\tRabat\t-5.000 kr.", { category: "equipment", note: "Rabat", amount: "-5.000 kr." }],
    ["Udstyr\tRabat\t(5.000)\tjf. tilbud", { category: "equipment", note: "Rabat jf. tilbud", amount: "(5.000)" }],
  ])("keeps a negative amount %j as one, so that the form says what is the matter", (text, line) => {
    expect(linesOf(text)).toEqual([line]);
  });

  test("leaves out a row of the form's own headings, and no other", () => {
    const headings = { category: "Art", note: "Hvad", amount: "Beløb" };
    expect(linesOf("Art\tHvad\tBeløb\nUdstyr\tTablets\t5.000\nArt\t5.000", headings)).toEqual([
      { category: "equipment", note: "Tablets", amount: "5.000" },
      { category: "other", note: "Art", amount: "5.000" },
    ]);
  });

  test.each(["I alt", "i alt:", "Ialt", "Sum", "SUM:", "Total", "Totalt", "I alt kr.", "In total", "Grand total"])(
    "leaves out a row %s and tells of it",
    (sum) => {
      const tablets = { category: "equipment", note: "Tablets", amount: "5.000" };
      for (const row of [`${sum}\t5.000`, `${sum}\t\t5.000`, `\t${sum}\t5.000`, `${sum}\t5.000\t`]) {
        expect(parsePastedLines(`Udstyr\tTablets\t5.000\n${row}`, names)).toEqual({ lines: [tablets], sums: [sum] });
      }
    },
  );

  test.each(["Total station\t5.000", "Udstyr\tSum\t5.000", "Summer camp\t5.000", "Sum\ttablets\t5.000", "Sum\t"])(
    "keeps %j, which is a cost or holds no sum",
    (row) => {
      expect(linesOf(row)).toHaveLength(1);
    },
  );

  test("leaves an ordinary text alone", () => {
    expect(parsePastedLines("40 tablets til sygeplejen", names)).toBeUndefined();
  });
});
