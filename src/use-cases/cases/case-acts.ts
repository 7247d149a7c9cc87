import type { Case } from "#domain/cases/case.ts";
import type { AnswersBlock } from "#domain/cases/case-consultation.ts";
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
import { refreshConsultations } from "../consultations/commit-consultation.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { answersBlockNow } from "./case-consultations.ts";
import { bodiesNow, type CaseCommand, commitCase, isProgrammeKnown } from "./commit-case.ts";
import { type NumberTaken, numberTaken } from "./number-taken.ts";

/** Changes what a case says. */
export async function editCase(
  deps: Deps,
  actor: Actor,
  command: CaseCommand & EditCaseCommand,
): Promise<Result<Case, EditCaseRefusal | NumberTaken | StoreFailure>> {
  const { competentBodyKey } = command;
  const isBodyKnown =
    competentBodyKey === undefined ||
    competentBodyKey === "last" ||
    deps.records.bodies.byKey(competentBodyKey) !== undefined;
  if (!isProgrammeKnown(deps, command) || !isBodyKnown) return refuse(notFound);
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
): Promise<Result<Case, RecordDecisionRefusal | AnswersBlock | StoreFailure>> {
  return commitHeard<RecordDecisionRefusal>(deps, actor, command, (theCase) =>
    recorded(theCase, command, actor, deps.clock.now()),
  );
}

/** Ends the consultation on the case's way: the next body may decide. Not while answers may come or lack a comment. */
export async function endConsultationStep(
  deps: Deps,
  actor: Actor,
  command: CaseCommand & { readonly stepKey: Key; readonly date: PlainDate },
): Promise<Result<Case, EndConsultationRefusal | AnswersBlock | StoreFailure>> {
  return commitHeard<EndConsultationRefusal>(deps, actor, command, (theCase) =>
    ended(theCase, command, actor, deps.clock.now()),
  );
}

/** Commits an act that rests on what was heard: the consultations' answers are brought up to date and guard it (R-10). */
async function commitHeard<R extends { readonly kind: string }>(
  deps: Deps,
  actor: Actor,
  command: CaseCommand,
  decide: (theCase: Case) => Result<Case, R>,
): Promise<Result<Case, R | AnswersBlock | StoreFailure>> {
  const hears = deps.records.cases.byKey(command.caseKey)?.value.steps.some(({ kind }) => kind === "consultation");
  const upToDate = hears ? await refreshConsultations(deps) : undefined;
  if (upToDate?.ok === false) return upToDate;
  return commitCase<R | AnswersBlock>(deps, actor, command, (theCase) => {
    const decided = decide(theCase);
    // Whoever may act is told whose answers are waited for, not only that the consultation is open.
    if (!decided.ok && decided.refusal.kind !== "consultation-open") return decided;
    const block = answersBlockNow(deps, theCase.key);
    return block === undefined ? decided : refuse(block);
  });
}

/** Closes a case for good. */
export async function closeCase(
  deps: Deps,
  actor: Actor,
  command: CaseCommand,
): Promise<Result<Case, CloseCaseRefusal | StoreFailure>> {
  return commitCase(deps, actor, command, (theCase) => closed(theCase, command, actor, deps.clock.now()));
}
