import type { AdaptiveCard, CardElementArray } from "@microsoft/teams.cards";
import type { Consultation } from "#domain/consultations/consultation.ts";
import type { AnswerCounts } from "#domain/consultations/consultation-status.ts";
import { deadlineText } from "#domain/consultations/deadline.ts";
import { cardText } from "#domain/shared/plain-text.ts";
import { cardOf, facts, heading, openButton, sentence, typedHeading } from "./card-parts.ts";
import { subjectOf } from "./consultation-card.ts";
import { cutText } from "./cut-text.ts";
import type { CardScreen } from "./screen.ts";
import { tabRoutes } from "./tab-link.ts";
import { cardTexts } from "./texts/card-texts.ts";

/** Names in one sentence; the rest are counted. */
const mostNames = 8;

/** What a case officer is told of a consultation. */
export interface ConsultationNews {
  readonly consultation: Consultation;
  readonly counts: AnswerCounts;
  /** Names of those who answered on the card's day; none on the card about the deadline. */
  readonly today: readonly string[];
  readonly silent: readonly string[];
  readonly isClosed: boolean;
  readonly kind: "answer" | "closed";
}

/** The case officer's card: who has answered, how many of how many, what is left to do (N9). Never what was answered. */
export function consultationOfficerCard(screen: CardScreen, news: ConsultationNews): AdaptiveCard {
  const { consultation, counts, today, silent, isClosed, kind } = news;
  const texts = cardTexts(screen.language).consultation;
  const isAnswer = kind === "answer";
  const missing = isClosed ? texts.silent : texts.waiting;
  const body: CardElementArray = [
    heading(isAnswer ? texts.officerHeading : texts.officerClosedHeading),
    typedHeading(subjectOf(screen, consultation)),
    ...(today.length === 0 ? [] : [sentence(texts.today(names(screen, today)))]),
    sentence(`**${texts.counts(counts.answered, counts.total)}**`),
    ...(silent.length === 0 ? [] : [sentence(missing(names(screen, silent)))]),
    ...(counts.uncommented === 0 ? [] : [sentence(texts.uncommented(counts.uncommented))]),
    facts([[texts.deadline, deadlineText(consultation, screen.language)]]),
  ];
  const open = openButton(screen, tabRoutes.consultation(consultation.key), texts.open);
  return cardOf(screen, body, [open], isAnswer ? texts.officerSummary : texts.officerClosedSummary);
}

function names(screen: CardScreen, all: readonly string[]): string {
  const { more } = cardTexts(screen.language).consultation;
  const shown = all.slice(0, mostNames).map((name) => cardText(cutText(name, 80)));
  const left = all.length - shown.length;
  return left > 0 ? `${shown.join(", ")} ${more(left)}` : shown.join(", ");
}
