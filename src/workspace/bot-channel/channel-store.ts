import { DatabaseSync } from "node:sqlite";
import * as z from "zod/mini";
import { type Activity, activitySchema, conversationIdOf, newActivityId } from "./channel-wire.ts";

/** `pending`: the bot has not answered the installation yet. `removed`: uninstalled, the bot may not write any more. */
export type InstallState = "pending" | "installed" | "removed";

/** The chat of one person with one bot. */
export interface Conversation {
  readonly id: string;
  readonly appId: string;
  readonly personId: string;
  readonly state: InstallState;
  /** The person has seen everything up to this message. */
  readonly lastRead: number;
}

export interface Message {
  /** Position in the channel; never reused. */
  readonly seq: number;
  readonly id: string;
  readonly conversationId: string;
  readonly author: "bot" | "person";
  readonly activity: Activity;
  /** The card that replaced this message's card for the person who pressed it. */
  readonly view: unknown;
  readonly createdAt: string;
  readonly updatedAt: string | undefined;
}

const conversationRow = z.object({
  id: z.string(),
  app_id: z.string(),
  person_id: z.string(),
  state: z.enum(["pending", "installed", "removed"]),
  last_read: z.number(),
});
const messageRow = z.object({
  seq: z.number(),
  id: z.string(),
  conversation_id: z.string(),
  author: z.enum(["bot", "person"]),
  activity: z.string(),
  view: z.nullable(z.string()),
  created_at: z.string(),
  updated_at: z.nullable(z.string()),
});
const countRow = z.object({ n: z.number() });

const schema = `
  CREATE TABLE IF NOT EXISTS conversations (
    id TEXT PRIMARY KEY, app_id TEXT NOT NULL, person_id TEXT NOT NULL, state TEXT NOT NULL, last_read INTEGER NOT NULL DEFAULT 0,
    UNIQUE (app_id, person_id)) STRICT;
  CREATE TABLE IF NOT EXISTS messages (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, conversation_id TEXT NOT NULL REFERENCES conversations (id),
    author TEXT NOT NULL, activity TEXT NOT NULL, view TEXT, created_at TEXT NOT NULL, updated_at TEXT) STRICT;
  CREATE INDEX IF NOT EXISTS messages_by_conversation ON messages (conversation_id, seq);`;

export type ChannelStore = ReturnType<typeof openChannelStore>;

/** Opens the channel's own database: conversations and activities outlive a restart. */
export function openChannelStore(dataFile: string) {
  const database = new DatabaseSync(dataFile);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;");
  database.exec(schema);
  return {
    ...conversationTable(database),
    ...messageTable(database),
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}

function conversationTable(database: DatabaseSync) {
  const insert = database.prepare(
    "INSERT INTO conversations (id, app_id, person_id, state) VALUES (?, ?, ?, 'pending') ON CONFLICT (id) DO NOTHING",
  );
  const byId = database.prepare("SELECT * FROM conversations WHERE id = ?");
  const byPerson = database.prepare("SELECT * FROM conversations WHERE person_id = ?");
  const byApp = database.prepare("SELECT * FROM conversations WHERE app_id = ?");
  const setState = database.prepare("UPDATE conversations SET state = ? WHERE id = ?");
  const setRead = database.prepare("UPDATE conversations SET last_read = max(last_read, ?) WHERE id = ?");
  const find = (id: string): Conversation | undefined => {
    const row = byId.get(id);
    return row === undefined ? undefined : toConversation(row);
  };
  return {
    /** The conversation of a person with an app; made as `pending` the first time. */
    ensureConversation: (appId: string, personId: string): Conversation => {
      const id = conversationIdOf(appId, personId);
      insert.run(id, appId, personId);
      const made = find(id);
      if (made === undefined) throw new Error(`Conversation ${id} was not kept`);
      return made;
    },
    conversation: find,
    conversationsOfPerson: (personId: string): readonly Conversation[] => byPerson.all(personId).map(toConversation),
    conversationsOfApp: (appId: string): readonly Conversation[] => byApp.all(appId).map(toConversation),
    setInstallState: (id: string, state: InstallState): void => void setState.run(state, id),
    markRead: (id: string, seq: number): void => void setRead.run(seq, id),
  };
}

function messageTable(database: DatabaseSync) {
  const insert = database.prepare(
    "INSERT INTO messages (id, conversation_id, author, activity, created_at) VALUES (?, ?, ?, ?, ?)",
  );
  const byId = database.prepare("SELECT * FROM messages WHERE conversation_id = ? AND id = ?");
  const page = database.prepare(
    "SELECT * FROM messages WHERE conversation_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?",
  );
  const replace = database.prepare(
    "UPDATE messages SET activity = ?, view = NULL, updated_at = ? WHERE conversation_id = ? AND id = ?",
  );
  const remove = database.prepare("DELETE FROM messages WHERE conversation_id = ? AND id = ?");
  const setView = database.prepare("UPDATE messages SET view = ? WHERE conversation_id = ? AND id = ?");
  const unread = database.prepare(
    "SELECT count(*) AS n FROM messages m JOIN conversations c ON c.id = m.conversation_id WHERE c.id = ? AND m.author = 'bot' AND m.seq > c.last_read",
  );
  return {
    addMessage: (message: Pick<Message, "conversationId" | "author" | "activity" | "createdAt">): string => {
      const id = newActivityId();
      insert.run(id, message.conversationId, message.author, JSON.stringify(message.activity), message.createdAt);
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
    replaceMessage: (conversationId: string, id: string, activity: Activity, updatedAt: string): void =>
      void replace.run(JSON.stringify(activity), updatedAt, conversationId, id),
    removeMessage: (conversationId: string, id: string): void => void remove.run(conversationId, id),
    setView: (conversationId: string, id: string, card: unknown): void =>
      void setView.run(JSON.stringify(card), conversationId, id),
    unreadCount: (conversationId: string): number => countRow.parse(unread.get(conversationId)).n,
  };
}

function toConversation(row: unknown): Conversation {
  const { id, app_id, person_id, state, last_read } = conversationRow.parse(row);
  return { id, appId: app_id, personId: person_id, state, lastRead: last_read };
}

function toMessage(row: unknown): Message {
  const { seq, id, conversation_id, author, activity, view, created_at, updated_at } = messageRow.parse(row);
  const shown: unknown = view === null ? undefined : JSON.parse(view);
  return {
    seq,
    id,
    conversationId: conversation_id,
    author,
    activity: activitySchema.parse(JSON.parse(activity)),
    view: shown,
    createdAt: created_at,
    updatedAt: updated_at ?? undefined,
  };
}
