import type { DatabaseSync } from "node:sqlite";
import * as z from "zod/mini";
import { type Activity, activitySchema, newActivityId } from "./channel-wire.ts";

/** A message of a conversation. */
export interface Message {
  /** Position in the channel; never reused. */
  readonly seq: number;
  readonly id: string;
  readonly conversationId: string;
  readonly author: "bot" | "person";
  readonly activity: Activity;
  /** The first message of the thread this one answers; in channels only. */
  readonly rootId: string | undefined;
  readonly createdAt: string;
  readonly updatedAt: string | undefined;
}

const messageRow = z.object({
  seq: z.number(),
  id: z.string(),
  conversation_id: z.string(),
  author: z.enum(["bot", "person"]),
  activity: z.string(),
  root_id: z.nullable(z.string()),
  created_at: z.string(),
  updated_at: z.nullable(z.string()),
});
const countRow = z.object({ n: z.number() });
const viewRow = z.object({ message_id: z.string(), card: z.string() });

const select = "SELECT m.*, r.root_id FROM messages m LEFT JOIN replies r ON r.message_id = m.id WHERE";

/** Messages with the threads they lie in and the views people got by pressing. */
export function messageTable(database: DatabaseSync) {
  const insert = database.prepare(
    "INSERT INTO messages (id, conversation_id, author, activity, created_at) VALUES (?, ?, ?, ?, ?)",
  );
  const insertReply = database.prepare("INSERT INTO replies VALUES (?, ?)");
  const byId = database.prepare(`${select} m.conversation_id = ? AND m.id = ?`);
  const page = database.prepare(`${select} m.conversation_id = ? AND m.seq < ? ORDER BY m.seq DESC LIMIT ?`);
  const replace = database.prepare(
    "UPDATE messages SET activity = ?, updated_at = ? WHERE conversation_id = ? AND id = ?",
  );
  const remove = database.prepare("DELETE FROM messages WHERE conversation_id = ? AND id = ?");
  const unread = database.prepare(
    "SELECT count(*) AS n FROM messages WHERE conversation_id = ? AND author = 'bot' AND seq > ?",
  );
  const views = viewTable(database);
  return {
    addMessage: (
      message: Pick<Message, "conversationId" | "author" | "activity" | "createdAt"> & { readonly rootId?: string },
    ): string => {
      const id = newActivityId(message.conversationId);
      insert.run(id, message.conversationId, message.author, JSON.stringify(message.activity), message.createdAt);
      if (message.rootId !== undefined) insertReply.run(id, message.rootId);
      return id;
    },
    message: (conversationId: string, id: string): Message | undefined => {
      const row = byId.get(conversationId, id);
      return row === undefined ? undefined : toMessage(row);
    },
    /** The newest messages before `before`, oldest first. */
    messages: (conversationId: string, limit: number, before = Number.MAX_SAFE_INTEGER): readonly Message[] =>
      page.all(conversationId, before, limit).map(toMessage).toReversed(),
    /** An edited message shows its new card to everybody: views people got by pressing end here. */
    replaceMessage: (conversationId: string, id: string, activity: Activity, updatedAt: string): void => {
      replace.run(JSON.stringify(activity), updatedAt, conversationId, id);
      views.endViews(id);
    },
    removeMessage: (conversationId: string, id: string): void => void remove.run(conversationId, id),
    unreadCount: (conversationId: string, lastRead: number): number =>
      countRow.parse(unread.get(conversationId, lastRead)).n,
    ...views,
  };
}

/** The cards that replaced a message's card for the persons who pressed it. */
function viewTable(database: DatabaseSync) {
  const set = database.prepare("INSERT INTO views VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET card = excluded.card");
  const end = database.prepare("DELETE FROM views WHERE message_id = ?");
  const all = database.prepare(
    "SELECT v.message_id, v.card FROM views v JOIN messages m ON m.id = v.message_id WHERE m.conversation_id = ? AND v.person_id = ?",
  );
  return {
    setView: (messageId: string, personId: string, card: unknown): void =>
      void set.run(messageId, personId, JSON.stringify(card)),
    endViews: (messageId: string): void => void end.run(messageId),
    /** A person's own cards in a conversation, by message. */
    viewsOf: (conversationId: string, personId: string): ReadonlyMap<string, unknown> =>
      new Map(
        all.all(conversationId, personId).map((row) => {
          const { message_id, card } = viewRow.parse(row);
          return [message_id, JSON.parse(card) as unknown];
        }),
      ),
  };
}

function toMessage(row: unknown): Message {
  const { seq, id, conversation_id, author, activity, root_id, created_at, updated_at } = messageRow.parse(row);
  return {
    seq,
    id,
    conversationId: conversation_id,
    author,
    activity: activitySchema.parse(JSON.parse(activity)),
    rootId: root_id ?? undefined,
    createdAt: created_at,
    updatedAt: updated_at ?? undefined,
  };
}
