import type { ConsultationStatus } from "#domain/consultations/consultation.ts";
import { answersFor, mayCreateConsultation } from "#domain/consultations/consultation-access.ts";
import type { PartyStatus } from "#domain/consultations/consultation-party.ts";
import {
  type AnswerCounts,
  answerCounts,
  consultationStatus,
  partyStatus,
  silentParties,
} from "#domain/consultations/consultation-status.ts";
import { closesAt, deadlineText } from "#domain/consultations/deadline.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Organisation } from "#domain/organisation/organisation.ts";
import type { Instant, PlainDate } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Language } from "#domain/shared/language.ts";
import { organisationNow, type PersonRefView, personRef } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import { type SeenConsultation, visibleConsultations } from "./consultation-now.ts";

/** One line of the list. */
export interface ConsultationSummaryView {
  readonly key: Key;
  readonly subject: string;
  readonly caseNumber: string;
  readonly status: ConsultationStatus;
  readonly closedItem: boolean;
  readonly caseOfficer: PersonRefView;
  readonly startsAt?: Instant;
  readonly closesAt?: Instant;
  readonly deadlineText: string;
  readonly nextBody: string;
  readonly nextMeetingOn?: PlainDate;
  readonly counts?: AnswerCounts;
  readonly missing?: readonly string[];
  readonly own?: { readonly partyKey: Key; readonly name: string; readonly status: PartyStatus };
  readonly link: string;
}

export interface ConsultationListView {
  readonly now: Instant;
  readonly items: readonly ConsultationSummaryView[];
  readonly mayCreate: boolean;
}

/** What the actor may see: what is still to be done first, by deadline; then what is treated, the newest first. 0 Graph requests. */
export function consultationList(deps: Deps, actor: Actor, language: Language): ConsultationListView {
  const organisation = organisationNow(deps);
  const now = deps.clock.now();
  const items = visibleConsultations(deps, actor).map((seen) =>
    consultationSummary(seen, organisation, actor, language, now),
  );
  const of = (isTreated: boolean): ConsultationSummaryView[] =>
    items.filter(({ status }) => (status === "treated") === isTreated);
  return {
    now,
    items: [...of(false).toSorted(byDeadline), ...of(true).toSorted((a, b) => byDeadline(b, a))],
    mayCreate: mayCreateConsultation(actor),
  };
}

/** One consultation as a line of a list, with as much as the reader may see. */
export function consultationSummary(
  { consultation, parties, sees }: SeenConsultation,
  organisation: Organisation,
  actor: Actor,
  language: Language,
  now: Instant,
): ConsultationSummaryView {
  const { sent, nextStep } = consultation;
  const closing = closesAt(consultation);
  const own = parties.find((party) => answersFor(actor, party));
  const startsAt = sent?.startsAt;
  return {
    key: consultation.key,
    subject: consultation.subject,
    caseNumber: consultation.caseNumber,
    status: consultationStatus(consultation, now),
    closedItem: consultation.closed,
    caseOfficer: personRef(organisation, consultation.caseOfficerKey),
    ...(startsAt === undefined ? {} : { startsAt }),
    ...(closing === undefined ? {} : { closesAt: closing }),
    deadlineText: deadlineText(consultation, language),
    nextBody: nextStep?.body ?? "",
    ...(nextStep === undefined ? {} : { nextMeetingOn: nextStep.meetingOn }),
    ...(sees.has("counts")
      ? { counts: answerCounts(consultation, parties), missing: silentParties(parties).map(({ name }) => name) }
      : {}),
    ...(own === undefined
      ? {}
      : { own: { partyKey: own.key, name: own.name, status: partyStatus(own, consultation, now) } }),
    link: `/consultations/${consultation.key}`,
  };
}

function byDeadline(a: ConsultationSummaryView, b: ConsultationSummaryView): number {
  // One without a deadline comes last: nothing is due.
  const [first, second] = [a.closesAt ?? "9999", b.closesAt ?? "9999"];
  if (first !== second) return first < second ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}
