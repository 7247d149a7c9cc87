import {
  atTime,
  clockTimeOf,
  daysBetween,
  type Instant,
  isoWeek,
  type PlainDate,
  plainDateOf,
  plusDays,
  weekday,
} from "./dates.ts";
import { isHoliday } from "./holiday-dates.ts";

/** What the municipality has decided about its days; public holidays and weekends are known without it. */
export type WorkingDayCalendar = {
  /** Closed though no public holiday: `MM-DD` in every year or `YYYY-MM-DD` once. */
  readonly closedDays: readonly string[];
  /** Weeks in which little should be asked of anyone: working days, but poor ones for deadlines. */
  readonly holidayWeeks: {
    readonly isoWeeks: readonly number[];
    /** Both days included, as `MM-DD`; a `to` before `from` lies in the next year. */
    readonly periods: readonly { readonly from: string; readonly to: string }[];
  };
};

/** Grundlovsdag, Christmas Eve and New Year's Eve closed; weeks 28-30 and Christmas to New Year's Day are holiday weeks. */
export const defaultWorkingDayCalendar: WorkingDayCalendar = {
  closedDays: ["06-05", "12-24", "12-31"],
  holidayWeeks: { isoWeeks: [28, 29, 30], periods: [{ from: "12-24", to: "01-01" }] },
};

/** When people may be disturbed on working days (C7); `until` itself is too late. */
export const sendingHours = { from: "07:00", until: "18:00" } as const;

/** Whether the municipality works on the day: no weekend, public holiday or closed day. */
export function isWorkingDay(date: PlainDate, calendar: WorkingDayCalendar): boolean {
  if (weekday(date) > 5 || isHoliday(date)) return false;
  return !calendar.closedDays.includes(date.slice(5)) && !calendar.closedDays.includes(date);
}

/**
 * The n-th working day after the day, which itself does not count (before it when n is negative): the seventh day of
 * an access request received 07-04-2022 is 21-04-2022. Zero gives the day itself, whatever it is.
 */
export function addWorkingDays(date: PlainDate, n: number, calendar: WorkingDayCalendar): PlainDate {
  if (!Number.isSafeInteger(n)) throw new RangeError(`Not a whole number of days: ${n}`);
  const step = n < 0 ? -1 : 1;
  let day = date;
  for (let left = n * step; left > 0; left--) day = nextOpenDay(day, step, calendar);
  return day;
}

/**
 * How many working days lie after `from` up to and including `to`, so that it undoes `addWorkingDays`; negative, and
 * counting `to` and not `from`, when `to` is earlier.
 */
export function workingDaysBetween(from: PlainDate, to: PlainDate, calendar: WorkingDayCalendar): number {
  return countDays(from, to, (day) => isWorkingDay(day, calendar));
}

/** `workingDaysBetween` without the days in holiday weeks: the time a consultation really gives. */
export function workingDaysOutsideHolidayWeeks(from: PlainDate, to: PlainDate, calendar: WorkingDayCalendar): number {
  return countDays(from, to, (day) => isWorkingDay(day, calendar) && !isHolidayWeek(day, calendar));
}

/** The first working day after the day. */
export function nextWorkingDay(date: PlainDate, calendar: WorkingDayCalendar): PlainDate {
  return nextOpenDay(date, 1, calendar);
}

/** Whether the day lies in a holiday week. */
export function isHolidayWeek(date: PlainDate, calendar: WorkingDayCalendar): boolean {
  if (calendar.holidayWeeks.isoWeeks.includes(isoWeek(date))) return true;
  const day = date.slice(5);
  return calendar.holidayWeeks.periods.some(({ from, to }) =>
    from <= to ? from <= day && day <= to : from <= day || day <= to,
  );
}

/**
 * The first moment, now or later, at which people may be disturbed: working days from 07.00 until 18.00 (C7), or in the
 * hours one person has chosen, as clock times `HH:MM`.
 */
export function nextSendingInstant(
  instant: Instant,
  calendar: WorkingDayCalendar,
  { from, until }: { readonly from: string; readonly until: string } = sendingHours,
): Instant {
  const day = plainDateOf(instant);
  if (!isWorkingDay(day, calendar)) return atTime(nextWorkingDay(day, calendar), from);
  const time = clockTimeOf(instant);
  if (time < from) return atTime(day, from);
  return time < until ? instant : atTime(nextWorkingDay(day, calendar), from);
}

function nextOpenDay(date: PlainDate, step: 1 | -1, calendar: WorkingDayCalendar): PlainDate {
  let day = plusDays(date, step);
  for (let closed = 0; !isWorkingDay(day, calendar); closed++) {
    // A calendar that closes every day would otherwise never answer.
    if (closed > 366) throw new RangeError(`No working day within a year of ${date}`);
    day = plusDays(day, step);
  }
  return day;
}

function countDays(from: PlainDate, to: PlainDate, counts: (day: PlainDate) => boolean): number {
  const step = to < from ? -1 : 1;
  let count = 0;
  let day = from;
  for (let left = daysBetween(from, to) * step; left > 0; left--) {
    day = plusDays(day, step);
    if (counts(day)) count += step;
  }
  return count;
}
