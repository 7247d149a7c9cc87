import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type Instant, type PlainDate, parsePlainDate, plusDays } from "./dates.ts";
import {
  formatDate,
  formatDayAndMonth,
  formatDeadline,
  formatInstant,
  formatShortDate,
  formatTime,
} from "./format-dates.ts";

const day = (text: string) => text as PlainDate;
const at = (text: string) => text as Instant;

describe("dates", () => {
  it("are written in full in both languages", () => {
    expect(formatDate(day("2027-03-28"), "da")).toBe("28. marts 2027");
    expect(formatDate(day("2027-03-28"), "en")).toBe("28 March 2027");
    expect(formatDate(day("2022-02-08"), "da")).toBe("8. februar 2022");
  });

  it("are written as Intl writes them, every month", () => {
    const danish = new Intl.DateTimeFormat("da-DK", { dateStyle: "long", timeZone: "UTC" });
    const english = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
    for (let month = 1; month <= 12; month++) {
      const date = day(`2027-${String(month).padStart(2, "0")}-09`);
      expect(formatDate(date, "da")).toBe(danish.format(new Date(date)));
      expect(formatDate(date, "en")).toBe(english.format(new Date(date)));
    }
  });

  it("are written with dashes in case files, and without year in running text", () => {
    expect(formatShortDate(day("2027-03-28"))).toBe("28-03-2027");
    expect(formatDayAndMonth(day("2027-03-08"), "da")).toBe("8. marts");
    expect(formatDayAndMonth(day("2027-03-08"), "en")).toBe("8 March");
  });

  it("can be typed back in every form", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300_000 }), (days) => {
        const date = plusDays(day("1900-01-01"), days);
        for (const text of [formatDate(date, "da"), formatDate(date, "en"), formatShortDate(date)]) {
          expect(parsePlainDate(text)).toEqual({ ok: true, value: date });
        }
      }),
    );
  });
});

describe("times", () => {
  it("follow the Danish clock, with a full stop in Danish", () => {
    expect(formatTime(at("2022-03-31T21:59:00.000Z"))).toBe("23.59");
    expect(formatTime(at("2022-03-01T07:00:00.000Z"), "da")).toBe("08.00");
    expect(formatTime(at("2022-03-01T07:00:00.000Z"), "en")).toBe("08:00");
  });

  it("stand after the date when something happened", () => {
    expect(formatInstant(at("2022-03-31T22:00:00.000Z"), "da")).toBe("1. april 2022 kl. 00.00");
    expect(formatInstant(at("2022-03-31T21:58:00.000Z"), "en")).toBe("31 March 2022 at 23:58");
  });
});

describe("deadlines", () => {
  test.each([
    ["2027-03-28T22:00:00.000Z", "28. marts 2027 kl. 23.59"],
    ["2021-07-30T22:00:00.000Z", "30. juli 2021 kl. 23.59"],
    ["2022-12-31T23:00:00.000Z", "31. december 2022 kl. 23.59"],
    ["2021-06-15T10:01:00.000Z", "15. juni 2021 kl. 12.00"],
  ])("R-07 closing at %s are shown as %s, the last minute in time", (closing, text) => {
    expect(formatDeadline(at(closing))).toBe(text);
  });

  it("are shown in English too", () => {
    expect(formatDeadline(at("2027-03-28T22:00:00.000Z"), "en")).toBe("28 March 2027 at 23:59");
  });
});
