import type { AdaptiveCard } from "@microsoft/teams.cards";
import { cardOf, heading, openButton, sentence } from "./card-parts.ts";
import type { CardScreen } from "./screen.ts";
import { tabRoutes } from "./tab-link.ts";
import { cardTexts } from "./texts/card-texts.ts";

/** One card in place of many requests for approval: how many came, and the way to them (T48). */
export function approvalDigestCard(screen: CardScreen, count: number): AdaptiveCard {
  const texts = cardTexts(screen.language).approval;
  const body = [heading(texts.digestHeading(count)), sentence(texts.digestText)];
  return cardOf(screen, body, [openButton(screen, tabRoutes.overview)], texts.digestSummary);
}
