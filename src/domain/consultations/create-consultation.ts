import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { emptyLog } from "#domain/shared/log.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Consultation, ConsultationFields } from "./consultation.ts";
import { mayCreateConsultation } from "./consultation-access.ts";
import { readConsultation } from "./read-consultation.ts";

/** Why no consultation is begun. */
export type CreateConsultationRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "consultation-incomplete"; readonly problems: readonly FieldProblem[] };

/** The key of the consultation that a press begins: a double press is one. */
export function consultationKeyOf({ commandKey }: Command): Key {
  return keyOf("consultation", commandKey);
}

/** Begins a consultation as a draft of the actor's own. Half of it is enough; a subject is needed to find it again. */
export function createConsultation(
  fields: ConsultationFields,
  command: Command,
  actor: Actor,
  now: Instant,
): Result<Consultation, CreateConsultationRefusal> {
  if (!mayCreateConsultation(actor)) return refuse({ kind: "not-allowed" });
  const read = readConsultation(fields);
  if (!read.ok) return refuse({ kind: "consultation-incomplete", problems: read.refusal });
  return ok({
    ...read.value,
    key: consultationKeyOf(command),
    caseOfficerKey: actor.personKey,
    createdAt: now,
    sent: undefined,
    treated: undefined,
    deleteOn: undefined,
    log: logged(emptyLog, command, actor, now, "created", {}),
  });
}
