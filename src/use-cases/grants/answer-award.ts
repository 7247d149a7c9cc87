import { type AnswerAwardRefusal, answerAward as decide } from "#domain/grants/answer-award.ts";
import type { GrantPool } from "#domain/grants/grant-pool.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import type { ApplicationCommand } from "./commit-application.ts";
import { commitPool } from "./commit-pool.ts";
import { visibleApplication } from "./visible-application.ts";

/** Accepts an award or says no thanks; declined money is free again in the same write of the pool. */
export async function answerAward(
  deps: Deps,
  actor: Actor,
  command: ApplicationCommand & { readonly accept: boolean },
): Promise<Result<GrantPool, AnswerAwardRefusal | StoreFailure>> {
  const upToDate = await deps.records.refresh(["pools"]);
  if (!upToDate.ok) return upToDate;
  const seen = visibleApplication(deps, actor, command.applicationKey);
  if (!seen.ok) return seen;
  const application = seen.value.application.value;
  return commitPool(deps, application.poolKey, actor, command, (pool) =>
    decide(pool, application, command, actor, deps.clock.now()),
  );
}
