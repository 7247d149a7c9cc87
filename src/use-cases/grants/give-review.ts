import { giveReview as decide, type GiveReviewRefusal } from "#domain/grants/give-review.ts";
import type { Recommendation } from "#domain/grants/grant-pool.ts";
import { recommendationOf } from "#domain/grants/pool-parts.ts";
import type { Review } from "#domain/grants/review.ts";
import { ownReview } from "#domain/grants/review-context.ts";
import { wasPutBack } from "#domain/grants/set-aside-review.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { commitReview } from "./review-parts.ts";
import type { SaveReview } from "./save-review.ts";
import { setAsideIfPutUp } from "./set-aside-review.ts";

/**
 * Gives a review when it is complete; whether it is late rests on the pool, which is brought up to date first.
 * One write; pressed twice it counts once. A list that was put up meanwhile stands: then a second write sets the review
 * aside, and answers that were given anew are refused as they would have been a moment later.
 */
export async function giveReview(
  deps: Deps,
  actor: Actor,
  command: SaveReview,
): Promise<Result<Review, GiveReviewRefusal | StoreFailure>> {
  const upToDate = await deps.records.refresh(["pools", "applications"]);
  if (!upToDate.ok) return upToDate;
  let before: Review | undefined;
  const given = await commitReview(deps, actor, command, (context) => {
    before = ownReview(context, actor);
    return decide(context, command, actor, deps.clock.now());
  });
  if (!given.ok) return given;
  const stood = await setAsideIfPutUp(deps, actor, command, given.value, before);
  if (!stood.ok) return stood;
  const recommendation = recommendationNow(deps, stood.value);
  if (recommendation === undefined || !wasPutBack(stood.value, command)) return stood;
  const { recommendedBy: by, recommendedAt: at } = recommendation;
  return refuse({ kind: "already-recommended", by, at });
}

function recommendationNow({ records }: Deps, { poolKey, roundKey }: Review): Recommendation | undefined {
  const pool = records.pools.byKey(poolKey)?.value;
  return pool && recommendationOf(pool, roundKey);
}
