import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { keyOf } from "#domain/shared/keys.ts";

/** The chat of a person who has the bot, as the records keep it. */
export function aConversation(user: string, personKey: Key, installedAt: Instant, blockedAt?: Instant) {
  return {
    key: keyOf("conversation", personKey),
    personKey,
    objectId: "",
    serviceUrl: "http://channel.test",
    conversationId: `chat-${user}`,
    userId: "",
    botId: "",
    tenantId: "",
    locale: "da-DK",
    blockedAt,
    installedAt,
  };
}
