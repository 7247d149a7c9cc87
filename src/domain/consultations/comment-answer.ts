import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import { type Instant, type PlainDate, startOfDay } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { PartyState } from "./answer-consultation.ts";
import { mayRun } from "./consultation-access.ts";
import type { ConsultationParty } from "./consultation-party.ts";
import { isLate } from "./consultation-status.ts";
import { agendaOn } from "./deadline.ts";
import { type Treated, treatedRefusal } from "./edit-consultation.ts";

/** Why an answer is not commented, or not taken in. */
export type CommentRefusal =
  | { readonly kind: "not-allowed" }
  | Treated
  | { readonly kind: "no-answer-yet"; readonly party: string }
  | { readonly kind: "comment-incomplete"; readonly problems: readonly FieldProblem[] };

export type IncludeRefusal =
  | { readonly kind: "not-allowed" }
  | Treated
  | { readonly kind: "answer-not-late" }
  /** The agenda has gone out without it (001-11). */
  | { readonly kind: "agenda-issued"; readonly agendaOn: PlainDate };

/** What is typed about an answer. */
export interface TypedComment {
  readonly summary: string;
  readonly comment: string;
  readonly changes: boolean;
}

const limits = {
  summary: { max: 4000, required: false, multiline: true },
  comment: { max: 4000, required: true, multiline: true },
} as const;

/** The administration's remark to an answer, and whether the proposal is changed by it (001-14). */
export function commentAnswer(
  { consultation, party }: PartyState,
  typed: TypedComment,
  command: Command,
  actor: Actor,
  now: Instant,
): Result<ConsultationParty, CommentRefusal> {
  if (!mayRun(actor, consultation)) return refuse({ kind: "not-allowed" });
  const treated = treatedRefusal(consultation);
  if (treated) return refuse(treated);
  if (!party.answer) return refuse({ kind: "no-answer-yet", party: party.name });
  const summary = readText(typed.summary, "summary", limits.summary);
  const comment = readText(typed.comment, "comment", limits.comment);
  const problems = [...summary.problems, ...comment.problems];
  if (problems.length > 0) return refuse({ kind: "comment-incomplete", problems });
  const { changes } = typed;
  const before = party.comment;
  if (before?.summary === summary.text && before.comment === comment.text && before.changes === changes) {
    return ok(party);
  }
  return ok({
    ...party,
    comment: { summary: summary.text, comment: comment.text, changes, by: actor.personKey, at: now },
    log: logged(party.log, command, actor, now, "commented", { changes }),
  });
}

/** Takes a late answer in with the others, or leaves it out again; possible until the agenda goes out (001-11). */
export function includeLate(
  { consultation, party }: PartyState,
  included: boolean,
  command: Command,
  actor: Actor,
  now: Instant,
): Result<ConsultationParty, IncludeRefusal> {
  if (!mayRun(actor, consultation)) return refuse({ kind: "not-allowed" });
  const treated = treatedRefusal(consultation);
  if (treated) return refuse(treated);
  if (!isLate(party, consultation)) return refuse({ kind: "answer-not-late" });
  const issuedOn = consultation.nextStep && agendaOn(consultation.nextStep);
  if (issuedOn !== undefined && now >= startOfDay(issuedOn))
    return refuse({ kind: "agenda-issued", agendaOn: issuedOn });
  if (party.lateIncluded === included) return ok(party);
  const log = logged(party.log, command, actor, now, "late-included", { included });
  return ok({ ...party, lateIncluded: included, log });
}
