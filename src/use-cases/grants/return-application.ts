import type { GrantApplication } from "#domain/grants/application.ts";
import { returnApplication as decide, type ReturnRefusal } from "#domain/grants/return-application.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { type ApplicationCommand, commitApplication } from "./commit-application.ts";

/** Sends an application back with questions; the draft comes alive again. One write. */
export function returnApplication(
  deps: Deps,
  actor: Actor,
  command: ApplicationCommand & { readonly questions: string },
): Promise<Result<GrantApplication, ReturnRefusal | StoreFailure>> {
  return commitApplication(deps, actor, command, (application, { pool, round, centre }) =>
    decide({ application, pool: pool.value, round, centre }, command, actor, deps.clock.now()),
  );
}
