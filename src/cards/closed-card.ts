import type { AdaptiveCard } from "@microsoft/teams.cards";
import { cardOf, heading, openButton, sentence } from "./card-parts.ts";
import type { CardScreen } from "./screen.ts";
import { tabRoutes } from "./tab-link.ts";
import { cardTexts } from "./texts/card-texts.ts";

/** Why a card has nothing to press for this person. */
export type ClosedReason = "not-reviewer" | "not-yours" | "recused" | "unknown-person" | "gone";

/** A card without buttons but the way into the tab: not allowed, or nothing left to do (T16, T17). */
export function closedCard(screen: CardScreen, reason: ClosedReason): AdaptiveCard {
  const texts = cardTexts(screen.language).closed;
  const open = openButton(screen, tabRoutes.overview);
  switch (reason) {
    case "not-reviewer":
      return cardOf(screen, [heading(texts.notReviewer), sentence(texts.notYours)], [open], texts.notReviewer);
    case "not-yours":
      return cardOf(
        screen,
        [heading(texts.notAllowedHeading), sentence(texts.notYours)],
        [open],
        texts.notAllowedHeading,
      );
    case "recused":
      return cardOf(
        screen,
        [heading(texts.notAllowedHeading), sentence(texts.recused)],
        [open],
        texts.notAllowedHeading,
      );
    case "unknown-person":
      return cardOf(
        screen,
        [heading(texts.notAllowedHeading), sentence(texts.unknownPerson)],
        [open],
        texts.notAllowedHeading,
      );
    case "gone":
      return cardOf(screen, [heading(texts.gone), sentence(texts.goneHint)], [open], texts.gone);
  }
}

/** One sentence and the way into the tab, for what could not be said on the card itself. */
export function messageCard(screen: CardScreen, message: string): AdaptiveCard {
  return cardOf(screen, [sentence(message)], [openButton(screen, tabRoutes.overview)], message);
}
