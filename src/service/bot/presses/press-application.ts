import { approvalRequestCard } from "#cards/approval-request-card.ts";
import type { CardCommand } from "#cards/card-command.ts";
import { isHeadOf, isSecretariat } from "#domain/grants/who.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import type { Key } from "#domain/shared/keys.ts";
import { approveApplication } from "#use-cases/grants/approve-application.ts";
import { returnApplication } from "#use-cases/grants/return-application.ts";
import { approvalRequestOf } from "../views/approval-view.ts";
import { failed, notAllowed, type Press, type PressAnswer, shown, sortRefusal } from "./press.ts";

type ApplicationCommand = Extract<CardCommand, { verb: "application.approve" | "application.return" }>;

/** The head approves, or returns the application with questions; pressed again, the card tells what was done. */
export async function pressApplication(press: Press, command: ApplicationCommand): Promise<PressAnswer> {
  const { deps, actor, commandKey } = press;
  const { applicationKey } = command;
  const done =
    command.verb === "application.approve"
      ? await approveApplication(deps, actor, { commandKey, applicationKey })
      : await returnApplication(deps, actor, { commandKey, applicationKey, questions: command.questions });
  if (done.ok) return requestNow(press, command);
  const sorted = sortRefusal(done.refusal);
  if (sorted.failure) return failed(press, sorted.failure);
  const { rule } = sorted;
  if (rule.kind === "not-found" || rule.kind === "not-allowed" || !mayKnow(press, applicationKey)) {
    return notAllowed(press, "not-yours");
  }
  return requestNow(press, command, rule.kind === "incomplete" ? rule.problems : undefined);
}

/** What has been answered already is told before who asks is looked at; the card is for the head and the secretariat. */
function mayKnow({ deps, actor }: Press, applicationKey: Key): boolean {
  const application = deps.records.applications.byKey(applicationKey)?.value;
  return application !== undefined && (isHeadOf(actor, application.centreKey) || isSecretariat(actor));
}

function requestNow(press: Press, command: ApplicationCommand, problems?: readonly FieldProblem[]): PressAnswer {
  const { deps, screen } = press;
  const attempt =
    problems === undefined || command.verb !== "application.return"
      ? undefined
      : { questions: command.questions, problems };
  const request = approvalRequestOf(deps.records, command.applicationKey, deps.clock.now(), attempt);
  return request === undefined ? notAllowed(press, "gone") : shown(approvalRequestCard(screen, request));
}
