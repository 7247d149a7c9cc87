import type { ConsultationFields } from "#domain/consultations/consultation.ts";
import { deadlineText, startDay } from "#domain/consultations/deadline.ts";
import {
  type DeadlineAdvice,
  deadlineAdvice,
  deadlineRefusal,
  usableDays,
} from "#domain/consultations/deadline-advice.ts";
import { adviceSentence, deadlineRefusalSentence } from "#domain/consultations/deadline-sentences.ts";
import { reminderLadder } from "#domain/consultations/reminder-ladder.ts";
import type { PlainDate } from "#domain/shared/dates.ts";
import type { Language } from "#domain/shared/language.ts";
import { defaultWorkingDayCalendar } from "#domain/shared/working-days.ts";
import type { Deps } from "../ports/deps.ts";

export interface CheckedDeadline {
  readonly deadlineText: string;
  readonly refusal?: string;
  readonly warnings: readonly { readonly code: DeadlineAdvice["kind"]; readonly text: string }[];
  readonly usableDays: number;
  readonly remindOn: readonly PlainDate[];
}

/** What is to be said beside the dates of a form while they are chosen (001-07); nothing is stored or read. */
export function checkDeadline(
  { clock }: Pick<Deps, "clock">,
  fields: Pick<ConsultationFields, "sendOn" | "deadlineOn" | "deadlineTime" | "nextStep">,
  language: Language,
): CheckedDeadline {
  const now = clock.now();
  const calendar = defaultWorkingDayCalendar;
  const startOn = startDay({ sent: undefined, sendOn: fields.sendOn }, now);
  const refusal = deadlineRefusal(fields, startOn, now);
  const { deadlineOn } = fields;
  return {
    deadlineText: deadlineText(fields, language),
    ...(refusal === undefined ? {} : { refusal: deadlineRefusalSentence(refusal, language) }),
    warnings: deadlineAdvice(fields, startOn, calendar).map((advice) => ({
      code: advice.kind,
      text: adviceSentence(advice, language, calendar),
    })),
    usableDays: deadlineOn === undefined ? 0 : usableDays(startOn, deadlineOn, calendar),
    remindOn: deadlineOn === undefined ? [] : reminderLadder(startOn, deadlineOn, calendar),
  };
}
