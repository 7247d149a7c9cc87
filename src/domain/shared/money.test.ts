import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  addOere,
  formatAmount,
  formatKr,
  formatMio,
  kr,
  largestAmount,
  oere,
  parseAmount,
  subtractOere,
  sumOere,
} from "./money.ts";

/** The lines of a fixture file, cut at their first tabs into so many parts. */
function fixture(name: string, parts: number): string[][] {
  const lines = readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8").split("\n");
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const cells = line.split("\t");
      return [...cells.slice(0, parts - 1), cells.slice(parts - 1).join("\t")];
    });
}

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("parseAmount", () => {
  test.each([
    ["0,6 mio. kr.", 60_000_000],
    ["300.000 kr.", 30_000_000],
    ["600000", 60_000_000],
  ])("000-06 reads %s as %d øre", (text, amount) => {
    expect(parseAmount(text)).toEqual({ ok: true, value: amount });
  });

  it("000-06 shows what it has read as 600.000 kr. and 0,6 mio. kr.", () => {
    expect(plain(formatKr(kr(600_000)))).toBe("600.000 kr.");
    expect(plain(formatMio(kr(600_000)))).toBe("0,6 mio. kr.");
  });

  test.each(fixture("amounts-valid.txt", 2))("means %s øre by “%s”", (amount, text) => {
    expect(parseAmount(text ?? "")).toEqual({ ok: true, value: Number(amount) });
  });

  test.each(fixture("amounts-invalid.txt", 3))("refuses as %s, perhaps %s øre: “%s”", (kind, meant, text) => {
    const answer = parseAmount(text ?? "");
    expect(answer).toMatchObject({ ok: false, refusal: { kind } });
    const readings = !answer.ok && "readings" in answer.refusal ? answer.refusal.readings : [];
    expect(readings.join(",") || "-").toBe(meant);
  });

  it("says what is wrong in a way a message can be written from", () => {
    expect(parseAmount("1,2345")).toEqual({
      ok: false,
      refusal: { kind: "too-many-decimals", text: "1,2345", decimals: 4 },
    });
    expect(parseAmount("11 mia.")).toEqual({
      ok: false,
      refusal: { kind: "too-large", text: "11 mia.", most: largestAmount },
    });
  });

  it("reads back whatever formatKr writes in Danish, and never takes its English for another amount", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: largestAmount }), (amount) => {
        expect(parseAmount(formatKr(oere(amount)))).toEqual({ ok: true, value: amount });
        expect(parseAmount(formatAmount(oere(amount)))).toEqual({ ok: true, value: amount });
        const english = parseAmount(formatKr(oere(amount), "en"));
        expect(english.ok ? english.value : amount).toBe(amount);
      }),
    );
  });

  it("reads back whole thousands of kroner from formatMio", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (thousands) => {
        expect(parseAmount(formatMio(kr(thousands * 1000)))).toEqual({ ok: true, value: thousands * 100_000 });
      }),
    );
  });

  it("takes no longer over a whole page in the field than over an amount", () => {
    const page = `${"9 ".repeat(10_000)}kr.${" .".repeat(10_000)}x`;
    const start = performance.now();
    for (let line = 0; line < 40; line += 1) {
      expect(parseAmount(page)).toEqual({
        ok: false,
        refusal: { kind: "not-a-number", text: `${page.slice(0, 40)}…` },
      });
      expect(parseAmount(`1${" ".repeat(20_000)}kr.`)).toEqual({ ok: true, value: kr(1) });
    }
    expect(performance.now() - start).toBeLessThan(200);
    expect(parseAmount(" ".repeat(20_000))).toEqual({ ok: false, refusal: { kind: "empty" } });
    expect(parseAmount(`${" ".repeat(50)}300.000 kr.`)).toEqual({ ok: true, value: kr(300_000) });
  });

  it("answers every text with an amount in range or a refusal", () => {
    const piece = fc.constantFrom(
      "0",
      "1",
      "12",
      "300",
      ".",
      ",",
      " ",
      "-",
      "(",
      "kr",
      "kr.",
      "mio.",
      "t.",
      "mia",
      "\u00a0",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const answer = parseAmount(typed);
        const amounts = answer.ok ? [answer.value] : "readings" in answer.refusal ? answer.refusal.readings : [];
        for (const amount of amounts) {
          expect(Number.isSafeInteger(amount) && amount >= 0 && amount <= largestAmount).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("formatKr", () => {
  test.each([
    [0, "0 kr."],
    [5, "0,05 kr."],
    [100, "1 kr."],
    [99_999, "999,99 kr."],
    [100_000, "1.000 kr."],
    [123_450, "1.234,50 kr."],
    [30_000_000, "300.000 kr."],
    [1_000_000_000_000, "10.000.000.000 kr."],
    [-123_450, "-1.234,50 kr."],
    [-5, "-0,05 kr."],
  ])("shows %d øre as %s", (amount, text) => {
    expect(plain(formatKr(oere(amount)))).toBe(text);
  });

  it("keeps number and unit on one line with U+00A0", () => {
    expect(formatKr(kr(300_000))).toBe("300.000\u00a0kr.");
    expect(formatMio(kr(600_000))).toBe("0,6\u00a0mio.\u00a0kr.");
  });

  it("groups the English way in English, with DKK in front", () => {
    expect(plain(formatKr(oere(123_456_750), "en"))).toBe("DKK 1,234,567.50");
    expect(plain(formatKr(kr(62_000), "en"))).toBe("DKK 62,000");
    expect(plain(formatKr(oere(-50), "en"))).toBe("DKK -0.50");
  });

  it("groups as Intl does for Denmark", () => {
    const danish = new Intl.NumberFormat("da-DK", { style: "currency", currency: "DKK" });
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000_000, max: largestAmount }), (amount) => {
        expect(formatKr(oere(amount))).toBe(danish.format(amount / 100).replace(/,00(?=\u00a0)/, ""));
      }),
    );
  });
});

describe("formatMio", () => {
  test.each([
    [kr(600_000), "0,6 mio. kr."],
    [kr(285_000), "0,285 mio. kr."],
    [kr(1_000_000), "1 mio. kr."],
    [kr(1_250_000), "1,25 mio. kr."],
    [kr(1_500_000_000), "1.500 mio. kr."],
    [kr(46_850), "0,047 mio. kr."],
    [kr(46_499), "0,046 mio. kr."],
    [kr(499), "0 mio. kr."],
    [kr(-499), "0 mio. kr."],
    [kr(-46_500), "-0,047 mio. kr."],
  ])("shows %d øre as %s", (amount, text) => {
    expect(plain(formatMio(amount))).toBe(text);
  });
});

describe("arithmetic in øre", () => {
  it("takes whole numbers only", () => {
    for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1]) {
      expect(() => oere(wrong)).toThrow(RangeError);
      expect(() => kr(wrong)).toThrow(RangeError);
    }
    expect(() => addOere(oere(Number.MAX_SAFE_INTEGER), oere(1))).toThrow(RangeError);
  });

  it("has one zero", () => {
    expect(Object.is(oere(-0), 0)).toBe(true);
    expect(Object.is(subtractOere(kr(1), kr(1)), 0)).toBe(true);
  });

  it("adds, subtracts and sums exactly", () => {
    expect(addOere(kr(62_000), kr(38_000))).toBe(10_000_000);
    expect(subtractOere(kr(300_000), kr(285_000))).toBe(1_500_000);
    expect(sumOere([kr(95_000), kr(85_000), kr(45_000), kr(60_000)])).toBe(kr(285_000));
    expect(sumOere([])).toBe(0);
  });
});
