import type { AdaptiveCard } from "@microsoft/teams.cards";
import type { Logger } from "pino";
import { closedCard, messageCard } from "#cards/closed-card.ts";
import type { CardScreen } from "#cards/screen.ts";
import { cardTexts } from "#cards/texts/card-texts.ts";
import { helpCard, type WaitingTask, welcomeCard } from "#cards/welcome-card.ts";
import type { Conversation } from "#domain/notices/sender-record.ts";
import { keyOf } from "#domain/shared/keys.ts";
import type { Language } from "#domain/shared/language.ts";
import { tasksOf } from "#use-cases/grants/tasks.ts";
import { chooseLanguage } from "#use-cases/organisation/choose-language.ts";
import { whoIs } from "#use-cases/organisation/who-is.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import type { Messenger } from "#use-cases/ports/messenger.ts";
import type { BotActivity } from "./activity.ts";
import { languageOf } from "./language.ts";

export interface ChatOptions {
  readonly deps: Deps;
  readonly messenger: Messenger;
  readonly appId: string;
  readonly log: Logger;
}

/** Greets a person the first time; somebody who is not known yet is not turned away at the door. */
export async function greet(options: ChatOptions, conversation: Conversation, activity: BotActivity): Promise<void> {
  if (!whoIs(options.deps, conversation.objectId).ok) return;
  await say(options, conversation, activity, welcomeCard);
}

/**
 * Answers whatever is written in a chat, so that there is no dead end: what waits, and the way to it. The name of a
 * language is also the choice of it, for the writer's cards, notices and tab.
 */
export async function answerWord(
  options: ChatOptions,
  conversation: Conversation,
  activity: BotActivity,
): Promise<void> {
  const { deps, log } = options;
  const who = whoIs(deps, conversation.objectId);
  if (!who.ok) return say(options, conversation, activity, (screen) => closedCard(screen, "unknown-person"));
  const { actor } = who.value;
  const language = languageIn(activity.text ?? "");
  if (language !== undefined) {
    const commandKey = keyOf("language-word", activity.conversation.id, activity.id ?? "", language, deps.clock.now());
    const chosen = await chooseLanguage(deps, actor, { commandKey, language });
    if (!chosen.ok) {
      log.warn({ reason: chosen.refusal.kind }, "language not stored");
      const { busy, failed } = cardTexts(languageOf(deps, activity)).answer;
      const isBusy = chosen.refusal.kind === "throttled" || chosen.refusal.kind === "unavailable";
      return say(options, conversation, activity, (screen) => messageCard(screen, isBusy ? busy : failed));
    }
  }
  const answer = {
    tasks: tasksOf(deps, actor).map(waitingTask),
    at: deps.clock.now(),
    languageChosen: language !== undefined,
  };
  await say(options, conversation, activity, (screen) => helpCard(screen, answer));
}

async function say(
  { deps, messenger, appId, log }: ChatOptions,
  conversation: Conversation,
  activity: BotActivity,
  card: (screen: CardScreen) => AdaptiveCard,
): Promise<void> {
  const screen: CardScreen = { language: languageOf(deps, activity), appId };
  const { summary } = cardTexts(screen.language).welcome;
  const sent = await messenger.send(conversation, JSON.stringify(card(screen)), summary);
  if (!sent.ok) log.warn({ reason: sent.refusal.kind }, "greeting not sent");
}

const languageWords: Readonly<Record<string, Language>> = {
  english: "en",
  engelsk: "en",
  "in english": "en",
  "på engelsk": "en",
  dansk: "da",
  danish: "da",
  "på dansk": "da",
  "in danish": "da",
};

/** The language a message asks for by naming it and nothing else. */
function languageIn(text: string): Language | undefined {
  const word = text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
  return Object.hasOwn(languageWords, word) ? languageWords[word] : undefined;
}

function waitingTask(task: ReturnType<typeof tasksOf>[number]): WaitingTask {
  const { kind, number, roundName, total, done, link: route } = task;
  return { kind, number, roundName, missing: total - done, route };
}
