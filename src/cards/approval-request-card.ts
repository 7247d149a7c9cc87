import type { AdaptiveCard, CardElementArray } from "@microsoft/teams.cards";
import type { BudgetLine, GrantApplication } from "#domain/grants/application.ts";
import { questionsLimit } from "#domain/grants/return-application.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import { formatDeadline, formatInstant } from "#domain/shared/format-dates.ts";
import { formatKr } from "#domain/shared/money.ts";
import { cardText } from "#domain/shared/plain-text.ts";
import { maskCpr } from "#domain/shared/read-text.ts";
import {
  aside,
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
  warning,
} from "./card-parts.ts";
import { cutText } from "./cut-text.ts";
import { textField } from "./field-parts.ts";
import { inputId } from "./input-id.ts";
import type { CardScreen } from "./screen.ts";
import { tabRoutes } from "./tab-link.ts";
import { cardTexts } from "./texts/card-texts.ts";

/** Budget lines on the card; the rest is counted. */
const mostLinesShown = 6;

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
  /** The head's questions that the application's answer is to; shown with the answer only. */
  readonly question?: string | undefined;
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
    typedHeading(cutText(maskCpr(application.title, removed), 160)),
    facts([
      [texts.number, application.number],
      [texts.centre, cutText(request.centreName, 100)],
      [texts.requested, formatKr(application.requestedOere, screen.language)],
      ...(waiting
        ? [[texts.review.ownFunding, formatKr(application.ownContributionOere, screen.language)] as const]
        : []),
      [texts.applicant, cutText(request.applicantName, 100)],
      ...(waiting ? [[texts.deadline, formatDeadline(request.deadline, screen.language)] as const] : []),
    ]),
    ...(waiting ? answerOf(screen, request) : []),
    ...(waiting ? [typed(cutText(maskCpr(application.description, removed), 500))] : []),
    ...(waiting ? budgetInShort(screen, application.budgetLines) : []),
    ...(waiting && attempt !== undefined ? questionsField(screen, attempt) : []),
  ];
  return cardOf(
    screen,
    body,
    waiting ? waitingButtons(screen, request) : [openOf(screen, request)],
    texts.approval.summary,
  );
}

/** What the head asked, and under it what the applicant answers. */
function answerOf(screen: CardScreen, { application, question }: ApprovalRequest): CardElementArray {
  const texts = cardTexts(screen.language);
  if (application.answer === undefined) return [];
  const shown = (text: string) => typed(cutText(maskCpr(text, texts.review.removedNumber), 1000));
  return [
    ...(question === undefined ? [] : [sentence(`**${texts.approval.question}**`), shown(question)]),
    sentence(`**${texts.approval.answer}**`),
    shown(application.answer),
  ];
}

/** The first budget lines, each by what it is for, else by its kind; then how many more there are. */
function budgetInShort(screen: CardScreen, lines: readonly BudgetLine[]): CardElementArray {
  const { approval, review } = cardTexts(screen.language);
  if (lines.length === 0) return [];
  const shown = lines.slice(0, mostLinesShown).map(({ category, note, amountOere }) => {
    const name = note === "" ? review.budgetCategory[category] : cutText(maskCpr(note, review.removedNumber), 80);
    return aside(`${cardText(name)}: ${formatKr(amountOere, screen.language)}`);
  });
  const left = lines.length - shown.length;
  return [sentence(`**${approval.budget}**`), ...shown, ...(left === 0 ? [] : [aside(approval.moreLines(left))])];
}

function questionsField(screen: CardScreen, attempt: NonNullable<ApprovalRequest["attempt"]>): CardElementArray {
  const texts = cardTexts(screen.language).approval;
  // The field shows the text with the number gone already; nothing is left for the head to remove.
  const problems = attempt.problems.filter(({ code }) => code !== "cpr");
  const field = textField(screen, {
    id: inputId.questions,
    label: texts.questions,
    value: maskCpr(attempt.questions, cardTexts(screen.language).review.removedNumber),
    max: questionsLimit,
    lines: "many",
    hint: texts.questionsHint,
    required: texts.questionsMissing,
    problems,
  });
  return problems.length === attempt.problems.length ? field : [...field, warning(texts.numberRemoved)];
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
