import type { GrantPool } from "#domain/grants/grant-pool.ts";
import {
  type AwardStepCommand,
  type AwardStepRefusal,
  recordAwardStep as decide,
} from "#domain/grants/record-award-step.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { commitPool } from "./commit-pool.ts";
import { visibleApplication } from "./visible-application.ts";

/** Records what becomes of an accepted award; closing gives unspent money back to the pool. One write. */
export async function recordAwardStep(
  deps: Deps,
  actor: Actor,
  command: AwardStepCommand,
): Promise<Result<GrantPool, AwardStepRefusal | StoreFailure>> {
  const upToDate = await deps.records.refresh(["pools"]);
  if (!upToDate.ok) return upToDate;
  const seen = visibleApplication(deps, actor, command.applicationKey);
  if (!seen.ok) return seen;
  return commitPool(deps, seen.value.pool.value.key, actor, command, (pool) =>
    decide(pool, command, actor, deps.clock.now()),
  );
}
