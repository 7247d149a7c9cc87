import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { cleanAnswers } from "./check-review.ts";
import type { Review, ReviewAnswers } from "./review.ts";
import { ownReview, type ReviewContext, type ReviewerRefusal, reviewerRefusal } from "./review-context.ts";
import { withholdCpr } from "./withhold-cpr.ts";

/** Why half a review is not kept. */
export type SaveReviewRefusal =
  | ReviewerRefusal
  /** A given review stands until it is given anew, complete. */
  | { readonly kind: "already-given"; readonly by: Key; readonly at: Instant };

/**
 * Keeps half a review (state "begun"): nothing in it is refused, so nothing is lost, but a text with what looks like a
 * CPR number is left out. Like a draft it leaves no log line: it is saved every few seconds, and its log would
 * one day not fit the item. The same answers again are the same record.
 */
export function saveReview(
  context: ReviewContext,
  { answers: typed }: { readonly answers: ReviewAnswers },
  actor: Actor,
  now: Instant,
): Result<Review, SaveReviewRefusal> {
  const review = ownReview(context, actor);
  const refusal = reviewerRefusal(context, actor, now);
  if (refusal) return refuse(refusal);
  if (review.givenAt !== undefined)
    return refuse({ kind: "already-given", by: review.reviewerKey, at: review.givenAt });
  const answers = withholdCpr(cleanAnswers(typed, context.pool.criteria), review.answers);
  const isSame = review.state === "begun" && JSON.stringify(review.answers) === JSON.stringify(answers);
  return ok(isSame ? review : { ...review, state: "begun", answers });
}
