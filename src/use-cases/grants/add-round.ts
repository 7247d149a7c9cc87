import { type AddRoundCommand, type AddRoundRefusal, addRound as decide } from "#domain/grants/add-round.ts";
import type { GrantPool } from "#domain/grants/grant-pool.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { commitPool } from "./commit-pool.ts";

/** Adds a round with its frame, window, reviewers and deciders to a released pool. One write of the pool. */
export async function addRound(
  deps: Deps,
  actor: Actor,
  command: AddRoundCommand & { readonly poolKey: Key },
): Promise<Result<GrantPool, AddRoundRefusal | StoreFailure>> {
  const upToDate = await deps.records.refresh(["pools"]);
  if (!upToDate.ok) return upToDate;
  return commitPool(deps, command.poolKey, actor, command, (pool) => decide(pool, command, actor, deps.clock.now()));
}
