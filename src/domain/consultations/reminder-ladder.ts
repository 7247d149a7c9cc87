import { type PlainDate, plusDays } from "#domain/shared/dates.ts";
import { addWorkingDays, isHolidayWeek, type WorkingDayCalendar } from "#domain/shared/working-days.ts";
import { remindWorkingDays } from "./consultation-settings.ts";

/**
 * The days on which silent parties are reminded (N8, 001-10): the last working day before each stretch of holiday weeks,
 * and five and one working days before the deadline. Only days after the sending and before the deadline, in order.
 *
 * @param startOn the day the parties have the consultation from
 */
export function reminderLadder(
  startOn: PlainDate,
  deadlineOn: PlainDate,
  calendar: WorkingDayCalendar,
): readonly PlainDate[] {
  const beforeDeadline = remindWorkingDays.map((days) => addWorkingDays(deadlineOn, -days, calendar));
  const days = [...beforeHolidays(startOn, deadlineOn, calendar), ...beforeDeadline];
  return [...new Set(days)].filter((day) => startOn < day && day < deadlineOn).toSorted();
}

function beforeHolidays(startOn: PlainDate, deadlineOn: PlainDate, calendar: WorkingDayCalendar): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = plusDays(startOn, 1); day < deadlineOn; day = plusDays(day, 1)) {
    const begins = isHolidayWeek(day, calendar) && !isHolidayWeek(plusDays(day, -1), calendar);
    if (begins) days.push(addWorkingDays(day, -1, calendar));
  }
  return days;
}
