import type { GrantApplication } from "#domain/grants/application.ts";
import { type ApproveRefusal, approveApplication as decide } from "#domain/grants/approve-application.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { type ApplicationCommand, commitApplication } from "./commit-application.ts";

/** The head's approval, or the secretariat's recorded choice for a silent head. One write. */
export function approveApplication(
  deps: Deps,
  actor: Actor,
  command: ApplicationCommand,
): Promise<Result<GrantApplication, ApproveRefusal | StoreFailure>> {
  return commitApplication(deps, actor, command, (application, { pool, round, centre }) =>
    decide({ application, pool: pool.value, round, centre }, command, actor, deps.clock.now()),
  );
}
