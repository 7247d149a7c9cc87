import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type PlainDate, parsePlainDate, plusDays, weekday } from "./dates.ts";
import { monthNames } from "./month-names.ts";
import { readTypedDate } from "./typed-date.ts";

const read = (text: string): unknown => {
  const date = readTypedDate(text);
  return date.ok ? date.value : date.refusal;
};

describe("readTypedDate", () => {
  test.each([
    "1/1 27",
    "1/1-27",
    "1.1.27",
    "1. 1. 27",
    "01-01-27",
    "01 01 2027",
    "01012027",
    "20270101",
    "2027-1-1",
    "2027.01.01.",
    "1. januar 2027",
    "1.januar 2027",
    "1 januar 27",
    "d. 1. jan. '27",
    "den 1/1 2027",
    "Fredag den 1. januar 2027",
    "fre. 1/1-27",
    "1-jan-27",
    "  1 – 1 – 2027 ",
    "1st January 2027",
    "January 1, 2027",
    "Friday, 1 January 2027",
  ])("reads %j as the first of January 2027", (text) => {
    expect(read(text)).toBe("2027-01-01");
  });

  it("reads cut names of months", () => {
    expect(read("3. sept. 2027")).toBe("2027-09-03");
    expect(read("28. febr. 27")).toBe("2027-02-28");
  });

  test.each([
    ["", { kind: "empty" }],
    [" ", { kind: "empty" }],
    ["31/2 27", { kind: "no-such-day" }],
    ["29. februar 2027", { kind: "no-such-day" }],
    ["0-1-2027", { kind: "no-such-day" }],
    ["32012027", { kind: "no-such-day" }],
    ["30022027", { kind: "no-such-day" }],
    ["1-1-3027", { kind: "year-out-of-range" }],
    ["1/1", { kind: "part-missing" }],
    ["1. januar", { kind: "part-missing" }],
    ["januar 2027", { kind: "part-missing" }],
    ["01-2027", { kind: "part-missing" }],
    ["2027", { kind: "part-missing" }],
    ["3/15/2027", { kind: "month-first", reading: "2027-03-15" }],
    ["12-31-27", { kind: "month-first", reading: "2027-12-31" }],
    ["27-01-02", { kind: "two-readings", readings: ["2027-01-02", "2002-01-27"] }],
    ["mandag den 1. januar 2027", { kind: "other-weekday", reading: "2027-01-01" }],
    ["snart", { kind: "not-a-date" }],
    ["efter ferien", { kind: "not-a-date" }],
    ["1. juleuge 2027", { kind: "not-a-date" }],
    ["0101901234", { kind: "not-a-date" }],
  ])("refuses %j with what is the matter", (text, refusal) => {
    expect(read(text)).toEqual(refusal);
  });

  it("asks only where a Dane could mean something else: the day comes first in 25-03-27", () => {
    expect(read("25-03-27")).toBe("2027-03-25");
    expect(read("5-03-02")).toBe("2002-03-05");
    expect(read("05-06-2007")).toBe("2007-06-05");
  });

  const aDate = fc.integer({ min: 0, max: 29_219 }).map((days) => plusDays("2020-01-01" as PlainDate, days));
  const dayNames = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];

  it("reads every day 2020-2099 in every way people write it, and never as another", () => {
    const styles: readonly ((y: string, m: string, d: string, date: PlainDate) => string)[] = [
      (y, m, d) => `${Number(d)}/${Number(m)} ${y.slice(2)}`,
      (y, m, d) => `${Number(d)}.${Number(m)}.${y.slice(2)}`,
      (y, m, d) => `${d}-${m}-${y}`,
      (y, m, d) => `${d}${m}${y}`,
      (y, m, d) => `${y}${m}${d}`,
      (y, m, d) => `${y}/${Number(m)}/${Number(d)}`,
      (y, m, d) => `${Number(d)}. ${monthNames.da[Number(m) - 1]} ${y.slice(2)}`,
      (y, m, d) => `${monthNames.en[Number(m) - 1]} ${Number(d)}, ${y}`,
      (y, m, d, date) => `${dayNames[weekday(date) - 1]} d. ${d}-${m}-${y}`,
    ];
    fc.assert(
      fc.property(aDate, fc.nat(styles.length - 1), fc.boolean(), (date, style, loud) => {
        const [y = "", m = "", d = ""] = date.split("-");
        const text = styles[style]?.(y, m, d, date) ?? "";
        expect(read(loud ? ` ${text.toUpperCase()} ` : text)).toBe(date);
      }),
    );
  });

  it("agrees with what is stored wherever that can be read, and takes anything else as a value, never an error", () => {
    const piece = fc.constantFrom("1", "01", "27", "31", "2027", "januar", "maj", "den", "mandag", "/", "-", ".", " ");
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(piece, { maxLength: 7 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const stored = parsePlainDate(typed);
        const date = readTypedDate(typed);
        if (date.ok) expect(parsePlainDate(date.value)).toEqual(date);
        if (stored.ok && (date.ok || date.refusal.kind !== "other-weekday")) expect(date).toEqual(stored);
      }),
    );
  });
});
