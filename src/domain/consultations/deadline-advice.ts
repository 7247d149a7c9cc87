import { type Instant, isoWeek, type PlainDate, plusDays } from "#domain/shared/dates.ts";
import {
  addWorkingDays,
  isHolidayWeek,
  isWorkingDay,
  nextWorkingDay,
  type WorkingDayCalendar,
  workingDaysBetween,
  workingDaysOutsideHolidayWeeks,
} from "#domain/shared/working-days.ts";
import type { ConsultationFields, NextStep } from "./consultation.ts";
import { enoughUsableDays } from "./consultation-settings.ts";
import { agendaOn, closesAt } from "./deadline.ts";

/** Why a deadline is not taken. */
export type DeadlineRefusal =
  | { readonly kind: "deadline-before-sending"; readonly sendOn: PlainDate }
  | { readonly kind: "deadline-in-the-past" }
  | { readonly kind: "deadline-after-meeting"; readonly body: string; readonly meetingOn: PlainDate };

/** What stands beside a deadline to think of: a warning, never a stop. */
export type DeadlineAdvice =
  | {
      readonly kind: "few-usable-days";
      /** Working days, the first and the last day included. */
      readonly days: number;
      readonly usable: number;
      readonly wanted: number;
      /** When so many usable days are reached. */
      readonly reachedOn: PlainDate;
      /** Holiday weeks the period touches: ISO weeks, and whether it touches Christmas to New Year. */
      readonly weeks: readonly number[];
      readonly christmas: boolean;
      readonly nextStep: NextStep | undefined;
    }
  | { readonly kind: "not-a-working-day"; readonly deadlineOn: PlainDate; readonly betterOn: PlainDate }
  | { readonly kind: "after-agenda"; readonly nextStep: NextStep; readonly agendaOn: PlainDate }
  | { readonly kind: "no-next-step" };

type Dates = Pick<ConsultationFields, "deadlineOn" | "deadlineTime" | "nextStep">;

/**
 * What would refuse the deadline.
 *
 * @param startOn the day the parties have the consultation from
 */
export function deadlineRefusal(fields: Dates, startOn: PlainDate, now: Instant): DeadlineRefusal | undefined {
  const { deadlineOn, nextStep } = fields;
  const closing = closesAt(fields);
  if (deadlineOn === undefined || closing === undefined) return undefined;
  if (deadlineOn < startOn) return { kind: "deadline-before-sending", sendOn: startOn };
  if (closing <= now) return { kind: "deadline-in-the-past" };
  if (nextStep && deadlineOn >= nextStep.meetingOn) {
    return { kind: "deadline-after-meeting", body: nextStep.body, meetingOn: nextStep.meetingOn };
  }
  return undefined;
}

/** What there is to think of at the deadline, the gravest first (001-07). */
export function deadlineAdvice(
  fields: Dates,
  startOn: PlainDate,
  calendar: WorkingDayCalendar,
): readonly DeadlineAdvice[] {
  const { deadlineOn, nextStep } = fields;
  if (deadlineOn === undefined || deadlineOn < startOn) return [];
  const advice: DeadlineAdvice[] = [];
  if (nextStep && deadlineOn >= agendaOn(nextStep, calendar)) {
    advice.push({ kind: "after-agenda", nextStep, agendaOn: agendaOn(nextStep, calendar) });
  }
  const usable = usableDays(startOn, deadlineOn, calendar);
  if (usable < enoughUsableDays) {
    advice.push({
      kind: "few-usable-days",
      days: workingDaysBetween(plusDays(startOn, -1), deadlineOn, calendar),
      usable,
      wanted: enoughUsableDays,
      reachedOn: usableDaysReached(startOn, enoughUsableDays, calendar),
      ...holidayWeeksIn(startOn, deadlineOn, calendar),
      nextStep,
    });
  }
  if (!isWorkingDay(deadlineOn, calendar)) {
    advice.push({ kind: "not-a-working-day", deadlineOn, betterOn: nextWorkingDay(deadlineOn, calendar) });
  }
  if (!nextStep) advice.push({ kind: "no-next-step" });
  return advice;
}

/** Working days outside holiday weeks that the parties really have, first and last day included. */
export function usableDays(startOn: PlainDate, deadlineOn: PlainDate, calendar: WorkingDayCalendar): number {
  return deadlineOn < startOn ? 0 : workingDaysOutsideHolidayWeeks(plusDays(startOn, -1), deadlineOn, calendar);
}

/** The day on which so many usable days have passed. */
function usableDaysReached(startOn: PlainDate, wanted: number, calendar: WorkingDayCalendar): PlainDate {
  let day = plusDays(startOn, -1);
  for (let left = wanted; left > 0; ) {
    day = addWorkingDays(day, 1, calendar);
    if (!isHolidayWeek(day, calendar)) left -= 1;
  }
  return day;
}

function holidayWeeksIn(
  startOn: PlainDate,
  deadlineOn: PlainDate,
  calendar: WorkingDayCalendar,
): { readonly weeks: readonly number[]; readonly christmas: boolean } {
  const weeks = new Set<number>();
  let christmas = false;
  for (let day = startOn; day <= deadlineOn; day = plusDays(day, 1)) {
    if (!isWorkingDay(day, calendar) || !isHolidayWeek(day, calendar)) continue;
    const week = isoWeek(day);
    if (calendar.holidayWeeks.isoWeeks.includes(week)) weeks.add(week);
    else christmas = true;
  }
  return { weeks: [...weeks], christmas };
}
