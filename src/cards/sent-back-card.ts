import type { AdaptiveCard, CardElementArray } from "@microsoft/teams.cards";
import type { FundingRound, SentBack } from "#domain/grants/grant-pool.ts";
import { formatInstant } from "#domain/shared/format-dates.ts";
import { cardText } from "#domain/shared/plain-text.ts";
import { maskCpr } from "#domain/shared/read-text.ts";
import { aside, cardOf, heading, openButton, sentence, typed } from "./card-parts.ts";
import { cutText } from "./cut-text.ts";
import type { CardScreen } from "./screen.ts";
import { tabRoutes } from "./tab-link.ts";
import { cardTexts } from "./texts/card-texts.ts";

/** A list that came back, as the secretariat's card shows it. */
export interface SentBackList {
  readonly round: FundingRound;
  readonly sentBack: SentBack;
  readonly byName: string;
  /** Who is recused for an application of the round reads no reason, since it may name any. */
  readonly mayReadReason: boolean;
  /** Set when a new list is put up. */
  readonly again: boolean;
}

/** The secretariat's card: who sent the list back, why, and what to do; afterwards that a new one is put up. */
export function sentBackCard(screen: CardScreen, list: SentBackList): AdaptiveCard {
  const { language } = screen;
  const { sentBack: texts, review } = cardTexts(language);
  const { round, sentBack, byName, mayReadReason, again } = list;
  const reason = cutText(maskCpr(sentBack.reason, review.removedNumber), 2000);
  const body: CardElementArray = [
    heading(texts.heading(round.name)),
    aside(texts.from(cardText(byName), formatInstant(sentBack.at, language))),
    ...(mayReadReason ? [sentence(`**${texts.reason}**`), typed(reason)] : [sentence(texts.hidden)]),
    sentence(again ? texts.again : texts.next),
  ];
  const open = openButton(screen, tabRoutes.ranking(round.key), again ? undefined : texts.open);
  return cardOf(screen, body, [open], texts.summary);
}
