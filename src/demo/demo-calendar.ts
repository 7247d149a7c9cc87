import {
  atTime,
  daysBetween,
  type Instant,
  type PlainDate,
  parsePlainDate,
  plainDateOf,
  plusDays,
} from "#domain/shared/dates.ts";
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  defaultWorkingDayCalendar as workingDays,
} from "#domain/shared/working-days.ts";
import { DemoDataError } from "./municipality.ts";

/** Last review day of each round in the history. */
const LAST_REVIEW_DAY = { spring: "2022-04-20", autumn: "2022-09-28" } as const;

/**
 * The dates of the demo. `historik` keeps the true ones; the others shift them by whole weeks so that a round is
 * under review on the day of the start, and a date that falls on no working day moves to the next.
 */
export interface DemoCalendar {
  readonly weeks: number;
  /** A true date of the history, as it is in this layer. */
  date(trueDate: string): PlainDate;
  /** When an act of a true local date and time "2022-03-18T10:12" is told; elsewhere before today. */
  at(trueLocal: string): Instant;
}

/** The calendar of the history layer: every date is the true one. */
export const historyCalendar: DemoCalendar = {
  weeks: 0,
  date: plainDate,
  at: (trueLocal) => atTime(plainDate(trueLocal.slice(0, 10)), trueLocal.slice(11)),
};

/**
 * The calendar in which today lies in the last week of a round's reviewing. Everything that is told has
 * happened by the end of the last working day before today, also when holidays have pushed it forward.
 */
export function currentCalendar(now: Instant, underReview: "spring" | "autumn" = "autumn"): DemoCalendar {
  const today = plainDateOf(now);
  const lastDay = plainDate(LAST_REVIEW_DAY[underReview]);
  const days = daysBetween(lastDay, today);
  let weeks = 0;
  while (weeks * 7 < days) weeks += 1;
  const date = (trueDate: string): PlainDate => {
    const shifted = plusDays(plainDate(trueDate), weeks * 7);
    return isWorkingDay(shifted, workingDays) ? shifted : nextWorkingDay(shifted, workingDays);
  };
  const lastTold = addWorkingDays(today, -1, workingDays);
  const at = (trueLocal: string): Instant => {
    const day = date(trueLocal.slice(0, 10));
    return atTime(day < lastTold ? day : lastTold, trueLocal.slice(11));
  };
  return { weeks, date, at };
}

/** A date of the demo data; a wrong one is a mistake in the data. */
export function plainDate(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (!parsed.ok) throw new DemoDataError(`no date: ${text}`);
  return parsed.value;
}
