import { atTime, type Instant, plainDateOf } from "#domain/shared/dates.ts";
import { addWorkingDays, defaultWorkingDayCalendar } from "#domain/shared/working-days.ts";

/** A clock time some working days after (or before) an instant's day. */
export function addWorkingDaysFrom(instant: Instant, days: number, time: string): Instant {
  return atTime(addWorkingDays(plainDateOf(instant), days, defaultWorkingDayCalendar), time);
}
