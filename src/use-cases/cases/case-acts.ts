import type { Case } from "#domain/cases/case.ts";
import { type CloseCaseRefusal, closeCase as closed } from "#domain/cases/close-case.ts";
import { type EditCaseCommand, type EditCaseRefusal, editCase as edited } from "#domain/cases/edit-case.ts";
import { type EndConsultationRefusal, endConsultationStep as ended } from "#domain/cases/end-consultation-step.ts";
import {
  type RecordDecisionCommand,
  type RecordDecisionRefusal,
  recordDecision as recorded,
} from "#domain/cases/record-decision.ts";
import { setRoute as laid, type SetRouteCommand, type SetRouteRefusal } from "#domain/cases/set-route.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { PlainDate } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { bodiesNow, type CaseCommand, commitCase } from "./commit-case.ts";
import { type NumberTaken, numberTaken } from "./number-taken.ts";

/** Changes what a case says. */
export async function editCase(
  deps: Deps,
  actor: Actor,
  command: CaseCommand & EditCaseCommand,
): Promise<Result<Case, EditCaseRefusal | NumberTaken | StoreFailure>> {
  return commitCase<EditCaseRefusal | NumberTaken>(deps, actor, command, (theCase) => {
    const poolKey = theCase.appropriation?.poolKey;
    const allocated = poolKey && deps.records.pools.byKey(poolKey)?.value.allocation.amountOere;
    const decided = edited(theCase, command, allocated, actor, deps.clock.now());
    const taken = decided.ok ? numberTaken(deps, decided.value) : undefined;
    return taken === undefined ? decided : refuse(taken);
  });
}

/** Lays what is still to come of the case's way; behind a stop, the new route that was asked for. */
export async function setRoute(
  deps: Deps,
  actor: Actor,
  command: CaseCommand & SetRouteCommand,
): Promise<Result<Case, SetRouteRefusal | StoreFailure>> {
  return commitCase(deps, actor, command, (theCase) =>
    laid(theCase, command, bodiesNow(deps), actor, deps.clock.now()),
  );
}

/** Records what a body decided; the council's final approval of a pool's own case releases the pool. */
export async function recordDecision(
  deps: Deps,
  actor: Actor,
  command: CaseCommand & RecordDecisionCommand,
): Promise<Result<Case, RecordDecisionRefusal | StoreFailure>> {
  return commitCase(deps, actor, command, (theCase) => recorded(theCase, command, actor, deps.clock.now()));
}

/** Ends the consultation on the case's way: the next body may decide. */
export async function endConsultationStep(
  deps: Deps,
  actor: Actor,
  command: CaseCommand & { readonly stepKey: Key; readonly date: PlainDate },
): Promise<Result<Case, EndConsultationRefusal | StoreFailure>> {
  return commitCase(deps, actor, command, (theCase) => ended(theCase, command, actor, deps.clock.now()));
}

/** Closes a case for good. */
export async function closeCase(
  deps: Deps,
  actor: Actor,
  command: CaseCommand,
): Promise<Result<Case, CloseCaseRefusal | StoreFailure>> {
  return commitCase(deps, actor, command, (theCase) => closed(theCase, command, actor, deps.clock.now()));
}
