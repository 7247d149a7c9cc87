import type { CardElementArray } from "@microsoft/teams.cards";
import type { BudgetLine, GrantApplication } from "#domain/grants/application.ts";
import { budgetCategories } from "#domain/grants/draft.ts";
import { formatDate } from "#domain/shared/format-dates.ts";
import { formatKr, sumOere } from "#domain/shared/money.ts";
import { cardText } from "#domain/shared/plain-text.ts";
import { sentence } from "./card-parts.ts";
import { cutText } from "./cut-text.ts";
import type { CardScreen } from "./screen.ts";
import { cardTexts } from "./texts/card-texts.ts";

/** Own funding, and the period when the application has one, as label and value pairs. */
export function fundingFacts(
  { language }: CardScreen,
  application: Pick<GrantApplication, "ownContributionOere" | "startDate" | "endDate">,
): readonly (readonly [label: string, value: string])[] {
  const texts = cardTexts(language).review;
  const { startDate, endDate } = application;
  const dates = [startDate, endDate].flatMap((date) => (date === undefined ? [] : [formatDate(date, language)]));
  const label = endDate === undefined ? texts.start : startDate === undefined ? texts.end : texts.period;
  return [
    [texts.ownFunding, formatKr(application.ownContributionOere, language)],
    ...(dates.length === 0 ? [] : [[label, dates.join(" – ")] as const]),
  ];
}

/**
 * What the scales ask about beside the description: the expected economy on one line, the effect, and who runs it
 * afterwards; each cut to `length` UTF-16 units. What the application does not say is left out.
 */
export function groundsToReview(
  screen: CardScreen,
  application: Pick<GrantApplication, "budgetLines" | "effect" | "operation">,
  length: number,
): CardElementArray {
  const texts = cardTexts(screen.language).review;
  const grounds = [
    [texts.economy, economyOf(screen, application.budgetLines)],
    [texts.effect, application.effect],
    [texts.operation, application.operation],
  ] as const;
  return grounds.flatMap(([lead, text]) =>
    text === "" ? [] : [sentence(`**${lead}:** ${cardText(cutText(text, length))}`)],
  );
}

/** The kinds of cost with their sums, in the order of the budget's kinds. */
function economyOf({ language }: CardScreen, lines: readonly BudgetLine[]): string {
  const words = cardTexts(language).review.budgetCategory;
  return budgetCategories
    .flatMap((category) => {
      const amounts = lines.filter((line) => line.category === category).map(({ amountOere }) => amountOere);
      return amounts.length === 0 ? [] : [`${words[category]} ${formatKr(sumOere(amounts), language)}`];
    })
    .join(", ");
}
