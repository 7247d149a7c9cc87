import { type DecideCommand, type DecideRefusal, decidePacket as decide } from "#domain/grants/decide-packet.ts";
import type { GrantPool } from "#domain/grants/grant-pool.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { commitPool } from "./commit-pool.ts";
import { findPoolOfRound } from "./pool-views.ts";

/** Decides one packet, exactly once: one write in the pool, however many press at the same moment. */
export async function decidePacket(
  deps: Deps,
  actor: Actor,
  command: DecideCommand,
): Promise<Result<GrantPool, DecideRefusal | StoreFailure>> {
  const upToDate = await deps.records.refresh(["pools"]);
  if (!upToDate.ok) return upToDate;
  const found = findPoolOfRound(deps, command.roundKey);
  if (found === undefined) return refuse(notFound);
  return commitPool(deps, found.pool.value.key, actor, command, (pool) =>
    decide(pool, command, actor, deps.clock.now()),
  );
}
