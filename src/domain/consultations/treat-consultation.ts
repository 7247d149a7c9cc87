import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import { type Instant, plainDateOf, plusDays } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Consultation } from "./consultation.ts";
import { mayRun } from "./consultation-access.ts";
import type { ConsultationParty } from "./consultation-party.ts";
import { keptDays } from "./consultation-settings.ts";
import { hasClosed, heard, lacksComment } from "./consultation-status.ts";
import { closesAt } from "./deadline.ts";

/** Why the answers cannot be treated: also why the step that reads them cannot be closed. */
export type TreatRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "consultation-not-sent" }
  | { readonly kind: "consultation-treated"; readonly by: Key; readonly at: Instant }
  /** parties that may still answer, by name. */
  | { readonly kind: "answers-may-still-come"; readonly closedAt: Instant; readonly parties: string }
  /** 001-14, by name. */
  | { readonly kind: "answer-not-commented"; readonly parties: string };

/**
 * What keeps the next step from closing, whoever asks: the deadline, unless all have answered, and answers the
 * administration has not commented (001-14). No answers at all keep nothing back (001-12).
 */
export function treatBlock(
  consultation: Consultation,
  parties: readonly ConsultationParty[],
  now: Instant,
): Exclude<TreatRefusal, { readonly kind: "not-allowed" }> | undefined {
  const { sent, treated } = consultation;
  if (treated) return { kind: "consultation-treated", by: treated.by, at: treated.at };
  const closing = closesAt(consultation);
  if (!sent || closing === undefined) return { kind: "consultation-not-sent" };
  const all = heard(parties);
  const silent = all.filter((party) => party.answer === undefined);
  if (!hasClosed(consultation, now) && silent.length > 0) {
    return { kind: "answers-may-still-come", closedAt: closing, parties: names(silent) };
  }
  const uncommented = all.filter((party) => lacksComment(party, consultation));
  return uncommented.length > 0 ? { kind: "answer-not-commented", parties: names(uncommented) } : undefined;
}

/** Closes the consultation: the answers have been read by the next step. Sets the day they are deleted here. */
export function treatConsultation(
  consultation: Consultation,
  parties: readonly ConsultationParty[],
  command: Command,
  actor: Actor,
  now: Instant,
): Result<Consultation, TreatRefusal> {
  if (!mayRun(actor, consultation)) return refuse({ kind: "not-allowed" });
  const block = treatBlock(consultation, parties, now);
  if (block) return refuse(block);
  const deleteOn = plusDays(plainDateOf(now), keptDays);
  return ok({
    ...consultation,
    treated: { at: now, by: actor.personKey },
    deleteOn,
    log: logged(consultation.log, command, actor, now, "treated", { deleteOn }),
  });
}

function names(parties: readonly ConsultationParty[]): string {
  return parties.map((party) => party.name).join(", ");
}
