import type { Instant } from "#domain/shared/dates.ts";
import type { Consultation, ConsultationStatus } from "./consultation.ts";
import type { ConsultationParty, PartyStatus } from "./consultation-party.ts";
import { closesAt } from "./deadline.ts";

/** Kladde → Kommende → I gang → Afsluttet → Behandlet: of facts and time alone (B8). */
export function consultationStatus(consultation: Consultation, now: Instant): ConsultationStatus {
  if (consultation.treated) return "treated";
  if (!consultation.sent) return "draft";
  if (now < consultation.sent.startsAt) return "upcoming";
  return hasClosed(consultation, now) ? "closed" : "open";
}

/** Whether the deadline has passed. */
export function hasClosed(consultation: Consultation, now: Instant): boolean {
  const closing = closesAt(consultation);
  return closing !== undefined && now >= closing;
}

/** Whether the party's answer came after the deadline (001-11). */
export function isLate(party: Pick<ConsultationParty, "answer">, consultation: Consultation): boolean {
  return party.answer !== undefined && hasClosed(consultation, party.answer.receivedAt);
}

/** Afventer · Modtaget · Ingen bemærkninger · Modtaget efter frist · Intet svar (B8). */
export function partyStatus(party: ConsultationParty, consultation: Consultation, now: Instant): PartyStatus {
  if (!party.answer) return hasClosed(consultation, now) ? "noResponse" : "awaiting";
  if (isLate(party, consultation)) return "receivedLate";
  return party.answer.noComments ? "receivedNoComments" : "received";
}

/** Parties that are heard, in the order they were written. */
export function heard(parties: readonly ConsultationParty[]): readonly ConsultationParty[] {
  return parties.filter((party) => party.removedAt === undefined);
}

/** Parties that are heard and have not answered. */
export function silentParties(parties: readonly ConsultationParty[]): readonly ConsultationParty[] {
  return heard(parties).filter((party) => party.answer === undefined);
}

/** Whether the administration must say something of the answer before the consultation can be treated (001-14). */
export function lacksComment(party: ConsultationParty, consultation: Consultation): boolean {
  if (!party.answer || party.answer.noComments || party.comment) return false;
  return !isLate(party, consultation) || party.lateIncluded;
}

/** How many have answered, and how. */
export interface AnswerCounts {
  readonly total: number;
  readonly answered: number;
  readonly noComments: number;
  readonly late: number;
  /** No answer: before the deadline one may still come. */
  readonly silent: number;
  /** Answers that still need a comment. */
  readonly uncommented: number;
}

/** Counts of one consultation's parties: "1 af 3" (001-08). */
export function answerCounts(consultation: Consultation, parties: readonly ConsultationParty[]): AnswerCounts {
  const all = heard(parties);
  const answered = all.filter((party) => party.answer !== undefined);
  return {
    total: all.length,
    answered: answered.length,
    noComments: answered.filter((party) => party.answer?.noComments === true).length,
    late: answered.filter((party) => isLate(party, consultation)).length,
    silent: all.length - answered.length,
    uncommented: all.filter((party) => lacksComment(party, consultation)).length,
  };
}
