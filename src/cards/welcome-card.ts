import type { AdaptiveCard, CardElementArray } from "@microsoft/teams.cards";
import type { TaskKind } from "#domain/grants/my-tasks.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { formatInstant } from "#domain/shared/format-dates.ts";
import { cardText } from "#domain/shared/plain-text.ts";
import { aside, cardOf, heading, openButton, sentence } from "./card-parts.ts";
import { cutText } from "./cut-text.ts";
import type { CardScreen } from "./screen.ts";
import { tabLink, tabRoutes } from "./tab-link.ts";
import { cardTexts } from "./texts/card-texts.ts";
import type { TaskWords } from "./texts/da.ts";

/** Something that waits for the reader, with the tab's page for it. */
export interface WaitingTask extends TaskWords {
  readonly kind: TaskKind;
  readonly route: string;
}

const MOST_TASKS = 10;

/** What Fremdrift is for, when it meets somebody in the chat. It lies there for years, so it says nothing that passes. */
export function welcomeCard(screen: CardScreen): AdaptiveCard {
  const texts = cardTexts(screen.language).welcome;
  const body = [heading(texts.heading), sentence(texts.text), aside(texts.commands), aside(texts.otherLanguage)];
  const choose = openButton(screen, tabRoutes.notices, cardTexts(screen.language).daily.change);
  return cardOf(screen, body, [openButton(screen, tabRoutes.overview, texts.seeNow), choose], texts.summary);
}

/** What is answered where others read along: nothing about anybody, and the way to one's own. */
export function channelCard(screen: CardScreen): AdaptiveCard {
  const texts = cardTexts(screen.language).welcome;
  const body = [heading(texts.help), sentence(texts.inChannel)];
  return cardOf(screen, body, [openButton(screen, tabRoutes.overview, texts.seeNow)], texts.summary);
}

/** What a written word is answered with. */
export interface HelpAnswer {
  readonly tasks: readonly WaitingTask[];
  /** When that was so. */
  readonly at: Instant;
  /** The word was a language, which has been stored. */
  readonly languageChosen: boolean;
}

/** What waits for the reader at the moment it was asked, each with its link, and what can be written. */
export function helpCard(screen: CardScreen, { tasks, at, languageChosen }: HelpAnswer): AdaptiveCard {
  const texts = cardTexts(screen.language).welcome;
  const when = formatInstant(at, screen.language);
  const hidden = tasks.length - MOST_TASKS;
  const body: CardElementArray = [
    heading(texts.help),
    ...(languageChosen ? [sentence(texts.languageChosen)] : []),
    ...(tasks.length === 0 ? [sentence(texts.nothing(when))] : [sentence(`**${texts.waiting(when)}**`)]),
    ...tasks
      .slice(0, MOST_TASKS)
      .map((task) => sentence(`[${taskText(screen, task)}](${tabLink(screen.appId, task.route)})`)),
    ...(hidden > 0 ? [aside(texts.more(hidden))] : []),
    aside(texts.commands),
    aside(texts.otherLanguage),
  ];
  return cardOf(screen, body, [openButton(screen, tabRoutes.overview, texts.seeNow)], texts.summary);
}

function taskText(screen: CardScreen, task: WaitingTask): string {
  const roundName = cardText(cutText(task.roundName, 80));
  return cardTexts(screen.language).welcome.tasks[task.kind]({
    number: cardText(task.number),
    roundName,
    missing: task.missing,
  });
}
