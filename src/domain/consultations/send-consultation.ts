import type { CaseSendBlock, CaseSendWord } from "#domain/cases/case-consultation.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import { type Instant, plainDateOf } from "#domain/shared/dates.ts";
import { type FieldProblem, problemAt } from "#domain/shared/field-problem.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Consultation } from "./consultation.ts";
import { mayRun } from "./consultation-access.ts";
import type { ConsultationParty } from "./consultation-party.ts";
import { heard } from "./consultation-status.ts";
import { startDay, startOf } from "./deadline.ts";
import { type DeadlineRefusal, deadlineRefusal } from "./deadline-advice.ts";
import { type Treated, treatedRefusal } from "./edit-consultation.ts";

/** Why a consultation is not sent. */
export type SendConsultationRefusal =
  | { readonly kind: "not-allowed" }
  | Treated
  | { readonly kind: "consultation-sent-before"; readonly by: Key; readonly at: Instant }
  | { readonly kind: "consultation-incomplete"; readonly problems: readonly FieldProblem[] }
  | { readonly kind: "no-parties" }
  /** The case stands in the way: "sendes efter økonomiudvalgsmødet". */
  | CaseSendBlock
  | DeadlineRefusal;

/** What would keep the consultation from being sent, for the button and for the act itself. */
export function sendRefusal(
  consultation: Consultation,
  parties: readonly ConsultationParty[],
  caseWord: CaseSendWord,
  actor: Actor,
  now: Instant,
): SendConsultationRefusal | undefined {
  if (!mayRun(actor, consultation)) return { kind: "not-allowed" };
  const treated = treatedRefusal(consultation);
  if (treated) return treated;
  const { sent, stepBefore } = consultation;
  if (sent) return { kind: "consultation-sent-before", by: sent.by, at: sent.at };
  if (consultation.deadlineOn === undefined) {
    return { kind: "consultation-incomplete", problems: [problemAt("deadlineOn", "missing")] };
  }
  if (heard(parties).length === 0) return { kind: "no-parties" };
  if (caseWord !== undefined && caseWord !== "decided-before") return caseWord;
  // What the case knows is not asked a second time.
  if (caseWord === undefined && stepBefore && stepBefore.decidedOn === undefined) {
    return { kind: "step-before-undecided", body: stepBefore.body, meetingOn: stepBefore.meetingOn };
  }
  return deadlineRefusal(consultation, startDay(consultation, now), now);
}

/**
 * Sends the consultation, at once or on its planned day. The parties' records stand already; what tells them is
 * projected from them (N7).
 *
 * @param caseWord what its case says of the step before; where it says nothing, the consultation's own `stepBefore` counts
 */
export function sendConsultation(
  consultation: Consultation,
  parties: readonly ConsultationParty[],
  caseWord: CaseSendWord,
  command: Command,
  actor: Actor,
  now: Instant,
): Result<Consultation, SendConsultationRefusal> {
  const refusal = sendRefusal(consultation, parties, caseWord, actor, now);
  if (refusal) return refuse(refusal);
  const startsAt = startOf(consultation, now);
  const detail = { parties: heard(parties).length, startOn: plainDateOf(startsAt) };
  return ok({
    ...consultation,
    sent: { at: now, by: actor.personKey, startsAt },
    log: logged(consultation.log, command, actor, now, "sent", detail),
  });
}
