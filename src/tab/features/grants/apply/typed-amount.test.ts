import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatKr, oere, parseAmount } from "#domain/shared/money.ts";
import { aDraft } from "../../../testing/answers.ts";
import { danishAmount, danishAmounts } from "./typed-amount.ts";

describe("000-06 an amount typed by a reader of English", () => {
  test.each([
    ["62,000", "62.000"],
    ["DKK 62,000", "62.000"],
    ["1,234,567.50", "1.234.567,50"],
    ["62,000 kr.", "62.000"],
  ])("%s is read as the screens write it", (typed, danish) => {
    expect(danishAmount(typed, "en")).toBe(danish);
    expect(danishAmount(typed, "da")).toBe(typed);
  });

  test.each([
    "62,00",
    "62,5",
    "62.000",
    "62.00",
    "6,2000",
    "0,600",
    "62,000.5",
    "62,0000",
    "62,000 mio.",
    "1,00,000",
    "62,000 a",
  ])("%s is left as it stands", (typed) => {
    expect(danishAmount(typed, "en")).toBe(typed);
  });

  test("whatever the screens show in English comes back as the same amount from a thousand kroner on", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 1_000_000_000 }), (amount) => {
        const read = parseAmount(danishAmount(formatKr(oere(amount), "en"), "en"));
        expect(read).toEqual({ ok: true, value: amount });
      }),
      { seed: 62_000 },
    );
  });

  test("what means something in Danish means the same in both languages", () => {
    const typed = fc.string({ unit: fc.constantFrom("0", "1", "2", "5", "9", ".", ","), maxLength: 12 });
    fc.assert(
      fc.property(typed, (text) => {
        const danish = parseAmount(text);
        if (danish.ok) expect(parseAmount(danishAmount(text, "en"))).toEqual(danish);
      }),
      { seed: 62_000, numRuns: 2000 },
    );
  });

  test("the form is the same object while every amount is as typed", () => {
    const { fields } = aDraft();
    expect(danishAmounts(fields, "en")).toBe(fields);
    const english = {
      ...fields,
      ownContribution: "20,000",
      budgetLines: fields.budgetLines.map((line) => ({ ...line, amount: "115,000" })),
    };
    expect(danishAmounts(english, "en")).toEqual(fields);
  });
});
