import { describe, expect, it, test } from "vitest";
import {
  danishClock,
  dayNumber,
  daysOf,
  easterOf,
  holidaysOf,
  isoWeeksOf,
  momentsAt,
  sendingMomentFrom,
  workingDaysOf,
} from "#test/builders/second-calendar.ts";
import {
  atTime,
  closingInstant,
  epochMs,
  type Instant,
  isoWeek,
  type PlainDate,
  plusDays,
  startOfDay,
} from "./dates.ts";
import { easterSunday, holidayName } from "./holiday-dates.ts";
import {
  addWorkingDays,
  defaultWorkingDayCalendar as calendar,
  nextSendingInstant,
  workingDaysBetween,
} from "./working-days.ts";

const day = (text: string) => text as PlainDate;
const at = (text: string) => text as Instant;
const years = daysOf(2021, 2035) as readonly PlainDate[];
const workingDays = workingDaysOf(2020, 2036);
const working = new Set(workingDays);

describe("every day 2021-2035, beside a second calendar", () => {
  it("covers the fifteen years", () => {
    expect([years.length, years[0], years.at(-1)]).toEqual([5478, "2021-01-01", "2035-12-31"]);
  });

  it("has the same deadline at 23.59, which is the last whole minute of the day", () => {
    const shown = years.map((date) => {
      const closes = epochMs(closingInstant(date));
      return [danishClock(closes - 1), danishClock(closes).slice(11)].join();
    });
    expect(shown).toEqual(years.map((date) => `${date} 23:59:59.999,00:00:00.000`));
  });

  it("has the same moment for what the clock shows, also in the hour that is skipped or comes twice", () => {
    const changes = years.filter((date) => danishClock(epochMs(startOfDay(date)) + 86_400_000).slice(11, 13) !== "00");
    expect(changes).toHaveLength(30);
    const everyHalfHour = Array.from({ length: 48 }, (_, half) => {
      return `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 === 0 ? "00" : "30"}`;
    });
    const asked = [
      ...changes.flatMap((date) => everyHalfHour.map((time) => [date, time] as const)),
      ...years.map((date) => [date, "08:00"] as const),
    ];
    // No moment shows the skipped hour: the same minute one hour later stands for it.
    const expected = asked.map(
      ([date, time]) => momentsAt(date, time)[0] ?? momentsAt(date, time.replace("02:", "03:"))[0],
    );
    expect(asked.map(([date, time]) => atTime(date, time))).toEqual(expected);
  });

  it("has the same Easter and holidays, Store bededag until 2023", () => {
    for (let year = 2021; year <= 2035; year += 1) expect(easterSunday(year)).toBe(easterOf(year));
    const expected = new Map(Array.from({ length: 15 }, (_, index) => [...holidaysOf(2021 + index)]).flat());
    expect(years.map((date) => holidayName(date, "da"))).toEqual(years.map((date) => expected.get(date)));
    expect(years.filter((date) => holidayName(date, "da") === "Store bededag")).toEqual([
      "2021-04-30",
      "2022-05-13",
      "2023-05-05",
    ]);
  });

  it("has the same ISO week", () => {
    const weeks = isoWeeksOf(2021, 2035);
    expect(years.map((date) => isoWeek(date))).toEqual(years.map((date) => weeks.get(date)));
  });

  it("has the same day 1, 3 and 10 working days before and after, and the same count between", () => {
    const [counted, expected]: [unknown[], unknown[]] = [[], []];
    let passed = 0;
    for (const date of years) {
      while ((workingDays[passed] ?? "") <= date) passed += 1;
      const before = workingDays[passed - 1] === date ? passed - 1 : passed;
      for (const n of [1, 3, 10]) {
        counted.push(addWorkingDays(date, n, calendar), addWorkingDays(date, -n, calendar));
        expected.push(workingDays[passed + n - 1], workingDays[before - n]);
      }
      const end = plusDays(date, 10);
      let between = 0;
      while ((workingDays[passed + between] ?? "") <= end) between += 1;
      counted.push(workingDaysBetween(date, end, calendar));
      expected.push(between);
    }
    expect(counted).toEqual(expected);
  });

  it("has the same next moment for sending around 07.00 and 18.00", () => {
    const asked = years.flatMap((date) => {
      const [opens, closes] = [epochMs(atTime(date, "07:00")), epochMs(atTime(date, "18:00"))];
      return [opens - 1, opens, closes - 1, closes];
    });
    const sent = asked.map((moment) => nextSendingInstant(at(new Date(moment).toISOString()), calendar));
    expect(sent).toEqual(asked.map((moment) => sendingMomentFrom(moment, working)));
  });
});

describe("T34 a deadline on the days when the clock is changed", () => {
  test.each([
    ["2027-03-28", 23, "2027-03-28T21:59:59.999Z", "2027-03-27T22:59:59.999Z"],
    ["2027-10-31", 25, "2027-10-31T22:59:59.999Z", "2027-10-30T21:59:59.999Z"],
  ])("T34 %s has %d hours and is open until %s; one day before is %s", (date, hours, last, dayBefore) => {
    const closes = closingInstant(day(date));
    expect((epochMs(closes) - epochMs(startOfDay(day(date)))) / 3_600_000).toBe(hours);
    expect(at(last) < closes).toBe(true);
    expect(epochMs(closes) - epochMs(at(last))).toBe(1);
    const reminder = closingInstant(plusDays(day(date), -1));
    expect(epochMs(reminder) - epochMs(at(dayBefore))).toBe(1);
    expect(danishClock(epochMs(at(dayBefore))).slice(11, 16)).toBe("23:59");
    // 24 hours earlier would be another minute of the clock.
    expect(danishClock(epochMs(at(last)) - 86_400_000).slice(11, 16)).not.toBe("23:59");
  });

  it("T34 28-03-2027 is Easter Sunday as well: three working days before is Monday 22-03, the next after is 30-03", () => {
    expect(holidayName(day("2027-03-28"), "da")).toBe("Påskedag");
    expect(addWorkingDays(day("2027-03-28"), -3, calendar)).toBe("2027-03-22");
    expect(addWorkingDays(day("2027-03-28"), 1, calendar)).toBe("2027-03-30");
  });
});

describe("T35 02.30 on the nights when the clock is changed", () => {
  it("T35 is once, one hour later, in the hour that is skipped, and the earlier one of the hour that comes twice", () => {
    expect(momentsAt("2027-03-28", "02:30")).toEqual([]);
    expect(atTime(day("2027-03-28"), "02:30")).toBe("2027-03-28T01:30:00.000Z");
    expect(momentsAt("2027-10-31", "02:30")).toEqual(["2027-10-31T00:30:00.000Z", "2027-10-31T01:30:00.000Z"]);
    expect(atTime(day("2027-10-31"), "02:30")).toBe("2027-10-31T00:30:00.000Z");
  });

  it("T35 a deadline at 02.30 in the hour that comes twice is over for good after its first minute", () => {
    const closes = closingInstant(day("2027-10-31"), "02:30");
    expect(closes).toBe("2027-10-31T00:31:00.000Z");
    // The clock shows 02.30 once more an hour later: nobody gets in again.
    expect(at("2027-10-31T01:30:00.000Z") < closes).toBe(false);
    expect(dayNumber("2027-10-31")).toBe(dayNumber("2027-10-30") + 1);
  });
});
