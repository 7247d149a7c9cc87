import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  addMonths,
  atTime,
  clockTimeOf,
  closingInstant,
  daysBetween,
  epochMs,
  type Instant,
  instantFromEpochMs,
  isoWeek,
  type PlainDate,
  parseInstant,
  parsePlainDate,
  plainDateOf,
  plusDays,
  plusMillis,
  startOfDay,
  weekday,
} from "./dates.ts";

const day = (text: string) => text as PlainDate;
const at = (text: string) => text as Instant;
const DAY_MS = 86_400_000;

/** Every day 2021-2035, made by the machine's own calendar in UTC. */
const everyDay: readonly string[] = Array.from({ length: 5478 }, (_, index) =>
  new Date(Date.UTC(2021, 0, 1) + index * DAY_MS).toISOString().slice(0, 10),
);

const danishClock = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Copenhagen",
  dateStyle: "short",
  timeStyle: "medium",
  hourCycle: "h23",
});
/** "2022-03-31, 23:59:59": the Danish clock as the machine's own time zone rules show it. */
const danish = (instant: string) => danishClock.format(new Date(instant));

describe("rounds and deadlines", () => {
  it("000-07 opens on 01-03-2022 at 08.00 and closes when 31-03-2022 23.59 has passed, in summer time by then", () => {
    expect(atTime(day("2022-03-01"), "08:00")).toBe("2022-03-01T07:00:00.000Z");
    expect(closingInstant(day("2022-03-31"))).toBe("2022-03-31T22:00:00.000Z");
    const [opens, closes] = [atTime(day("2022-03-01"), "08:00"), closingInstant(day("2022-03-31"))];
    const isOpen = (now: string) => opens <= at(now) && at(now) < closes;
    expect(isOpen("2022-03-01T06:59:59.999Z")).toBe(false);
    expect(isOpen("2022-03-01T07:00:00.000Z")).toBe(true);
    expect(isOpen("2022-03-31T21:59:59.999Z")).toBe(true);
    expect(isOpen("2022-03-31T22:00:00.000Z")).toBe(false);
  });

  it("001-06 closes a consultation with deadline 30-07-2021 at 2021-07-30T22:00:00Z", () => {
    const deadline = parsePlainDate("30-07-2021");
    expect(deadline.ok && closingInstant(deadline.value)).toBe("2021-07-30T22:00:00.000Z");
  });

  it("lets the whole last minute count when the deadline has a clock time", () => {
    expect(closingInstant(day("2021-06-15"), "12:00")).toBe("2021-06-15T10:01:00.000Z");
  });
});

describe("every day 2021-2035, beside the machine's own calendar and time zone rules", () => {
  it("covers the fifteen years", () => {
    expect([everyDay[0], everyDay.at(-1)]).toEqual(["2021-01-01", "2035-12-31"]);
  });

  it("starts the day at Danish midnight, and not a millisecond later", () => {
    for (const text of everyDay) {
      const start = startOfDay(day(text));
      expect(danish(start)).toBe(`${text}, 00:00:00`);
      expect(plainDateOf(start)).toBe(text);
      expect(plainDateOf(plusMillis(start, -1))).not.toBe(text);
    }
  });

  it("closes exactly when the Danish clock leaves 23.59", () => {
    for (const text of everyDay) {
      const closing = closingInstant(day(text));
      expect(danish(plusMillis(closing, -1))).toBe(`${text}, 23:59:59`);
      expect(danish(closing).slice(12)).toBe("00:00:00");
      expect(closing).toBe(startOfDay(plusDays(day(text), 1)));
    }
  });

  it("shows the clock time that atTime was given", () => {
    for (const text of everyDay) {
      const morning = atTime(day(text), "07:00");
      expect(danish(morning)).toBe(`${text}, 07:00:00`);
      expect(clockTimeOf(morning)).toBe("07:00");
    }
  });

  it("counts days, weekdays and ISO weeks alike", () => {
    everyDay.forEach((text, index) => {
      expect(plusDays(day("2021-01-01"), index)).toBe(text);
      expect(daysBetween(day("2021-01-01"), day(text))).toBe(index);
      const utc = new Date(`${text}T00:00:00Z`);
      expect(weekday(day(text))).toBe(utc.getUTCDay() || 7);
      const thursday = new Date(utc.getTime() + (4 - (utc.getUTCDay() || 7)) * DAY_MS);
      const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
      expect(isoWeek(day(text))).toBe(Math.floor((thursday.getTime() - newYear) / DAY_MS / 7) + 1);
    });
  });
});

describe("the two nights when the clock is changed", () => {
  test.each([
    ["2022-03-27", "02:30", "2022-03-27T01:30:00.000Z", "the skipped hour, one hour on"],
    ["2022-03-27", "03:00", "2022-03-27T01:00:00.000Z", "summer time"],
    ["2022-10-30", "02:30", "2022-10-30T00:30:00.000Z", "the hour that comes twice, its first"],
    ["2022-10-30", "03:00", "2022-10-30T02:00:00.000Z", "winter time"],
  ])("%s %s is %s: %s", (date, time, instant) => {
    expect(atTime(day(date), time)).toBe(instant);
  });

  it("makes days of 23 and 25 hours", () => {
    const hours = (date: string) => (epochMs(closingInstant(day(date))) - epochMs(startOfDay(day(date)))) / 3_600_000;
    expect([hours("2022-03-27"), hours("2022-10-30"), hours("2022-03-28")]).toEqual([23, 25, 24]);
  });

  test.each(["8:00", "24:00", "08.00", "08:60", "", "08:00:00"])("takes no clock time %j", (time) => {
    expect(() => atTime(day("2022-03-01"), time)).toThrow(RangeError);
  });
});

describe("parsePlainDate", () => {
  test.each([
    ["2022-02-08", "2022-02-08"],
    ["08-02-2022", "2022-02-08"],
    ["8-2-2022", "2022-02-08"],
    ["30.07.2021", "2021-07-30"],
    ["30/7/2021", "2021-07-30"],
    ["30/7-2021", "2021-07-30"],
    ["30/7 2021", "2021-07-30"],
    ["15. juni 2021", "2021-06-15"],
    ["15 juni 2021", "2021-06-15"],
    ["15.\u00a0juni\u00a02021", "2021-06-15"],
    ["17. AUGUST 2021", "2021-08-17"],
    ["den 1. maj 2021", "2021-05-01"],
    ["tirsdag den 15. juni 2021", "2021-06-15"],
    ["Lørdag den 1. okt. 2022", "2022-10-01"],
    ["15 June 2021", "2021-06-15"],
    ["Tuesday, 15 June 2021", "2021-06-15"],
    [" 19-01-2015 ", "2015-01-19"],
    ["29-02-2024", "2024-02-29"],
    ["01-01-1900", "1900-01-01"],
    ["31-12-2999", "2999-12-31"],
  ])("reads “%s” as %s", (text, date) => {
    expect(parsePlainDate(text)).toEqual({ ok: true, value: date });
  });

  test.each([
    ["", "empty"],
    [" \u00a0 ", "empty"],
    ["31-02-2021", "no-such-day"],
    ["29-02-2023", "no-such-day"],
    ["2021-13-01", "no-such-day"],
    ["00-01-2021", "no-such-day"],
    ["2021-00-10", "no-such-day"],
    ["31. juni 2021", "no-such-day"],
    ["30-07-21", "two-digit-year"],
    ["15. juni 21", "two-digit-year"],
    ["01-01-1899", "year-out-of-range"],
    ["01-01-3000", "year-out-of-range"],
    ["01-01-0022", "year-out-of-range"],
    ["12/25/2021", "no-such-day"],
    ["juni 2021", "not-a-date"],
    ["15. jun 2021 kl. 10", "not-a-date"],
    ["15. jonas 2021", "not-a-date"],
    ["senest 15. juni 2021", "not-a-date"],
    ["2021-7-30", "not-a-date"],
    ["20210730", "not-a-date"],
    ["2021-07-30T00:00:00Z", "not-a-date"],
    ["uge 30", "not-a-date"],
  ])("refuses “%s” as %s", (text, kind) => {
    expect(parsePlainDate(text)).toMatchObject({ ok: false, refusal: { kind } });
  });

  it("answers any text without throwing, and with a date that exists", () => {
    const piece = fc.constantFrom("0", "1", "2", "31", "2021", "-", ".", "/", " ", "juni", "den ");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const answer = parsePlainDate(pieces.join(""));
        if (answer.ok) expect(new Date(`${answer.value}T00:00:00Z`).toISOString().slice(0, 10)).toBe(answer.value);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("parseInstant", () => {
  test.each([
    ["2021-07-30T22:00:00Z", "2021-07-30T22:00:00.000Z"],
    ["2021-07-30T22:00:00.000Z", "2021-07-30T22:00:00.000Z"],
    ["2021-07-30T22:00:00.5Z", "2021-07-30T22:00:00.500Z"],
    ["2021-07-30T21:59:59.9999999Z", "2021-07-30T21:59:59.999Z"],
    ["2021-07-31T00:00:00+02:00", "2021-07-30T22:00:00.000Z"],
    ["2021-07-30T18:00:00-04:00", "2021-07-30T22:00:00.000Z"],
    ["1900-01-01T00:00:00+01:00", "1899-12-31T23:00:00.000Z"],
  ])("reads %s as %s", (text, instant) => {
    expect(parseInstant(text)).toEqual({ ok: true, value: instant });
  });

  test.each([
    ["", "empty"],
    ["2021-07-30", "not-a-date"],
    ["2021-07-30T22:00:00", "not-a-date"],
    ["2021-07-30T22:00Z", "not-a-date"],
    ["2021-07-30 22:00:00Z", "not-a-date"],
    ["2021-07-30T24:00:00Z", "not-a-date"],
    ["2021-07-30T22:00:60Z", "not-a-date"],
    ["2021-02-30T22:00:00Z", "no-such-day"],
    ["2021-02-30T22:00:00.000Z", "no-such-day"],
    ["0001-01-01T00:00:00Z", "year-out-of-range"],
    ["tomorrow", "not-a-date"],
  ])("refuses “%s” as %s", (text, kind) => {
    expect(parseInstant(text)).toMatchObject({ ok: false, refusal: { kind, ...(kind === "empty" ? {} : { text }) } });
  });
});

describe("instants", () => {
  const milliseconds = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2999, 11, 31) });

  it("are written as the machine's own calendar writes them, and read back", () => {
    fc.assert(
      fc.property(milliseconds, (time) => {
        const instant = instantFromEpochMs(time);
        expect(instant).toBe(new Date(time).toISOString());
        expect(epochMs(instant)).toBe(time);
        expect(parseInstant(instant)).toEqual({ ok: true, value: instant });
      }),
    );
  });

  it("sort as text in the order of time", () => {
    fc.assert(
      fc.property(milliseconds, milliseconds, (a, b) => {
        expect(instantFromEpochMs(a) < instantFromEpochMs(b)).toBe(a < b);
      }),
    );
  });

  it("move by milliseconds", () => {
    expect(plusMillis(at("2021-12-31T23:59:59.999Z"), 1)).toBe("2022-01-01T00:00:00.000Z");
    expect(plusMillis(at("2022-01-01T00:00:00.000Z"), -1)).toBe("2021-12-31T23:59:59.999Z");
  });

  it("refuse to leave the years in which text sorts as time", () => {
    expect(() => plusDays(day("2999-12-31"), 2_600_000)).toThrow(RangeError);
    expect(() => instantFromEpochMs(-62_000_000_000_000)).toThrow(RangeError);
    expect(() => plusMillis(at("2021-01-01T00:00:00.000Z"), 300_000_000_000_000)).toThrow(RangeError);
  });
});

describe("calendar arithmetic", () => {
  test.each([
    ["2023-06-30", 3, "2023-09-30"],
    ["2023-11-30", 3, "2024-02-29"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-03-31", -1, "2024-02-29"],
    ["2022-12-15", 1, "2023-01-15"],
  ])("%s and %d months is %s", (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  it("counts days back as negative", () => {
    expect(daysBetween(day("2022-03-31"), day("2022-03-01"))).toBe(-30);
    expect(plusDays(day("2022-03-01"), -1)).toBe("2022-02-28");
  });

  it("knows that 2026 has a week 53", () => {
    expect([isoWeek(day("2026-12-31")), isoWeek(day("2027-01-03")), isoWeek(day("2027-01-04"))]).toEqual([53, 53, 1]);
  });
});
