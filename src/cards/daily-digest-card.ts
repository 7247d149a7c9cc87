import type { AdaptiveCard } from "@microsoft/teams.cards";
import type { KindCount } from "#domain/notices/digest.ts";
import { aside, cardOf, heading, openButton, sentence } from "./card-parts.ts";
import type { CardScreen } from "./screen.ts";
import { tabRoutes } from "./tab-link.ts";
import { cardTexts } from "./texts/card-texts.ts";

/** What came since the last morning, counted by kind; the records themselves are in the tab, as they are then. */
export function dailyDigestCard(screen: CardScreen, counts: readonly KindCount[]): AdaptiveCard {
  const texts = cardTexts(screen.language).daily;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const named = counts.flatMap(({ kind, count }) => texts.kinds[kind]?.(count) ?? []);
  const others = counts.reduce((sum, { kind, count }) => sum + (texts.kinds[kind] === undefined ? count : 0), 0);
  const lines = others === 0 ? named : [...named, texts.others(others)];
  const body = [heading(texts.heading(all)), ...lines.map((line) => sentence(`- ${line}`)), aside(texts.chosen)];
  const buttons = [
    openButton(screen, tabRoutes.overview, texts.open),
    openButton(screen, tabRoutes.notices, texts.change),
  ];
  return cardOf(screen, body, buttons, texts.summary);
}
