import * as z from "zod/mini";
import type { Occasion } from "./bot-delivery.ts";
import type { ChannelStore } from "./channel-store.ts";
import { type Activity, adaptiveCardType, channelUserId } from "./channel-wire.ts";
import type { Message } from "./message-table.ts";
import type { Rosters } from "./rosters.ts";

const pageSize = 100;
const fromSchema = z.looseObject({ from: z.looseObject({ name: z.string(), aadObjectId: z.string() }) });

/** One line of plain words: the summary bots give for notifications, or the text without its markdown signs. */
export function previewOf({ summary, text }: Activity): string | undefined {
  const words = summary ?? text ?? undefined;
  return words
    ?.replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, "$1")
    .replaceAll(/[*_~]+/gu, "")
    .replaceAll(/\s+/gu, " ")
    .slice(0, 200);
}

/** The newest messages of a conversation before a position, as one member sees them. */
export function shownPage(
  store: ChannelStore,
  rosters: Rosters,
  { conversation, person }: Occasion,
  before: string | undefined,
): unknown {
  const limit = before === undefined ? undefined : Number(before);
  const messages = store.messages(conversation.id, pageSize, Number.isSafeInteger(limit) ? limit : undefined);
  const views = store.viewsOf(conversation.id, person.id);
  return {
    /** The person's name in this channel, as `refresh.userIds` of cards know it. */
    me: channelUserId(conversation.appId, person.id),
    members: rosters.membersOf(conversation).length,
    messages: messages.map((message) => shown(message, views.get(message.id), person.id)),
    more: messages.length === pageSize,
  };
}

/** A message as this person sees it: the view got by pressing stands in the first card's place. */
function shown(message: Message, view: unknown, personId: string): unknown {
  const cards = (message.activity.attachments ?? [])
    .filter((attachment) => attachment.contentType === adaptiveCardType)
    .map((attachment) => attachment.content);
  const from = fromSchema.safeParse(message.activity);
  const isOther = message.author === "person" && from.success && from.data.from.aadObjectId !== personId;
  return {
    seq: message.seq,
    id: message.id,
    author: message.author,
    /** Who else of the channel wrote it. */
    from: isOther && from.success ? from.data.from.name : undefined,
    rootId: message.rootId,
    text: message.activity.text ?? undefined,
    textFormat: message.activity.textFormat ?? undefined,
    cards: view === undefined ? cards : [view, ...cards.slice(1)],
    createdAt: message.createdAt,
    editedAt: message.updatedAt,
  };
}
