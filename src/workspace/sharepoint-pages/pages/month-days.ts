import type { Row } from "./list-model.ts";
import type { ViewContext } from "./view-rows.ts";
import { dayIn } from "./view-rows.ts";

/** A day of a calendar, "2026-03-02", and the rows seen on it. */
export interface CalendarDay {
  readonly day: string;
  /** False for the days of the months before and after that fill the weeks. */
  readonly inMonth: boolean;
  readonly rows: readonly Row[];
}

const dayMs = 86_400_000;

/** The weeks of a month, Monday first, with the rows whose time from `start` to `end` touches a day. */
export function monthWeeks(
  month: string,
  rows: readonly Row[],
  fields: { readonly start: string; readonly end: string },
  context: ViewContext,
): readonly (readonly CalendarDay[])[] {
  const { timeZone } = context.style;
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * dayMs;
  const spans = rows.flatMap((row) => {
    const start = dayOf(row.values[fields.start], timeZone);
    const end = dayOf(row.values[fields.end], timeZone) ?? start;
    return start === undefined || end === undefined ? [] : [{ row, start, end }];
  });
  const next = nextMonth(month, 1);
  const weeks: CalendarDay[][] = [];
  for (let at = monday; textOf(at) < `${next}-01`; at += 7 * dayMs) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const day = textOf(at + index * dayMs);
        const seen = spans.filter(({ start, end }) => start <= day && day <= end).map(({ row }) => row);
        return { day, inMonth: day.startsWith(month), rows: seen };
      }),
    );
  }
  return weeks;
}

/** "2026-12" and 1 give "2027-01". */
export function nextMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

function dayOf(value: unknown, timeZone: string): string | undefined {
  const day = typeof value === "string" ? dayIn(new Date(value), timeZone) : "";
  return day === "" ? undefined : day;
}

function textOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
