import type { GrantApplication } from "#domain/grants/application.ts";
import { withdrawApplication as decide, type WithdrawRefusal } from "#domain/grants/withdraw-application.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { type ApplicationCommand, commitApplication } from "./commit-application.ts";

/** Takes an application back until the round is put up for decision. One write. */
export function withdrawApplication(
  deps: Deps,
  actor: Actor,
  command: ApplicationCommand,
): Promise<Result<GrantApplication, WithdrawRefusal | StoreFailure>> {
  return commitApplication(deps, actor, command, (application, { pool }) =>
    decide({ application, pool: pool.value }, command, actor, deps.clock.now()),
  );
}
