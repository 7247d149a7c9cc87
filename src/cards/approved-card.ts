import type { AdaptiveCard, CardElementArray } from "@microsoft/teams.cards";
import type { GrantApplication } from "#domain/grants/application.ts";
import type { FundingRound } from "#domain/grants/grant-pool.ts";
import { formatDate, formatInstant } from "#domain/shared/format-dates.ts";
import { formatKr } from "#domain/shared/money.ts";
import { cardText } from "#domain/shared/plain-text.ts";
import { maskCpr } from "#domain/shared/read-text.ts";
import { aside, cardOf, facts, heading, openButton, sentence, typedHeading } from "./card-parts.ts";
import { cutText } from "./cut-text.ts";
import type { CardScreen } from "./screen.ts";
import { tabRoutes } from "./tab-link.ts";
import { cardTexts } from "./texts/card-texts.ts";

/** An application that was approved and goes on to the reviewers. */
export interface ApprovedApplication {
  readonly application: GrantApplication;
  readonly round: Pick<FundingRound, "reviewBy" | "decisionOn">;
  readonly byName: string;
}

/** The applicant's card: who approved, and what happens with it now. Tells the truth of today when it is shown again. */
export function approvedCard(screen: CardScreen, { application, round, byName }: ApprovedApplication): AdaptiveCard {
  const { language } = screen;
  const { approved: texts, ...shared } = cardTexts(language);
  const { approval, returned, withdrawnAt } = application;
  const isSecretariat = approval?.how === "secretariat";
  const next = [
    texts.reviewed(formatDate(round.reviewBy, language)),
    texts.decided(formatDate(round.decisionOn, language)),
    texts.nothing,
  ];
  const gone = withdrawnAt === undefined ? returned && texts.returned : texts.withdrawn;
  const body: CardElementArray = [
    heading(isSecretariat ? texts.headingSecretariat : texts.heading),
    ...(approval === undefined ? [] : [aside(texts.from(cardText(byName), formatInstant(approval.at, language)))]),
    typedHeading(cutText(maskCpr(application.title, shared.review.removedNumber), 160)),
    facts([
      [shared.number, application.number],
      [shared.requested, formatKr(application.requestedOere, language)],
    ]),
    ...(gone === undefined ? [sentence(`**${texts.next}**`), ...next.map(sentence)] : [sentence(gone)]),
  ];
  return cardOf(screen, body, [openButton(screen, tabRoutes.application(application.key))], texts.summary);
}
