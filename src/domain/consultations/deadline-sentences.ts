import type { PlainDate } from "#domain/shared/dates.ts";
import { formatShortDate } from "#domain/shared/format-dates.ts";
import type { Language } from "#domain/shared/language.ts";
import type { WorkingDayCalendar } from "#domain/shared/working-days.ts";
import { agendaOn } from "./deadline.ts";
import type { DeadlineAdvice, DeadlineRefusal } from "./deadline-advice.ts";

/** The sentence beside the deadline; the Danish one has the words and order of 001-07. */
export function adviceSentence(advice: DeadlineAdvice, language: Language, calendar: WorkingDayCalendar): string {
  const say = sentences[language];
  switch (advice.kind) {
    case "few-usable-days":
      return say.fewUsableDays(advice, calendar);
    case "not-a-working-day":
      return say.notAWorkingDay(formatShortDate(advice.deadlineOn), formatShortDate(advice.betterOn));
    case "after-agenda":
      return say.afterAgenda(advice.nextStep.body, dayMonth(advice.nextStep.meetingOn), dayMonth(advice.agendaOn));
    case "no-next-step":
      return say.noNextStep;
  }
}

/** Why the deadline is not taken, and what to do. */
export function deadlineRefusalSentence(refusal: DeadlineRefusal, language: Language): string {
  const say = sentences[language];
  switch (refusal.kind) {
    case "deadline-before-sending":
      return say.beforeSending(formatShortDate(refusal.sendOn));
    case "deadline-in-the-past":
      return say.inThePast;
    case "deadline-after-meeting":
      return say.afterMeeting(refusal.body, formatShortDate(refusal.meetingOn));
  }
}

type FewUsableDays = Extract<DeadlineAdvice, { readonly kind: "few-usable-days" }>;

interface Sentences {
  readonly fewUsableDays: (advice: FewUsableDays, calendar: WorkingDayCalendar) => string;
  readonly notAWorkingDay: (on: string, better: string) => string;
  readonly afterAgenda: (body: string, meetingOn: string, agendaOn: string) => string;
  readonly noNextStep: string;
  readonly beforeSending: (sendOn: string) => string;
  readonly inThePast: string;
  readonly afterMeeting: (body: string, meetingOn: string) => string;
}

const sentences: Readonly<Record<Language, Sentences>> = {
  da: {
    fewUsableDays: ({ days, usable, wanted, reachedOn, weeks, christmas, nextStep }, calendar) => {
      const poor = days - usable;
      const holidays = [
        ...(weeks.length === 0 ? [] : [weeks.length === 1 ? `ferieuge ${weeks[0]}` : `ferieugerne ${runs(weeks)}`]),
        ...(christmas ? ["dagene mellem jul og nytår"] : []),
      ].join(" og ");
      const first =
        poor === 0
          ? `Der er ${usable} ${usable === 1 ? "hverdag" : "hverdage"} til at svare`
          : `${poor} af ${days} hverdage ligger i ${holidays}; ${usable} er brugbare`;
      const reached = `${wanted} brugbare hverdage nås den ${formatShortDate(reachedOn)}`;
      const agenda = nextStep
        ? `; dagsordenen til ${nextStep.body} den ${dayMonth(nextStep.meetingOn)} udsendes ${dayMonth(agendaOn(nextStep, calendar))}`
        : "";
      return `${first}. ${reached}${agenda}`;
    },
    notAWorkingDay: (on, better) => `Svarfristen ${on} er ikke en hverdag. Næste hverdag er den ${better}.`,
    afterAgenda: (body, on, agenda) =>
      `Dagsordenen til ${body} den ${on} udsendes ${agenda}, og svarfristen er ikke udløbet da. Svarene kan ikke nå med.`,
    noNextStep: "Der er ikke angivet noget møde, som skal læse svarene.",
    beforeSending: (sendOn) => `Svarfristen ligger før den dag, høringen sendes (${sendOn}). Vælg en senere dag.`,
    inThePast: "Svarfristen er allerede udløbet. Vælg en senere dag.",
    afterMeeting: (body, on) =>
      `Svarfristen ligger ikke før mødet i ${body} den ${on}, som skal læse svarene. Vælg en tidligere dag eller et senere møde.`,
  },
  en: {
    fewUsableDays: ({ days, usable, wanted, reachedOn, weeks, christmas, nextStep }, calendar) => {
      const poor = days - usable;
      const holidays = [
        ...(weeks.length === 0 ? [] : [`holiday ${weeks.length === 1 ? "week" : "weeks"} ${runs(weeks)}`]),
        ...(christmas ? ["the days between Christmas and New Year"] : []),
      ].join(" and ");
      const first =
        poor === 0
          ? `There ${usable === 1 ? "is 1 working day" : `are ${usable} working days`} to answer in`
          : `${poor} of ${days} working days are in ${holidays}; ${usable} can be used`;
      const reached = `${wanted} usable working days are reached on ${formatShortDate(reachedOn)}`;
      const agenda = nextStep
        ? `; the agenda for ${nextStep.body} on ${dayMonth(nextStep.meetingOn)} goes out on ${dayMonth(agendaOn(nextStep, calendar))}`
        : "";
      return `${first}. ${reached}${agenda}`;
    },
    notAWorkingDay: (on, better) => `The deadline ${on} is not a working day. The next working day is ${better}.`,
    afterAgenda: (body, on, agenda) =>
      `The agenda for ${body} on ${on} goes out on ${agenda}, before the deadline has passed. The answers cannot be in it.`,
    noNextStep: "No meeting is given that is to read the answers.",
    beforeSending: (sendOn) =>
      `The deadline is before the day the consultation is sent (${sendOn}). Choose a later day.`,
    inThePast: "The deadline has already passed. Choose a later day.",
    afterMeeting: (body, on) =>
      `The deadline is not before the meeting of ${body} on ${on}, which is to read the answers. Choose an earlier day or a later meeting.`,
  },
};

/** "17-08", where the year goes without saying. */
function dayMonth(date: PlainDate): string {
  return formatShortDate(date).slice(0, 5);
}

/** "28-30"; weeks apart as "28, 30". */
function runs(weeks: readonly number[]): string {
  const parts: number[][] = [];
  for (const week of weeks) {
    const last = parts.at(-1);
    if (last?.at(-1) === week - 1) last.push(week);
    else parts.push([week]);
  }
  return parts.map((part) => (part.length === 1 ? `${part[0]}` : `${part[0]}-${part.at(-1)}`)).join(", ");
}
