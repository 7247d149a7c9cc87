import { giveReview as decide, type GiveReviewRefusal } from "#domain/grants/give-review.ts";
import type { Review } from "#domain/grants/review.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { commitReview } from "./review-parts.ts";
import type { SaveReview } from "./save-review.ts";

/**
 * Gives a review when it is complete; whether it is late rests on the pool, which is brought up to date first.
 * One write; pressed twice it counts once.
 */
export async function giveReview(
  deps: Deps,
  actor: Actor,
  command: SaveReview,
): Promise<Result<Review, GiveReviewRefusal | StoreFailure>> {
  const upToDate = await deps.records.refresh(["pools", "applications"]);
  if (!upToDate.ok) return upToDate;
  return commitReview(deps, actor, command, (context) => decide(context, command, actor, deps.clock.now()));
}
