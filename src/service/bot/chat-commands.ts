import type { Logger } from "pino";
import { closedCard } from "#cards/closed-card.ts";
import type { CardScreen } from "#cards/screen.ts";
import { cardTexts } from "#cards/texts/card-texts.ts";
import { type WaitingTask, welcomeCard } from "#cards/welcome-card.ts";
import type { Conversation } from "#domain/notices/sender-record.ts";
import { tasksOf } from "#use-cases/grants/tasks.ts";
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

/**
 * Greets in a chat, the first time or whenever something is written there: what Fremdrift is for, what waits, and the
 * way to it. Whatever was written, there is no dead end.
 */
export async function greet(
  { deps, messenger, appId, log }: ChatOptions,
  conversation: Conversation,
  activity: BotActivity,
  occasion: "installed" | "written",
): Promise<void> {
  const screen: CardScreen = { language: languageOf(deps, activity), appId };
  const who = whoIs(deps, conversation.objectId);
  const isFirst = occasion === "installed";
  // Somebody who is not known yet is not turned away at the door; a message from him is answered.
  if (!who.ok && isFirst) return;
  const card = who.ok
    ? welcomeCard(screen, tasksOf(deps, who.value.actor).map(waitingTask), isFirst)
    : closedCard(screen, "unknown-person");
  const sent = await messenger.send(conversation, JSON.stringify(card), cardTexts(screen.language).welcome.summary);
  if (!sent.ok) log.warn({ reason: sent.refusal.kind }, "greeting not sent");
}

function waitingTask(task: ReturnType<typeof tasksOf>[number]): WaitingTask {
  const { kind, number, roundName, total, done, link: route } = task;
  return { kind, number, roundName, missing: total - done, route };
}
