import { type Actor, hasRole } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Consultation } from "./consultation.ts";
import type { ConsultationParty } from "./consultation-party.ts";

/**
 * What of a consultation is shown or hidden as one (B10, law 3).
 *
 * - exists: that there is such a consultation; without it the answer is "not found"
 * - overview: subject, case number, deadline, material, status
 * - counts: who is heard and how many have answered
 * - answers: every party's answer
 * - comments: the administration's summaries and comments
 * - work: drafts, addresses, letters and buttons of who runs it
 */
export type ConsultationField = "exists" | "overview" | "counts" | "answers" | "comments" | "work";

const all: readonly ConsultationField[] = ["exists", "overview", "counts", "answers", "comments", "work"];
const everything: readonly ConsultationField[] = ["exists", "overview", "counts", "answers", "comments"];

/**
 * What the actor may see now. Its case officer and the committee secretaries run it; other case officers, the
 * secretariat and the chair read it while it is open to see; directors read everything but drafts; a party's persons
 * know of it once it is sent, and see their own party (`mayAnswerFor`); other employees see what is open and who is
 * heard. Members of councils are no employees, and being administrator gives nothing.
 *
 * @param parties of this consultation
 */
export function consultationAccess(
  actor: Actor,
  consultation: Consultation,
  parties: readonly ConsultationParty[],
  now: Instant,
): ReadonlySet<ConsultationField> {
  if (mayRun(actor, consultation)) return new Set(all);
  const isSent = consultation.sent !== undefined && now >= consultation.sent.startsAt;
  if (!isSent) return new Set();
  if (hasRole(actor, "directors")) return new Set(everything);
  const own: readonly ConsultationField[] = parties.some((party) => answersFor(actor, party))
    ? ["exists", "overview"]
    : [];
  if (consultation.closed) return new Set(own);
  if ((["case-officer", "secretariat", "chair", "deputy-chair"] as const).some((role) => hasRole(actor, role))) {
    return new Set(everything);
  }
  return new Set(hasRole(actor, "consultation-party") ? own : ["exists", "overview", "counts"]);
}

/** Who runs a consultation: its own case officer, and the committee secretaries (B10). */
export function mayRun(actor: Actor, consultation: Consultation): boolean {
  return (
    hasRole(actor, "committee-secretary") ||
    (hasRole(actor, "case-officer") && consultation.caseOfficerKey === actor.personKey)
  );
}

/** Who may begin one. */
export function mayCreateConsultation(actor: Actor): boolean {
  return hasRole(actor, "committee-secretary") || hasRole(actor, "case-officer");
}

/** Who registers an answer that came another way: who runs it, and the pool secretariat (B10). */
export function mayRegister(actor: Actor, consultation: Consultation): boolean {
  return mayRun(actor, consultation) || (hasRole(actor, "secretariat") && !consultation.closed);
}

/** Whether the actor answers for the party: own council, nobody else's (B10). */
export function answersFor(actor: Actor, party: ConsultationParty): boolean {
  return party.removedAt === undefined && party.personKeys.includes(actor.personKey);
}
