import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { plainDateOf } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Consultation, ConsultationFields } from "./consultation.ts";
import { mayRun } from "./consultation-access.ts";
import { closesAt } from "./deadline.ts";
import { type DeadlineRefusal, deadlineRefusal } from "./deadline-advice.ts";
import { readConsultation } from "./read-consultation.ts";

/** Nothing is changed or taken in once the answers have been treated. */
export interface Treated {
  readonly kind: "consultation-treated";
  readonly by: Key;
  readonly at: Instant;
}

/** Why the text or the dates are not changed. */
export type EditConsultationRefusal =
  | { readonly kind: "not-allowed" }
  | Treated
  | { readonly kind: "consultation-incomplete"; readonly problems: readonly FieldProblem[] }
  /** What the parties were asked stands; only dates move, and the deadline only to a later time. */
  | { readonly kind: "consultation-already-sent"; readonly at: Instant }
  | { readonly kind: "deadline-only-later"; readonly closedAt: Instant }
  | DeadlineRefusal;

/** The refusal of everything that comes after the treatment. */
export function treatedRefusal({ treated }: Consultation): Treated | undefined {
  return treated && { kind: "consultation-treated", by: treated.by, at: treated.at };
}

/** Writes in a draft; of one that is sent only case number, documents added, later deadline, next step. */
export function editConsultation(
  consultation: Consultation,
  typed: ConsultationFields,
  command: Command,
  actor: Actor,
  now: Instant,
): Result<Consultation, EditConsultationRefusal> {
  if (!mayRun(actor, consultation)) return refuse({ kind: "not-allowed" });
  const treated = treatedRefusal(consultation);
  if (treated) return refuse(treated);
  const read = readConsultation(typed);
  if (!read.ok) return refuse({ kind: "consultation-incomplete", problems: read.refusal });
  const refusal = consultation.sent && sentRefusal(consultation, consultation.sent, read.value, now);
  if (refusal) return refuse(refusal);
  const changed = changedFields(consultation, read.value);
  if (changed.length === 0) return ok(consultation);
  const log = logged(consultation.log, command, actor, now, "edited", { fields: changed.join(", ") });
  return ok({ ...consultation, ...read.value, log });
}

function sentRefusal(
  consultation: Consultation,
  { at, startsAt }: NonNullable<Consultation["sent"]>,
  fields: ConsultationFields,
  now: Instant,
): EditConsultationRefusal | undefined {
  const locked = (["subject", "message", "closed", "sendOn"] as const).some(
    (name) => fields[name] !== consultation[name],
  );
  const documents = fields.material.map((document) => JSON.stringify(document));
  const taken = consultation.material.some((document) => !documents.includes(JSON.stringify(document)));
  if (locked || taken) return { kind: "consultation-already-sent", at };
  const [before, after] = [closesAt(consultation), closesAt(fields)];
  if (before === after) return undefined;
  if (before !== undefined && (after === undefined || after < before)) {
    return { kind: "deadline-only-later", closedAt: before };
  }
  return deadlineRefusal(fields, plainDateOf(startsAt), now);
}

/** Names of what is different, for the log; never what stands there. */
function changedFields(before: ConsultationFields, after: ConsultationFields): readonly string[] {
  const names = [
    "subject",
    "caseNumber",
    "caseKey",
    "message",
    "material",
    "sendOn",
    "deadlineOn",
    "deadlineTime",
    "stepBefore",
    "nextStep",
    "closed",
  ] as const satisfies readonly (keyof ConsultationFields)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
