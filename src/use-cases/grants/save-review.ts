import type { Review, ReviewAnswers } from "#domain/grants/review.ts";
import { saveReview as decide, type SaveReviewRefusal } from "#domain/grants/save-review.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Result } from "#domain/shared/result.ts";
import { inTurn } from "../in-turn.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { commitReview } from "./review-parts.ts";

export interface SaveReview {
  readonly commandKey: Key;
  readonly applicationKey: Key;
  readonly answers: ReviewAnswers;
}

/**
 * Keeps half a review, so that nothing typed is lost. One write; one after the other, so that a save whose sender has
 * given up waiting cannot put older words over newer ones.
 */
export function saveReview(
  deps: Deps,
  actor: Actor,
  command: SaveReview,
): Promise<Result<Review, SaveReviewRefusal | StoreFailure>> {
  const keep = (): ReturnType<typeof saveReview> =>
    commitReview(deps, actor, command, (context) => decide(context, command, actor, deps.clock.now()));
  return inTurn(deps.records.reviews, keep, `${command.applicationKey} ${actor.personKey}`);
}
