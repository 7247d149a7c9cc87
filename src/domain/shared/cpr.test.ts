import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { findCpr } from "./cpr.ts";
import { formatAmount, formatKr, oere } from "./money.ts";

function found(text: string): string | undefined {
  const position = findCpr(text);
  return position && text.slice(position.start, position.end);
}

describe("R-08 findCpr", () => {
  test.each([
    ["010203-1234", "010203-1234"],
    ["12.03.45-1234", "12.03.45-1234"],
    ["12 03 45-1234", "12 03 45-1234"],
    ["Borgeren (12.03.45 – 1234) har", "12.03.45 – 1234"],
    ["12\u00a003\u00a045\u20111234", "12\u00a003\u00a045\u20111234"],
    ["12.03.45-1234 og 010203-1234", "12.03.45-1234"],
    ["010203-1234 og 12.03.45-1234", "010203-1234"],
    ["99.03.45-1234 og 12 03 45-1234", "12 03 45-1234"],
  ])("finds a number in “%s”", (text, number) => {
    expect(found(text)).toBe(number);
  });

  test.each([
    "32.03.45-1234",
    "12.13.45-1234",
    "31.04.45-1234",
    "12.03.45-12345",
    "112.03.45-1234",
    "12.03.45 1234",
    "08.02.22-2023b",
    "1.12.03.45-1234",
    "85.13.00-P20-1-20",
    "12.03.2045-1234",
    "+45 12 03 45-1234",
    "12 03 45 67",
    "12 03 04 67 - 1234",
  ])("finds none in “%s”", (text) => {
    expect(findCpr(text)).toBeUndefined();
  });

  const amount = fc.integer({ min: 0, max: 1_000_000_000_000 }).map(oere);

  it("takes no amount and no two amounts with a dash between for a number", () => {
    fc.assert(
      fc.property(amount, amount, (from, to) => {
        const spaced = formatAmount(from).replaceAll(".", " ");
        for (const text of [formatKr(from), formatKr(from, "en"), spaced, `${formatKr(from)} - ${formatKr(to)}`]) {
          expect(findCpr(text)).toBeUndefined();
        }
        if (from >= 100_000 && to >= 100_000) {
          expect(findCpr(`${formatAmount(from)}-${formatAmount(to)}`)).toBeUndefined();
          expect(findCpr(`${spaced}-${formatAmount(to)}`)).toBeUndefined();
        }
      }),
      { seed: 8, numRuns: 2000 },
    );
  });

  it("takes no telephone number in pairs, nor two of them, nor one with an extension, for a number", () => {
    const pair = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, "0"));
    const phone = fc.array(pair, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(phone, phone, fc.constantFrom(" ", "."), (one, other, between) => {
        const [a, b] = [one.join(between), other.join(between)];
        for (const text of [a, `+45 ${a}`, `${a} - ${b}`, `${a}-${b}`, `${a}-${other.slice(2).join("")}`]) {
          expect(findCpr(text)).toBeUndefined();
        }
      }),
      { seed: 8, numRuns: 2000 },
    );
  });
});
