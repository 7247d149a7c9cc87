import type { GrantPool } from "#domain/grants/grant-pool.ts";
import {
  withdrawRecommendation as decide,
  type WithdrawRecommendationRefusal,
} from "#domain/grants/withdraw-recommendation.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import { type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { commitPool } from "./commit-pool.ts";
import { findPoolOfRound } from "./pool-views.ts";

/** Takes a list back that nobody has decided on, so that reviewing is open again. One write. */
export async function withdrawRecommendation(
  deps: Deps,
  actor: Actor,
  command: { readonly commandKey: Key; readonly roundKey: Key },
): Promise<Result<GrantPool, WithdrawRecommendationRefusal | StoreFailure>> {
  const upToDate = await deps.records.refresh(["pools"]);
  if (!upToDate.ok) return upToDate;
  const found = findPoolOfRound(deps, command.roundKey);
  if (found === undefined) return refuse(notFound);
  return commitPool(deps, found.pool.value.key, actor, command, (pool) =>
    decide(pool, command, actor, deps.clock.now()),
  );
}
