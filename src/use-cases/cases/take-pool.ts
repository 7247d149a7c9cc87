import type { Case, CaseAppropriation } from "#domain/cases/case.ts";
import { type CommandPoolRefusal, commandPool } from "#domain/cases/command-pool.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Command } from "#domain/shared/command.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { commitCase } from "./commit-case.ts";

/** Lets a case that stands command a pool, in one write. */
export function takePool(
  deps: Deps,
  actor: Actor,
  command: Command,
  theCase: Case,
  appropriation: CaseAppropriation,
): Promise<Result<Case, CommandPoolRefusal | StoreFailure>> {
  return commitCase(deps, actor, { ...command, caseKey: theCase.key }, (current) =>
    commandPool(current, { ...command, appropriation }, actor, deps.clock.now()),
  );
}
