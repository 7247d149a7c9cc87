import { describe, expect, test } from "vitest";
import { da } from "../../../texts/da.ts";
import { parsePastedLines } from "./paste-lines.ts";

const names = da.words.budgetCategory;

describe("parsePastedLines", () => {
  test("reads category, note and amount from columns", () => {
    expect(parsePastedLines("Udstyr\t40 tablets\t62.000\r\nlicenser\tVideo\t38.000,00\n", names)).toEqual([
      { category: "equipment", note: "40 tablets", amount: "62.000" },
      { category: "licences", note: "Video", amount: "38.000,00" },
    ]);
  });

  test("takes a first column that is no category as the note", () => {
    expect(parsePastedLines("Kursus for 30\t15.000", names)).toEqual([
      { category: "other", note: "Kursus for 30", amount: "15.000" },
    ]);
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
    expect(parsePastedLines(text, names)).toEqual([line]);
  });

  test("leaves out a row of the form's own headings, and no other", () => {
    const headings = { category: "Art", note: "Hvad", amount: "Beløb" };
    expect(parsePastedLines("Art\tHvad\tBeløb\nUdstyr\tTablets\t5.000\nI alt\t5.000", names, headings)).toEqual([
      { category: "equipment", note: "Tablets", amount: "5.000" },
      { category: "other", note: "I alt", amount: "5.000" },
    ]);
  });

  test("leaves an ordinary text alone", () => {
    expect(parsePastedLines("40 tablets til sygeplejen", names)).toBeUndefined();
  });
});
