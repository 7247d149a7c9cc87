import type { GrantPool } from "#domain/grants/grant-pool.ts";
import {
  sendBackRecommendation as decide,
  type SendBackCommand,
  type SendBackRefusal,
} from "#domain/grants/send-back-recommendation.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { commitPool } from "./commit-pool.ts";
import { findPoolOfRound } from "./pool-views.ts";

/** Chair or deputy sends a list that nobody has decided on back to the secretariat, with a reason. One write. */
export async function sendBackRecommendation(
  deps: Deps,
  actor: Actor,
  command: SendBackCommand,
): Promise<Result<GrantPool, SendBackRefusal | StoreFailure>> {
  const upToDate = await deps.records.refresh(["pools"]);
  if (!upToDate.ok) return upToDate;
  const found = findPoolOfRound(deps, command.roundKey);
  if (found === undefined) return refuse(notFound);
  return commitPool(deps, found.pool.value.key, actor, command, (pool) =>
    decide(pool, command, actor, deps.clock.now()),
  );
}
