import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, earlierPress, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import type { Key } from "#domain/shared/keys.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { GrantApplication } from "./application.ts";
import { isSubmitted } from "./application-state.ts";
import { type ApproveState, approveRefusal } from "./approve-application.ts";
import { recommendationOf } from "./pool-parts.ts";
import { isSecretariat } from "./who.ts";

/** Why an application is not returned. */
export type ReturnRefusal =
  | { readonly kind: "already-returned"; readonly by: Key | "system"; readonly at: Instant }
  | { readonly kind: "already-approved"; readonly by: Key | "system"; readonly at: Instant }
  | { readonly kind: "already-withdrawn"; readonly at: Instant }
  | { readonly kind: "already-recommended"; readonly by: Key; readonly at: Instant }
  | { readonly kind: "not-allowed" }
  | { readonly kind: "approval-deadline-passed"; readonly deadline: Instant }
  | { readonly kind: "head-may-still-answer"; readonly deadline: Instant }
  /** The round has closed: what is approved is under review and can no longer be sent back. */
  | { readonly kind: "under-review"; readonly since: Instant }
  | { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] };

/** Longest text of questions. */
export const questionsLimit = 2000;

/**
 * Sends the application back with questions: the head while it awaits approval, the secretariat too once it is handed
 * in and the round is open. The draft comes alive again and can be handed in as the next attempt.
 */
export function returnApplication(
  state: ApproveState,
  command: Command & { readonly questions: string },
  actor: Actor,
  now: Instant,
): Result<GrantApplication, ReturnRefusal> {
  const { application } = state;
  const earlier = earlierPress(application.log, command);
  if (earlier) return refuse({ kind: "already-returned", ...earlier });
  const refusal = returnRefusal(state, actor, now);
  if (refusal) return refuse(refusal);
  const questions = readText(command.questions, "questions", { max: questionsLimit, required: true, multiline: true });
  if (questions.problems.length > 0) return refuse({ kind: "incomplete", problems: questions.problems });
  return ok({
    ...application,
    returned: { at: now, by: actor.personKey, questions: questions.text },
    log: logged(application.log, command, actor, now, "returned", { attempt: application.attempt }),
  });
}

/** What would refuse a return, for buttons and for the act itself. */
export function returnRefusal(state: ApproveState, actor: Actor, now: Instant): ReturnRefusal | undefined {
  const { application, pool, round } = state;
  // For everybody but the secretariat what is approved has been answered.
  if (!isSubmitted(application) || !isSecretariat(actor)) return approveRefusal(state, actor, now);
  const recommendation = recommendationOf(pool, application.roundKey);
  if (recommendation) {
    return { kind: "already-recommended", by: recommendation.recommendedBy, at: recommendation.recommendedAt };
  }
  return now < round.closesAt ? undefined : { kind: "under-review", since: round.closesAt };
}
