import type { AdaptiveCard, CardElementArray } from "@microsoft/teams.cards";
import type { GrantApplication } from "#domain/grants/application.ts";
import { awardConditions } from "#domain/grants/award-conditions.ts";
import type { Award } from "#domain/grants/grant-pool.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { plainDateOf } from "#domain/shared/dates.ts";
import { formatDate, formatDeadline, formatInstant } from "#domain/shared/format-dates.ts";
import { formatKr } from "#domain/shared/money.ts";
import { cardText } from "#domain/shared/plain-text.ts";
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
} from "./card-parts.ts";
import { cutText } from "./cut-text.ts";
import type { CardScreen } from "./screen.ts";
import { tabRoutes } from "./tab-link.ts";
import { cardTexts } from "./texts/card-texts.ts";

/** A decision as the applicant gets it; never anything about other applicants. */
export interface Outcome {
  readonly application: GrantApplication;
  readonly award: Award;
  readonly answerBy: Instant;
  /** Whether the answer's time is over. */
  readonly late: boolean;
  /** Whom to write to when the time is over, "" when nobody is there. */
  readonly contactName: string;
  /** Who answered, "" when it is not known any more. */
  readonly answeredByName: string;
  readonly revision: number;
}

/** The applicant's card: award, partial award or rejection with its reason; accept or decline until the deadline. */
export function outcomeCard(screen: CardScreen, outcome: Outcome): AdaptiveCard {
  const texts = cardTexts(screen.language);
  const { application, award } = outcome;
  const granted = award.outcome !== "rejection";
  const asks = mayAnswer(outcome);
  const body: CardElementArray = [
    heading(texts.award.heading[award.outcome]),
    typedHeading(cutText(application.title, 160)),
    facts([
      [texts.number, application.number],
      [texts.requested, formatKr(application.requestedOere, screen.language)],
      ...(granted ? [[texts.award.granted, formatKr(award.amountOere, screen.language)] as const] : []),
      [texts.award.decidedAt, formatDate(plainDateOf(award.decidedAt), screen.language)],
      ...(asks ? [[texts.award.answerBy, formatDeadline(outcome.answerBy, screen.language)] as const] : []),
    ]),
    ...(award.reason === "" ? [] : [sentence(`**${texts.award.reason}**`), typed(cutText(award.reason, 1500))]),
    ...(asks ? conditions(screen, outcome) : []),
    ...conclusion(screen, outcome),
  ];
  const open = openButton(screen, tabRoutes.application(application.key));
  return cardOf(screen, body, asks ? [...answerButtons(screen, outcome), open] : [open], texts.award.summary);
}

/** What one says yes to stands before the question. */
function conditions({ language }: CardScreen, { application, award }: Outcome): CardElementArray {
  const items = awardConditions(application, award.outcome, language);
  return [sentence(`**${cardTexts(language).award.conditions}**`), ...items.map((item) => sentence(`- ${item}`))];
}

/** Whether the card still asks for an answer. */
export function mayAnswer({ award, late }: Pick<Outcome, "award" | "late">): boolean {
  return award.outcome !== "rejection" && award.step === "decided" && !late;
}

function conclusion(screen: CardScreen, outcome: Outcome): CardElementArray {
  const texts = cardTexts(screen.language).award;
  const { award } = outcome;
  if (award.outcome === "rejection") return [sentence(texts.again)];
  if (mayAnswer(outcome)) return [aside(texts.see), sentence(texts.ask[award.outcome])];
  if (award.step === "decided")
    return [sentence(texts.late(formatDeadline(outcome.answerBy, screen.language), cardText(outcome.contactName)))];
  if (award.step !== "accepted" && award.step !== "declined") return [sentence(texts.answered)];
  const name = outcome.answeredByName === "" ? cardTexts(screen.language).nobody : cardText(outcome.answeredByName);
  return [sentence(texts[award.step](name, formatInstant(award.stepAt, screen.language)))];
}

function answerButtons(screen: CardScreen, { application, award, revision }: Outcome): readonly CardButton[] {
  const texts = cardTexts(screen.language).award;
  const data = { applicationKey: application.key, revision };
  const amount = formatKr(award.amountOere, screen.language);
  const decline = pressButton(texts.declineConfirm(amount), "award.decline", data);
  return [
    pressButton(texts.accept, "award.accept", data),
    unfoldButton(screen, texts.decline, [sentence(texts.declineSure(amount))], decline),
  ];
}
