import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type Instant, isoWeek, type PlainDate, plusDays, weekday } from "./dates.ts";
import { holidayName, isHoliday } from "./holiday-dates.ts";
import {
  addWorkingDays,
  defaultWorkingDayCalendar as calendar,
  isHolidayWeek,
  isWorkingDay,
  nextSendingInstant,
  nextWorkingDay,
  workingDaysBetween,
  workingDaysOutsideHolidayWeeks,
} from "./working-days.ts";

const day = (text: string) => text as PlainDate;
const at = (text: string) => text as Instant;
const DAY_MS = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Working days 2020-2036 counted a second way: the machine's own calendar, and Easter by the method of Oudin. */
const workingDays: readonly string[] = (() => {
  const closed = new Set<string>();
  for (let year = 2020; year <= 2036; year++) {
    const century = Math.floor(year / 100);
    const golden = year % 19;
    const k = Math.floor((century - 17) / 25);
    let i = (century - Math.floor(century / 4) - Math.floor((century - k) / 3) + 19 * golden + 15) % 30;
    i -= Math.floor(i / 28) * (1 - Math.floor(29 / (i + 1)) * Math.floor((21 - golden) / 11));
    const j = (year + Math.floor(year / 4) + i + 2 - century + Math.floor(century / 4)) % 7;
    const easter = Date.UTC(year, 2, 28 + i - j);
    const afterEaster = [-3, -2, 0, 1, 39, 49, 50, ...(year < 2024 ? [26] : [])];
    for (const days of afterEaster) closed.add(iso(easter + days * DAY_MS));
    for (const date of ["01-01", "06-05", "12-24", "12-25", "12-26", "12-31"]) closed.add(`${year}-${date}`);
  }
  const days: string[] = [];
  for (let time = Date.UTC(2020, 0, 1); time <= Date.UTC(2036, 11, 31); time += DAY_MS) {
    const weekdayNumber = new Date(time).getUTCDay();
    if (weekdayNumber !== 0 && weekdayNumber !== 6 && !closed.has(iso(time))) days.push(iso(time));
  }
  return days;
})();

const anyDay = fc.integer({ min: 0, max: 5477 }).map((days) => plusDays(day("2021-01-01"), days));

describe("public holidays", () => {
  const kinds = [
    "Skærtorsdag",
    "Langfredag",
    "Påskedag",
    "2. påskedag",
    "Store bededag",
    "Kristi himmelfartsdag",
    "Pinsedag",
    "2. pinsedag",
  ];
  test.each([
    ["2021", "1/4 2/4 4/4 5/4 30/4 13/5 23/5 24/5"],
    ["2022", "14/4 15/4 17/4 18/4 13/5 26/5 5/6 6/6"],
    ["2023", "6/4 7/4 9/4 10/4 5/5 18/5 28/5 29/5"],
    ["2024", "28/3 29/3 31/3 1/4 – 9/5 19/5 20/5"],
    ["2025", "17/4 18/4 20/4 21/4 – 29/5 8/6 9/6"],
    ["2026", "2/4 3/4 5/4 6/4 – 14/5 24/5 25/5"],
    ["2027", "25/3 26/3 28/3 29/3 – 6/5 16/5 17/5"],
    ["2028", "13/4 14/4 16/4 17/4 – 25/5 4/6 5/6"],
    ["2029", "29/3 30/3 1/4 2/4 – 10/5 20/5 21/5"],
    ["2030", "18/4 19/4 21/4 22/4 – 30/5 9/6 10/6"],
  ])("of %s are %s, New Year's Day and two days of Christmas", (year, table) => {
    const expected = new Map([
      [`${year}-01-01`, "Nytårsdag"],
      [`${year}-12-25`, "Juledag"],
      [`${year}-12-26`, "2. juledag"],
    ]);
    table.split(" ").forEach((cell, index) => {
      const [date, month] = cell.split("/");
      if (month) expected.set(`${year}-${month.padStart(2, "0")}-${date?.padStart(2, "0")}`, kinds[index] ?? "");
    });
    const found = new Map<string, string>();
    for (let date = day(`${year}-01-01`); date <= `${year}-12-31`; date = plusDays(date, 1)) {
      const name = holidayName(date, "da");
      expect(isHoliday(date)).toBe(name !== undefined);
      if (name) found.set(date, name);
    }
    expect(found).toEqual(expected);
  });

  it("have English names", () => {
    expect(holidayName(day("2027-05-06"), "en")).toBe("Ascension Day");
    expect(holidayName(day("2027-05-07"), "en")).toBeUndefined();
  });

  it("put Easter where it falls earliest and latest", () => {
    expect(holidayName(day("2285-03-22"), "da")).toBe("Påskedag");
    expect(holidayName(day("2038-04-25"), "da")).toBe("Påskedag");
    // The two years in which the simple rules go wrong by a week.
    expect(holidayName(day("1981-04-19"), "da")).toBe("Påskedag");
    expect(holidayName(day("1954-04-18"), "da")).toBe("Påskedag");
  });
});

describe("R-39 seven working days to answer a request for access", () => {
  test.each([
    ["2022-04-07", "2022-04-21", "Easter"],
    ["2023-04-28", "2023-05-10", "Store bededag 05-05"],
    ["2024-04-19", "2024-04-30", "no Store bededag any more"],
  ])("received %s → %s (%s)", (received, seventh) => {
    expect(addWorkingDays(day(received), 7, calendar)).toBe(seventh);
    expect(workingDaysBetween(day(received), day(seventh), calendar)).toBe(7);
  });

  it("R-38 runs on through holiday weeks", () => {
    expect(addWorkingDays(day("2021-07-09"), 7, calendar)).toBe("2021-07-20");
  });
});

describe("working days, every day 2021-2035 counted a second way", () => {
  it("agrees on which days are working days", () => {
    const known = new Set(workingDays);
    for (let date = day("2021-01-01"); date <= "2035-12-31"; date = plusDays(date, 1)) {
      expect([date, isWorkingDay(date, calendar)]).toEqual([date, known.has(date)]);
    }
  });

  it("agrees on where ten working days and twenty lead, forth and back", () => {
    for (let date = day("2021-01-01"), passed = 0; date <= "2035-12-31"; date = plusDays(date, 1)) {
      while ((workingDays[passed] ?? "") <= date) passed++;
      // passed = how many working days since 2020 lie on or before the date.
      const before = workingDays[passed - 1] === date ? passed - 1 : passed;
      expect(nextWorkingDay(date, calendar)).toBe(workingDays[passed]);
      expect(addWorkingDays(date, 10, calendar)).toBe(workingDays[passed + 9]);
      expect(addWorkingDays(date, 20, calendar)).toBe(workingDays[passed + 19]);
      expect(addWorkingDays(date, -5, calendar)).toBe(workingDays[before - 5]);
    }
  });

  it("undoes addWorkingDays by workingDaysBetween", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (date, n) => {
        const there = addWorkingDays(date, n, calendar);
        expect(workingDaysBetween(date, there, calendar)).toBe(n);
        expect(n === 0 || isWorkingDay(there, calendar)).toBe(true);
      }),
    );
  });

  it("counts in parts what it counts in one", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(120), fc.nat(120), (from, a, b) => {
        const [middle, to] = [plusDays(from, a), plusDays(from, a + b)];
        expect(workingDaysBetween(from, middle, calendar) + workingDaysBetween(middle, to, calendar)).toBe(
          workingDaysBetween(from, to, calendar),
        );
      }),
    );
  });
});

describe("the municipality's calendar", () => {
  it("closes Grundlovsdag, Christmas Eve and New Year's Eve unless the setting says otherwise", () => {
    const open = { ...calendar, closedDays: [] };
    for (const date of ["2026-06-05", "2026-12-24", "2026-12-31"]) {
      expect(isWorkingDay(day(date), calendar)).toBe(false);
      expect(isWorkingDay(day(date), open)).toBe(true);
    }
  });

  it("can close one day of one year", () => {
    const bridged = { ...calendar, closedDays: [...calendar.closedDays, "2027-05-07"] };
    expect(nextWorkingDay(day("2027-05-05"), bridged)).toBe("2027-05-10");
    expect(nextWorkingDay(day("2027-05-05"), calendar)).toBe("2027-05-07");
  });

  it("leaves the day as it is when no days are added", () => {
    expect(addWorkingDays(day("2026-12-24"), 0, calendar)).toBe("2026-12-24");
  });

  it("takes no parts of days, and does not search a calendar without open days for ever", () => {
    expect(() => addWorkingDays(day("2026-12-24"), 1.5, calendar)).toThrow(RangeError);
    const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));
    const days = Array.from({ length: 31 }, (_, index) => String(index + 1).padStart(2, "0"));
    const shut = { ...calendar, closedDays: months.flatMap((month) => days.map((date) => `${month}-${date}`)) };
    expect(() => nextWorkingDay(day("2026-12-24"), shut)).toThrow(RangeError);
  });
});

describe("holiday weeks", () => {
  test.each([
    ["2021-07-12", "2021-08-01"],
    ["2022-07-11", "2022-07-31"],
    ["2023-07-10", "2023-07-30"],
    ["2024-07-08", "2024-07-28"],
    ["2025-07-07", "2025-07-27"],
    ["2026-07-06", "2026-07-26"],
    ["2027-07-12", "2027-08-01"],
    ["2028-07-10", "2028-07-30"],
    ["2029-07-09", "2029-07-29"],
    ["2030-07-08", "2030-07-28"],
  ])("are weeks 28-30, %s to %s", (monday, sunday) => {
    expect([isoWeek(day(monday)), weekday(day(monday))]).toEqual([28, 1]);
    for (let date = day(monday); date <= sunday; date = plusDays(date, 1)) {
      expect(isHolidayWeek(date, calendar)).toBe(true);
    }
    expect(isHolidayWeek(plusDays(day(monday), -1), calendar)).toBe(false);
    expect(isHolidayWeek(plusDays(day(sunday), 1), calendar)).toBe(false);
  });

  it("are the days from Christmas Eve to New Year's Day", () => {
    const inHoliday = ["2026-12-23", "2026-12-24", "2026-12-29", "2027-01-01", "2027-01-02"].map((date) =>
      isHolidayWeek(day(date), calendar),
    );
    expect(inHoliday).toEqual([false, true, true, true, false]);
  });

  it("are a setting", () => {
    const autumn = { ...calendar, holidayWeeks: { isoWeeks: [42], periods: [{ from: "02-01", to: "02-07" }] } };
    const inHoliday = ["2026-10-12", "2026-07-06", "2026-02-07", "2026-02-08", "2026-12-28"].map((date) =>
      isHolidayWeek(day(date), autumn),
    );
    expect(inHoliday).toEqual([true, false, true, false, false]);
  });

  it("leave a consultation from 16-06-2021 to 30-07-2021 with 17 undisturbed working days of 32", () => {
    expect(workingDaysBetween(day("2021-06-16"), day("2021-07-30"), calendar)).toBe(32);
    expect(workingDaysOutsideHolidayWeeks(day("2021-06-16"), day("2021-07-30"), calendar)).toBe(17);
  });
});

describe("nextSendingInstant", () => {
  test.each([
    ["2026-11-02T05:59:59.999Z", "2026-11-02T06:00:00.000Z", "before 07.00 waits for 07.00"],
    ["2026-11-02T06:00:00.000Z", "2026-11-02T06:00:00.000Z", "07.00 is sent"],
    ["2026-11-02T06:00:30.000Z", "2026-11-02T06:00:30.000Z", "within the minute after 07.00 is sent"],
    ["2026-11-02T16:59:59.999Z", "2026-11-02T16:59:59.999Z", "17.59 is sent"],
    ["2026-11-02T17:00:00.000Z", "2026-11-03T06:00:00.000Z", "18.00 waits for the next morning"],
    ["2026-07-03T16:30:00.000Z", "2026-07-06T05:00:00.000Z", "Friday evening waits for Monday, in summer time"],
    ["2026-03-27T17:00:00.000Z", "2026-03-30T05:00:00.000Z", "over the night the clock is put forward"],
    ["2026-04-01T17:00:00.000Z", "2026-04-07T05:00:00.000Z", "over Easter"],
    ["2026-12-23T18:00:00.000Z", "2026-12-28T06:00:00.000Z", "over Christmas"],
    ["2026-06-05T09:00:00.000Z", "2026-06-08T05:00:00.000Z", "not on Grundlovsdag"],
    ["2026-11-01T23:30:00.000Z", "2026-11-02T06:00:00.000Z", "the Danish day counts, not the day in UTC"],
  ])("%s → %s: %s", (now, sent) => {
    expect(nextSendingInstant(at(now), calendar)).toBe(sent);
  });

  it("never goes back, and is content with its own answer", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2021, 0, 1), max: Date.UTC(2035, 11, 31) }), (time) => {
        const now = at(new Date(time).toISOString());
        const sent = nextSendingInstant(now, calendar);
        expect(sent >= now).toBe(true);
        expect(nextSendingInstant(sent, calendar)).toBe(sent);
      }),
    );
  });
});
