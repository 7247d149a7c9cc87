import type { GrantPool } from "#domain/grants/grant-pool.ts";
import { moveFrame as decide, type MoveFrameCommand, type MoveFrameRefusal } from "#domain/grants/move-frame.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { commitPool } from "./commit-pool.ts";

/** Moves what is left in one round's frame to another's by a recorded decision (000-20). One write of the pool. */
export async function moveFrame(
  deps: Deps,
  actor: Actor,
  command: MoveFrameCommand & { readonly poolKey: Key },
): Promise<Result<GrantPool, MoveFrameRefusal | StoreFailure>> {
  const upToDate = await deps.records.refresh(["pools"]);
  if (!upToDate.ok) return upToDate;
  return commitPool(deps, command.poolKey, actor, command, (pool) => decide(pool, command, actor, deps.clock.now()));
}
