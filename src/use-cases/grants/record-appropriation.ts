import type { AppropriationBasis, GrantPool } from "#domain/grants/grant-pool.ts";
import { type AppropriationRefusal, recordAppropriation as decide } from "#domain/grants/record-appropriation.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Command } from "#domain/shared/command.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { commitPool } from "./commit-pool.ts";

/** Records how far the appropriation case has come; only the council's approval releases the pool. One write of the pool. */
export async function recordAppropriation(
  deps: Deps,
  actor: Actor,
  command: Command & { readonly basis: AppropriationBasis } & { readonly poolKey: Key },
): Promise<Result<GrantPool, AppropriationRefusal | StoreFailure>> {
  const upToDate = await deps.records.refresh(["pools"]);
  if (!upToDate.ok) return upToDate;
  return commitPool(deps, command.poolKey, actor, command, (pool) => decide(pool, command, actor, deps.clock.now()));
}
