import { type ClosePoolRefusal, closePool as decide } from "#domain/grants/close-pool.ts";
import type { GrantPool } from "#domain/grants/grant-pool.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Command } from "#domain/shared/command.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { commitPool } from "./commit-pool.ts";
import { applicationsOfPool } from "./pool-views.ts";

/** Closes the pool for the year; awards go on to their accounts (000-22). One write of the pool. */
export async function closePool(
  deps: Deps,
  actor: Actor,
  command: Command & { readonly poolKey: Key },
): Promise<Result<GrantPool, ClosePoolRefusal | StoreFailure>> {
  const upToDate = await deps.records.refresh(["pools", "applications"]);
  if (!upToDate.ok) return upToDate;
  return commitPool(deps, command.poolKey, actor, command, (pool) =>
    decide(pool, command, applicationsOfPool(deps, pool.key), actor, deps.clock.now()),
  );
}
