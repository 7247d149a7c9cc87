import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, earlierPress, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import type { Key } from "#domain/shared/keys.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { FundingRound } from "./grant-pool.ts";
import { recommendationOf } from "./pool-parts.ts";
import type { Review } from "./review.ts";
import { ownReview, type ReviewContext } from "./review-context.ts";

/** Why a recusal is not recorded. */
export type RecusalRefusal =
  /** The person has no part in the round to step out of. */
  | { readonly kind: "not-allowed" }
  | { readonly kind: "already-recused"; readonly by: Key | "system"; readonly at: Instant }
  | { readonly kind: "already-recommended"; readonly by: Key; readonly at: Instant }
  | { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] };

/** Longest reason of a recusal. */
export const recusalReasonLimit = 1000;

/**
 * Records that somebody who takes part in the round steps out of one application: a reviewer, the
 * substitute, an adviser, the chair or the deputy. A score given before is out too. Possible until the round is put up
 * for decision.
 */
export function declareRecusal(
  context: ReviewContext,
  command: Command & { readonly reason: string },
  actor: Actor,
  now: Instant,
): Result<Review, RecusalRefusal> {
  const review = ownReview(context, actor);
  const earlier = earlierPress(review.log, command);
  if (earlier) return refuse({ kind: "already-recused", ...earlier });
  if (review.recusal) return refuse({ kind: "already-recused", by: review.reviewerKey, at: review.recusal.at });
  if (!takesPart(context.round, actor)) return refuse({ kind: "not-allowed" });
  const recommendation = recommendationOf(context.pool, context.round.key);
  if (recommendation) {
    const { recommendedBy: by, recommendedAt: at } = recommendation;
    return refuse({ kind: "already-recommended", by, at });
  }
  const reason = readText(command.reason, "reason", { max: recusalReasonLimit, required: true, multiline: true });
  if (reason.problems.length > 0) return refuse({ kind: "incomplete", problems: reason.problems });
  return ok({
    ...review,
    state: "recused",
    recusal: { at: now, reason: reason.text },
    log: logged(review.log, command, actor, now, "recused", { applicationKey: context.application.key }),
  });
}

/** Whether the person has a part in handling the round's applications. */
export function takesPart(round: FundingRound, actor: Pick<Actor, "personKey">): boolean {
  const { personKey } = actor;
  return (
    round.reviewerKeys.includes(personKey) ||
    round.adviserKeys.includes(personKey) ||
    [round.substituteKey, round.chairKey, round.deputyKey].includes(personKey)
  );
}
