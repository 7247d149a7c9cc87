import type { ActionRow } from "#contract/action-plans.ts";
import { addMonths, daysBetween, type PlainDate, parsePlainDate, plusDays } from "#domain/shared/dates.ts";
import type { Period } from "./use-moves.ts";

/** One month of the scale; places are shares of the whole width, 0 to 1. */
export interface ScaleMonth {
  /** 1-12. */
  readonly month: number;
  readonly year: number;
  readonly at: number;
  readonly width: number;
}

/** A line of time from the first day of a month to the last day of another. */
export interface Scale {
  readonly first: PlainDate;
  readonly days: number;
  readonly months: readonly ScaleMonth[];
}

/** The contract has checked the day; what it cannot be is a bug that must not blank the page. */
export function dayOf(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  return parsed.ok ? parsed.value : firstDay;
}
const firstDay = "2000-01-01" as PlainDate;

/** The months that hold all items and today, at least a year of them. */
export function scaleOf(rows: readonly Period[], today: string): Scale {
  const days = [today, ...rows.flatMap(({ from, to }) => [from, to])].toSorted();
  const first = monthOf(days.at(0) ?? today);
  const afterLast = addMonths(monthOf(days.at(-1) ?? today), 1);
  const atLeast = addMonths(first, 12);
  const end = afterLast > atLeast ? afterLast : atLeast;
  const all = daysBetween(first, end);
  const months: ScaleMonth[] = [];
  for (let month = first; month < end; month = addMonths(month, 1)) {
    const at = daysBetween(first, month) / all;
    const width = daysBetween(month, addMonths(month, 1)) / all;
    months.push({ month: Number(month.slice(5, 7)), year: Number(month.slice(0, 4)), at, width });
  }
  return { first, days: all, months };
}

/** Where a day begins on the scale, 0 to 1. */
export function placeOf({ first, days }: Scale, day: string): number {
  const place = daysBetween(first, dayOf(day)) / days;
  return place < 0 ? 0 : place > 1 ? 1 : place;
}

/** Where a bar begins and how long it is; its last day is part of it. */
export function barOf(scale: Scale, { from, to }: Period): { readonly at: number; readonly width: number } {
  const at = placeOf(scale, from);
  return { at, width: placeOf(scale, plusDays(dayOf(to), 1)) - at };
}

/** What is taken hold of: the whole bar, or its last day. */
export type Grip = "whole" | "end";

/** A period moved by days; the last day never comes before the first. */
export function movedByDays({ from, to }: Period, days: number, grip: Grip): Period {
  const end = plusDays(dayOf(to), days);
  if (grip === "end") return { from, to: end < from ? from : end };
  return { from: plusDays(dayOf(from), days), to: end };
}

/** A period moved by months. */
export function movedByMonths({ from, to }: Period, months: number, grip: Grip): Period {
  const end = addMonths(dayOf(to), months);
  if (grip === "end") return { from, to: end < from ? from : end };
  return { from: addMonths(dayOf(from), months), to: end };
}

/** What a key does to a period; undefined where it does nothing. */
export function movedByKey(period: Period, key: string, shift: boolean): Period | undefined {
  const grip: Grip = shift ? "end" : "whole";
  switch (key) {
    case "ArrowRight":
      return movedByDays(period, 7, grip);
    case "ArrowLeft":
      return movedByDays(period, -7, grip);
    case "PageDown":
      return movedByMonths(period, 1, grip);
    case "PageUp":
      return movedByMonths(period, -1, grip);
    default:
      return undefined;
  }
}

/** Whether two periods are the same. */
export function isSamePeriod(a: Period, b: Pick<ActionRow, "from" | "to">): boolean {
  return a.from === b.from && a.to === b.to;
}

function monthOf(day: string): PlainDate {
  return dayOf(`${day.slice(0, 7)}-01`);
}
