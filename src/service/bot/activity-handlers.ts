import type { AdaptiveCard, IAdaptiveCard } from "@microsoft/teams.cards";
import type { Logger } from "pino";
import { messageCard } from "#cards/closed-card.ts";
import { cardTexts } from "#cards/texts/card-texts.ts";
import type { Conversation } from "#domain/notices/sender-record.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import type { Messenger } from "#use-cases/ports/messenger.ts";
import type { BotActivity } from "./activity.ts";
import type { BackgroundWork } from "./background-work.ts";
import { createCardActions } from "./card-action.ts";
import { type ChannelPosts, isShared } from "./channel-posts.ts";
import { answerWord, greet } from "./chat-commands.ts";
import { blockConversation, findConversation, meetConversation } from "./conversations.ts";
import type { PressAnswer } from "./presses/press.ts";
import type { ActivityHandlers, InvokeAnswer } from "./teams-transport.ts";

export interface HandlerOptions {
  readonly deps: Deps;
  readonly messenger: Messenger;
  readonly channelPosts: ChannelPosts;
  readonly appId: string;
  readonly log: Logger;
  readonly background: BackgroundWork;
  /** Waits on the machine's clock. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** After this a press is answered with "we are working on it", and the card is updated when the work is done. */
const ANSWER_WITHIN_MS = 2000;

/** Not stored, so the channel must tell us again. */
class NotStoredError extends Error {
  override name = "NotStoredError";
}

/** What the bot does with the activities of its chats. */
export function createActivityHandlers(options: HandlerOptions): ActivityHandlers {
  const { deps, messenger, channelPosts, appId, log, background } = options;
  const actions = createCardActions({ deps, messenger, appId, log });

  async function meet(activity: BotActivity): Promise<{ conversation: Conversation; isNew: boolean } | undefined> {
    const met = await meetConversation(deps, activity);
    if (!met.ok) throw new NotStoredError(met.refusal.kind);
    return met.value;
  }

  async function welcome(activity: BotActivity): Promise<void> {
    const met = await meet(activity);
    if (met?.isNew) background.start(met.conversation.conversationId, () => greet(options, met.conversation, activity));
  }

  async function cardAction(activity: BotActivity): Promise<InvokeAnswer> {
    const work = actions.press(activity, "invoke");
    const late = Symbol("late");
    const first = await Promise.race([work, options.wait(ANSWER_WITHIN_MS).then((): typeof late => late)]);
    const after = async (): Promise<void> => {
      const answer = await work;
      await actions.replaceBase(activity, answer);
      if (first === late && answer.kind !== "card" && answer.kind !== "view") await tell(activity, answer);
    };
    background.start(activity.replyToId ?? activity.conversation.id, after);
    if (first !== late) return invokeAnswer(first);
    const { working } = cardTexts(actions.languageOf(activity)).answer;
    return { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: working };
  }

  /** Says in the chat what no card can be answered with any more. */
  async function tell(activity: BotActivity, answer: Exclude<PressAnswer, { kind: "card" | "view" }>): Promise<void> {
    const conversation = findConversation(deps, activity.conversation.id);
    if (conversation === undefined) return;
    const screen = { language: actions.languageOf(activity), appId };
    const card: AdaptiveCard = answer.kind === "failed" ? messageCard(screen, answer.message) : answer.card;
    await messenger.send(conversation, JSON.stringify(card), cardTexts(screen.language).welcome.summary);
  }

  /** Clients that know no Action.Execute send a press as a message. */
  async function submitted(activity: BotActivity): Promise<void> {
    const answer = await actions.press(activity, "message");
    await actions.replaceBase(activity, answer);
    if (answer.kind !== "card" && answer.kind !== "view") await tell(activity, answer);
  }

  return {
    async installed(activity) {
      if (!isShared(activity)) return welcome(activity);
      background.start(activity.conversation.id, () => channelPosts.welcome(activity));
    },
    joined: welcome,
    async removed(activity) {
      if (isShared(activity)) channelPosts.left(activity);
      else await blockConversation(deps, activity.conversation.id);
    },
    async message(activity) {
      if (isShared(activity)) {
        background.start(activity.conversation.id, () => channelPosts.answer(activity));
        return;
      }
      const met = await meet(activity);
      if (met === undefined) return;
      const { conversation } = met;
      const isPress = typeof activity.value === "object" && activity.value !== null;
      background.start(conversation.conversationId, () =>
        isPress ? submitted(activity) : answerWord(options, conversation, activity),
      );
    },
    cardAction,
  };
}

/** The SDK's shape of an error asks for one more inside. */
const refusedInput = { statusCode: 400, body: {} };

function invokeAnswer(answer: PressAnswer): InvokeAnswer {
  if (answer.kind === "failed") {
    const { code, message } = answer;
    return {
      statusCode: 400,
      type: "application/vnd.microsoft.error",
      value: { code, message, innerHttpError: refusedInput },
    };
  }
  const value = answer.kind === "view" ? (JSON.parse(answer.cardJson) as IAdaptiveCard) : answer.card;
  return { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value };
}
