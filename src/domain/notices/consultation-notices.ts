import type { Consultation } from "#domain/consultations/consultation.ts";
import type { ConsultationParty } from "#domain/consultations/consultation-party.ts";
import { heard } from "#domain/consultations/consultation-status.ts";
import { closesAt } from "#domain/consultations/deadline.ts";
import { deletionAt } from "#domain/consultations/delete-answers.ts";
import { reminderLadder } from "#domain/consultations/reminder-ladder.ts";
import type { Organisation } from "#domain/organisation/organisation.ts";
import type { ConsultationRecords } from "#domain/projections/consultation-rows.ts";
import { atTime, closingInstant, type Instant, plainDateOf, plusDays } from "#domain/shared/dates.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import { defaultWorkingDayCalendar, nextSendingInstant, type WorkingDayCalendar } from "#domain/shared/working-days.ts";
import type { Notice } from "./notice.ts";
import { notice } from "./project-notices.ts";

/** How long what an officer is told of answers is news, in days. */
const newsDays = 60;

/**
 * What is to be told about consultations (C7 N7-N9), in one pass over all parties: to a party's people the consultation
 * and the reminders of the ladder while it is silent; to the case officer each day's answers on one card, and that the
 * deadline has passed. Parties that Teams does not reach are told by letter, not here.
 */
export function consultationNotices(
  { consultations, consultationParties, organisation }: ConsultationRecords & { readonly organisation: Organisation },
  now: Instant,
  calendar: WorkingDayCalendar = defaultWorkingDayCalendar,
): readonly Notice[] {
  const active = new Set(organisation.persons.filter((person) => person.active).map((person) => person.key));
  const partiesOf = groupBy(consultationParties, (party) => party.consultationKey);
  return consultations
    .flatMap((consultation) => {
      const closing = closesAt(consultation);
      if (!consultation.sent || closing === undefined || isHistory(consultation, now)) return [];
      const parties = heard(partiesOf.get(consultation.key) ?? []);
      const times = { startsAt: consultation.sent.startsAt, closing, calendar };
      return [
        ...requests(consultation, parties, times),
        ...answersReceived(consultation, parties, calendar),
        ...deadlinePassed(consultation, closing, calendar),
      ];
    })
    .filter((each) => each.expiresAt > each.dueAt && active.has(each.recipientKey));
}

/** Everything about it was told or ran out long ago; cards that were sent are known by the sender's own records. */
function isHistory({ treated }: Consultation, now: Instant): boolean {
  return treated !== undefined && newsUntil(treated.at) < now;
}

/** The moments at which a consultation changes by itself, for the service's clock. */
export function consultationMarks({ consultations }: Pick<ConsultationRecords, "consultations">): readonly Instant[] {
  return consultations.flatMap((consultation) => {
    const closing = closesAt(consultation);
    if (!consultation.sent || closing === undefined) return [];
    return consultation.treated ? (deletionAt(consultation) ?? []) : [consultation.sent.startsAt, closing];
  });
}

interface Times {
  readonly startsAt: Instant;
  readonly closing: Instant;
  readonly calendar: WorkingDayCalendar;
}

/** N7 and N8 to everybody who answers for a party in Teams. */
function requests(
  consultation: Consultation,
  parties: readonly ConsultationParty[],
  { startsAt, closing, calendar }: Times,
): readonly Notice[] {
  const { deadlineOn, treated } = consultation;
  if (deadlineOn === undefined) return [];
  const reminders = reminderLadder(plainDateOf(startsAt), deadlineOn, calendar).map((day) => ({
    day,
    at: nextSendingInstant(atTime(day, "08:00"), calendar),
  }));
  return parties.flatMap((party) => {
    if (party.channel !== "teams" && party.channel !== "guest") return [];
    const answeredAt = party.answer?.registeredAt ?? party.answer?.receivedAt;
    const end = earliest(earliest(closing, treated?.at), answeredAt);
    const askAt = nextSendingInstant(latest(startsAt, addedAt(party)), calendar);
    return party.personKeys.flatMap((recipientKey) => {
      const base = { recipientKey, subjectKey: party.key, answeredAt };
      return [
        notice({ ...base, kind: "consultation-request", expiresAt: end }, askAt),
        ...reminders
          .filter(({ at }) => at > askAt)
          .map(({ day, at }, index, all) => {
            // One that could not be sent is not caught up once the next is due.
            const expiresAt = earliest(end, all[index + 1]?.at);
            return notice({ ...base, kind: "consultation-reminder", part: day, expiresAt }, at);
          }),
      ];
    });
  });
}

/** When the party was put in, which may be after the sending. */
function addedAt({ log }: ConsultationParty): Instant | undefined {
  return log.tail.find((line) => line.action === "added")?.at;
}

/** N9: the answers of one day on one card, whose counts go on being true; what the officer registered is no news. */
function answersReceived(
  { key, caseOfficerKey }: Consultation,
  parties: readonly ConsultationParty[],
  calendar: WorkingDayCalendar,
): readonly Notice[] {
  const news = parties
    .flatMap(({ answer }) => (answer && answer.by !== caseOfficerKey ? [answer.registeredAt ?? answer.receivedAt] : []))
    .toSorted();
  const byDay = groupBy(news, (at) => plainDateOf(at));
  return [...byDay].flatMap(([part, [first]]) => {
    if (first === undefined) return [];
    const parts = { kind: "consultation-answer", recipientKey: caseOfficerKey, subjectKey: key, part } as const;
    return [notice({ ...parts, expiresAt: newsUntil(first) }, nextSendingInstant(first, calendar))];
  });
}

/** N9: the deadline has passed, with counts. */
function deadlinePassed(
  { key, caseOfficerKey, treated }: Consultation,
  closing: Instant,
  calendar: WorkingDayCalendar,
): readonly Notice[] {
  const parts = { kind: "consultation-closed", recipientKey: caseOfficerKey, subjectKey: key } as const;
  const expiresAt = earliest(newsUntil(closing), treated?.at);
  return [notice({ ...parts, part: plainDateOf(closing), expiresAt }, nextSendingInstant(closing, calendar))];
}

function newsUntil(instant: Instant): Instant {
  return closingInstant(plusDays(plainDateOf(instant), newsDays));
}

function earliest(a: Instant, b: Instant | undefined): Instant {
  return b !== undefined && b < a ? b : a;
}

function latest(a: Instant, b: Instant | undefined): Instant {
  return b !== undefined && b > a ? b : a;
}
