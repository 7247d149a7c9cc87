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

  test("leaves an ordinary text alone", () => {
    expect(parsePastedLines("40 tablets til sygeplejen", names)).toBeUndefined();
  });
});
