import { declareRecusal as decide, type RecusalRefusal } from "#domain/grants/declare-recusal.ts";
import type { Review } from "#domain/grants/review.ts";
import type { ReviewContext } from "#domain/grants/review-context.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { commitReview, recusalContext } from "./review-parts.ts";

export interface DeclareRecusal {
  readonly commandKey: Key;
  readonly applicationKey: Key;
  readonly reason: string;
}

/** Records that the actor steps out of one application. One write. */
export async function declareRecusal(
  deps: Deps,
  actor: Actor,
  command: DeclareRecusal,
): Promise<Result<Review, RecusalRefusal | StoreFailure>> {
  const upToDate = await deps.records.refresh(["pools"]);
  if (!upToDate.ok) return upToDate;
  const act = (context: ReviewContext) => decide(context, command, actor, deps.clock.now());
  return commitReview(deps, actor, command, act, recusalContext);
}
