import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import { type Instant, type PlainDate, plainDateOf } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Case } from "./case.ts";
import { type ConsultationBlocker, consultationBlocker } from "./case-course.ts";
import { type CaseActRefusal, caseActRefusal } from "./edit-case.ts";

/** Why a consultation is not ended in the case's route. */
export type EndConsultationRefusal =
  | CaseActRefusal
  | Exclude<ConsultationBlocker, { readonly kind: "case-closed" | "earlier-step-open" }>
  | { readonly kind: "earlier-step-open"; readonly body: string }
  | { readonly kind: "consultation-ends-later"; readonly date: PlainDate };

/** Ends the consultation on the case's way, with or without answers (001-12): the next body may decide. */
export function endConsultationStep(
  theCase: Case,
  command: Command & { readonly stepKey: Key; readonly date: PlainDate },
  actor: Actor,
  now: Instant,
): Result<Case, EndConsultationRefusal> {
  const refusal = caseActRefusal(theCase, command, actor);
  if (refusal) return refuse(refusal);
  const at = theCase.steps.findIndex(({ key }) => key === command.stepKey);
  const blocker = consultationBlocker(theCase, at + 1);
  if (blocker?.kind === "earlier-step-open") return refuse({ kind: blocker.kind, body: blocker.body });
  if (blocker !== undefined && blocker.kind !== "case-closed") return refuse(blocker);
  if (command.date > plainDateOf(now)) return refuse({ kind: "consultation-ends-later", date: command.date });
  const steps = theCase.steps.map((step, index) =>
    index === at && step.kind === "consultation" ? { ...step, endedOn: command.date } : step,
  );
  return ok({
    ...theCase,
    steps,
    log: logged(theCase.log, command, actor, now, "consultation-ended", { date: command.date }),
  });
}
