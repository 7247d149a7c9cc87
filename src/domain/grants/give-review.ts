import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, earlierPress, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { checkReview, cleanAnswers } from "./check-review.ts";
import { recommendationOf } from "./pool-parts.ts";
import type { Review, ReviewAnswers } from "./review.ts";
import { ownReview, type ReviewContext, type ReviewerRefusal, reviewerRefusal } from "./review-context.ts";
import { reviewCounts } from "./review-progress.ts";

/** Why a review is not taken as given. */
export type GiveReviewRefusal =
  | ReviewerRefusal
  | { readonly kind: "already-given"; readonly by: Key | "system"; readonly at: Instant }
  /** The given review is part of the basis of the recommendation and stands as it is. */
  | { readonly kind: "already-recommended"; readonly by: Key; readonly at: Instant }
  | { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] };

/**
 * Gives a review, or gives it anew while the round is not put up for decision. After the recommendation a missing one
 * is still kept, marked late: it is outside the basis and changes no score (law 5).
 */
export function giveReview(
  context: ReviewContext,
  command: Command & { readonly answers: ReviewAnswers },
  actor: Actor,
  now: Instant,
): Result<Review, GiveReviewRefusal> {
  const review = ownReview(context, actor);
  const earlier = earlierPress(review.log, command);
  if (earlier) return refuse({ kind: "already-given", ...earlier });
  const refusal = reviewerRefusal(context, actor, now);
  if (refusal) return refuse(refusal);
  const recommendation = recommendationOf(context.pool, context.round.key);
  if (recommendation && reviewCounts(review, recommendation)) {
    const { recommendedBy: by, recommendedAt: at } = recommendation;
    return refuse({ kind: "already-recommended", by, at });
  }
  const problems = checkReview(command.answers, context.pool.criteria);
  if (problems.length > 0) return refuse({ kind: "incomplete", problems });
  const late = recommendation !== undefined;
  return ok({
    ...review,
    state: "given",
    answers: cleanAnswers(command.answers, context.pool.criteria),
    givenAt: now,
    late,
    log: logged(review.log, command, actor, now, "review-given", { late }),
  });
}
