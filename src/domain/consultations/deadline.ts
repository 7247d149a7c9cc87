import { atTime, closingInstant, type Instant, type PlainDate, plainDateOf } from "#domain/shared/dates.ts";
import { formatDeadline } from "#domain/shared/format-dates.ts";
import type { Language } from "#domain/shared/language.ts";
import {
  addWorkingDays,
  defaultWorkingDayCalendar,
  nextSendingInstant,
  type WorkingDayCalendar,
} from "#domain/shared/working-days.ts";
import type { Consultation, ConsultationFields, NextStep } from "./consultation.ts";
import { agendaWorkingDays } from "./consultation-settings.ts";

/** The first moment that is too late: the whole last minute counts (R-07, 001-06). Undefined while no day is chosen. */
export function closesAt({
  deadlineOn,
  deadlineTime,
}: Pick<ConsultationFields, "deadlineOn" | "deadlineTime">): Instant | undefined {
  return deadlineOn === undefined ? undefined : closingInstant(deadlineOn, deadlineTime);
}

/**
 * "30. juli 2021 kl. 23.59": the one function that says a deadline, so that tab, card, list and letter never differ.
 * "" while no day is chosen.
 */
export function deadlineText(
  fields: Pick<ConsultationFields, "deadlineOn" | "deadlineTime">,
  language: Language,
): string {
  const closing = closesAt(fields);
  return closing === undefined ? "" : formatDeadline(closing, language);
}

/** The day the next step's agenda goes out: late answers may be taken in before it (001-11). */
export function agendaOn(
  { agendaOn: chosen, meetingOn }: NextStep,
  calendar: WorkingDayCalendar = defaultWorkingDayCalendar,
): PlainDate {
  return chosen ?? addWorkingDays(meetingOn, -agendaWorkingDays, calendar);
}

/** When a consultation leaves that is sent now: at once, or in the morning of the planned day. */
export function startOf(
  { sendOn }: Pick<ConsultationFields, "sendOn">,
  now: Instant,
  calendar: WorkingDayCalendar = defaultWorkingDayCalendar,
): Instant {
  return sendOn === undefined || sendOn <= plainDateOf(now)
    ? now
    : nextSendingInstant(atTime(sendOn, "07:00"), calendar);
}

/** The day the parties have, or will have, the consultation from. */
export function startDay({ sent, sendOn }: Pick<Consultation, "sent" | "sendOn">, now: Instant): PlainDate {
  if (sent) return plainDateOf(sent.startsAt);
  const today = plainDateOf(now);
  return sendOn === undefined || sendOn < today ? today : sendOn;
}
