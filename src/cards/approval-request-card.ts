import type { AdaptiveCard, CardElementArray } from "@microsoft/teams.cards";
import type { GrantApplication } from "#domain/grants/application.ts";
import type { FieldProblem } from "#domain/grants/field-problem.ts";
import { questionsLimit } from "#domain/grants/return-application.ts";
import { replaceCpr } from "#domain/grants/withhold-cpr.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { formatDeadline, formatInstant } from "#domain/shared/format-dates.ts";
import { formatKr } from "#domain/shared/money.ts";
import { cardText } from "#domain/shared/plain-text.ts";
import {
  type CardButton,
  cardOf,
  facts,
  heading,
  openButton,
  pressButton,
  sentence,
  typed,
  typedHeading,
  unfoldButton,
} from "./card-parts.ts";
import { cutText } from "./cut-text.ts";
import { textField } from "./field-parts.ts";
import { inputId } from "./input-id.ts";
import type { CardScreen } from "./screen.ts";
import { tabRoutes } from "./tab-link.ts";
import { cardTexts } from "./texts/card-texts.ts";

/** Where the head's task stands. */
export type ApprovalState =
  | { readonly kind: "waiting" }
  | {
      readonly kind: "approved";
      readonly how: "head" | "applicant-is-head" | "secretariat";
      readonly byName: string;
      readonly at: Instant;
    }
  | { readonly kind: "returned"; readonly byName: string; readonly at: Instant }
  | { readonly kind: "withdrawn"; readonly at: Instant }
  | { readonly kind: "expired" }
  | { readonly kind: "recommended" };

/** An application as its head sees it in the chat. */
export interface ApprovalRequest {
  readonly application: GrantApplication;
  readonly centreName: string;
  readonly applicantName: string;
  readonly deadline: Instant;
  readonly state: ApprovalState;
  /** Questions that were sent but could not be taken. */
  readonly attempt: { readonly questions: string; readonly problems: readonly FieldProblem[] } | undefined;
}

/** The head's card: the application in short, approve or return with questions; afterwards what became of it. */
export function approvalRequestCard(screen: CardScreen, request: ApprovalRequest): AdaptiveCard {
  const texts = cardTexts(screen.language);
  const { application, state, attempt } = request;
  const waiting = state.kind === "waiting";
  const removed = texts.review.removedNumber;
  const body: CardElementArray = [
    heading(headingOf(screen, state)),
    ...(waiting ? [] : [sentence(outcomeOf(screen, request))]),
    typedHeading(cutText(replaceCpr(application.title, removed), 160)),
    facts([
      [texts.number, application.number],
      [texts.centre, cutText(request.centreName, 100)],
      [texts.requested, formatKr(application.requestedOere, screen.language)],
      [texts.applicant, cutText(request.applicantName, 100)],
      ...(waiting ? [[texts.deadline, formatDeadline(request.deadline, screen.language)] as const] : []),
    ]),
    ...(waiting && application.answer !== undefined
      ? [sentence(`**${texts.approval.answer}**`), typed(cutText(replaceCpr(application.answer, removed), 1000))]
      : []),
    ...(waiting ? [typed(cutText(replaceCpr(application.description, removed), 500))] : []),
    ...(waiting && attempt !== undefined ? questionsField(screen, attempt) : []),
  ];
  return cardOf(
    screen,
    body,
    waiting ? waitingButtons(screen, request) : [openOf(screen, request)],
    texts.approval.summary,
  );
}

function questionsField(screen: CardScreen, attempt: NonNullable<ApprovalRequest["attempt"]>): CardElementArray {
  const texts = cardTexts(screen.language).approval;
  return textField(screen, {
    id: inputId.questions,
    label: texts.questions,
    value: replaceCpr(attempt.questions, cardTexts(screen.language).review.removedNumber),
    max: questionsLimit,
    lines: "many",
    hint: texts.questionsHint,
    required: texts.questionsMissing,
    problems: attempt.problems,
  });
}

function waitingButtons(screen: CardScreen, request: ApprovalRequest): readonly CardButton[] {
  const texts = cardTexts(screen.language).approval;
  const applicationKey = request.application.key;
  const send = pressButton(texts.send, "application.return", { applicationKey });
  const approve = pressButton(texts.approve, "application.approve", { applicationKey }, "none");
  if (request.attempt !== undefined) return [send, approve, openOf(screen, request)];
  const fields = questionsField(screen, { questions: "", problems: [] });
  return [approve, unfoldButton(screen, texts.return, fields, send), openOf(screen, request)];
}

function openOf(screen: CardScreen, { application }: ApprovalRequest): CardButton {
  return openButton(screen, tabRoutes.application(application.key));
}

function headingOf(screen: CardScreen, state: ApprovalState): string {
  const texts = cardTexts(screen.language).approval;
  if (state.kind === "waiting") return texts.heading;
  if (state.kind === "approved") return texts.approvedHeading;
  return state.kind === "returned" ? texts.returnedHeading : texts.closedHeading;
}

function outcomeOf(screen: CardScreen, { state, deadline }: ApprovalRequest): string {
  const texts = cardTexts(screen.language).approval;
  switch (state.kind) {
    case "waiting":
      return "";
    case "approved": {
      const say = {
        head: texts.approved,
        "applicant-is-head": texts.approvedOwn,
        secretariat: texts.approvedBySecretariat,
      };
      return say[state.how](cardText(state.byName), formatInstant(state.at, screen.language));
    }
    case "returned":
      return texts.returned(cardText(state.byName), formatInstant(state.at, screen.language));
    case "withdrawn":
      return texts.withdrawn(formatInstant(state.at, screen.language));
    case "expired":
      return texts.expired(formatDeadline(deadline, screen.language));
    case "recommended":
      return texts.recommended;
  }
}
