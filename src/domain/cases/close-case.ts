import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Case } from "./case.ts";
import { caseStatus } from "./case-course.ts";
import { type CaseActRefusal, caseActRefusal } from "./edit-case.ts";

/** Why a case is not closed. */
export type CloseCaseRefusal =
  | CaseActRefusal
  /** A body has it before it: it is decided or stopped first. */
  | { readonly kind: "case-under-way" };

/** Closes a case that is decided, has stopped, or was never put before anybody. */
export function closeCase(theCase: Case, command: Command, actor: Actor, now: Instant): Result<Case, CloseCaseRefusal> {
  const refusal = caseActRefusal(theCase, command, actor);
  if (refusal) return refuse(refusal);
  const isUnderWay = caseStatus(theCase) === "informed" && theCase.decisions.length > 0;
  if (isUnderWay) return refuse({ kind: "case-under-way" });
  return ok({ ...theCase, closedAt: now, log: logged(theCase.log, command, actor, now, "case-closed", {}) });
}
