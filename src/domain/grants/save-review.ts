import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { cleanAnswers } from "./check-review.ts";
import { type Command, earlierPress, logged } from "./command.ts";
import type { Review, ReviewAnswers } from "./review.ts";
import { ownReview, type ReviewContext, type ReviewerRefusal, reviewerRefusal } from "./review-context.ts";

/** Why half a review is not kept. */
export type SaveReviewRefusal =
  | ReviewerRefusal
  | { readonly kind: "already-saved"; readonly by: Key | "system"; readonly at: Instant }
  /** A given review stands until it is given anew, complete. */
  | { readonly kind: "already-given"; readonly by: Key; readonly at: Instant };

/** Keeps half a review (state "begun"): nothing in it is refused, so nothing is lost. */
export function saveReview(
  context: ReviewContext,
  command: Command & { readonly answers: ReviewAnswers },
  actor: Actor,
  now: Instant,
): Result<Review, SaveReviewRefusal> {
  const review = ownReview(context, actor);
  const earlier = earlierPress(review.log, command);
  if (earlier) return refuse({ kind: "already-saved", ...earlier });
  const refusal = reviewerRefusal(context, actor, now);
  if (refusal) return refuse(refusal);
  if (review.givenAt !== undefined)
    return refuse({ kind: "already-given", by: review.reviewerKey, at: review.givenAt });
  const answers = cleanAnswers(command.answers, context.pool.criteria);
  const log = logged(review.log, command, actor, now, "review-saved", { scored: Object.keys(answers.scores).length });
  return ok({ ...review, state: "begun", answers, log });
}
