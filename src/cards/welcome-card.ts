import type { AdaptiveCard, CardElementArray } from "@microsoft/teams.cards";
import type { TaskKind } from "#domain/grants/my-tasks.ts";
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

/** What Fremdrift is for and what waits for the reader, each with its link; also the answer to every written word. */
export function welcomeCard(screen: CardScreen, tasks: readonly WaitingTask[], first: boolean): AdaptiveCard {
  const texts = cardTexts(screen.language).welcome;
  const hidden = tasks.length - MOST_TASKS;
  const body: CardElementArray = [
    heading(first ? texts.heading : texts.help),
    sentence(texts.text),
    sentence(`**${texts.waiting}**`),
    ...(tasks.length === 0 ? [sentence(texts.nothing)] : []),
    ...tasks
      .slice(0, MOST_TASKS)
      .map((task) => sentence(`[${taskText(screen, task)}](${tabLink(screen.appId, task.route)})`)),
    ...(hidden > 0 ? [aside(texts.more(hidden))] : []),
    aside(texts.commands),
  ];
  return cardOf(screen, body, [openButton(screen, tabRoutes.overview)], texts.summary);
}

function taskText(screen: CardScreen, task: WaitingTask): string {
  const roundName = cardText(cutText(task.roundName, 80));
  return cardTexts(screen.language).welcome.tasks[task.kind]({
    number: cardText(task.number),
    roundName,
    missing: task.missing,
  });
}
