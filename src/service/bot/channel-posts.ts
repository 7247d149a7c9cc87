import type { AdaptiveCard } from "@microsoft/teams.cards";
import type { Logger } from "pino";
import type { CardScreen } from "#cards/screen.ts";
import { cardTexts } from "#cards/texts/card-texts.ts";
import { channelCard, welcomeCard } from "#cards/welcome-card.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import type { BotActivity } from "./activity.ts";
import { languageOf } from "./language.ts";
import { type ConnectorCalls, cardMessage } from "./messenger.ts";

/** What the bot writes where several people read along; nobody's records are looked up for it. */
export interface ChannelPosts {
  /** One post when the app has come to a team or a group, however often that is told. */
  welcome(activity: BotActivity): Promise<void>;
  /** The app has been removed: when it comes again, it is welcomed again. */
  left(activity: BotActivity): void;
  /** An answer in the thread it was named in, so that there is no dead end. */
  answer(activity: BotActivity): Promise<void>;
}

/** Whether an activity comes from a team's channel or a group, where others read along. */
export function isShared({ conversation }: BotActivity): boolean {
  return (conversation.conversationType ?? "personal") !== "personal";
}

/**
 * What the bot writes where others read along: a welcome once per team, and a pointer to the personal chat when it is
 * named. Never throws: a post that cannot be made is logged and not tried again.
 */
export function createChannelPosts(options: {
  readonly deps: Deps;
  readonly appId: string;
  readonly log: Logger;
  readonly connector: (serviceUrl: string) => ConnectorCalls;
}): ChannelPosts {
  const { deps, appId, log, connector } = options;
  const post = async (activity: BotActivity, card: (screen: CardScreen) => AdaptiveCard): Promise<void> => {
    const screen: CardScreen = { language: languageOf(deps, activity), appId };
    const { summary } = cardTexts(screen.language).welcome;
    const { id } = activity.conversation;
    const message = cardMessage({ conversationId: id, botId: activity.recipient.id }, JSON.stringify(card(screen)));
    try {
      await connector(activity.serviceUrl).post(id, { ...message, summary });
    } catch (error) {
      // Said once and never again: a post of which nobody knows whether it stands is not made twice.
      log.warn({ err: error instanceof Error ? error.message : "unknown" }, "channel post not sent");
    }
  };
  // Forgotten with the process: a team told of twice across a restart would be greeted twice, and no more.
  const welcomed = new Set<string>();
  return {
    async welcome(activity) {
      const { id } = activity.conversation;
      if (welcomed.has(id)) return;
      welcomed.add(id);
      await post(activity, welcomeCard);
    },
    left: (activity) => void welcomed.delete(activity.conversation.id),
    answer: (activity) => post(activity, channelCard),
  };
}
