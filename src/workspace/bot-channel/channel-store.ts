import { DatabaseSync } from "node:sqlite";
import * as z from "zod/mini";
import { messageTable } from "./message-table.ts";

/** `pending`: the bot has not answered the installation yet. `removed`: uninstalled, the bot may not write any more. */
export type InstallState = "pending" | "installed" | "removed";

/** The chat of one person with one bot, or the channel one app has in a team. */
export interface Conversation {
  readonly id: string;
  readonly appId: string;
  /** The person, or the team. */
  readonly holderId: string;
  readonly kind: "personal" | "channel";
  readonly state: InstallState;
}

const conversationRow = z.object({ id: z.string(), app_id: z.string(), person_id: z.string(), state: z.string() });
const stateSchema = z.enum(["pending", "installed", "removed"]);
const readRow = z.object({ seq: z.number() });

/** Tables are only added, so that older data files open. In `conversations` a channel's person is its team. */
const schema = `
  CREATE TABLE IF NOT EXISTS conversations (
    id TEXT PRIMARY KEY, app_id TEXT NOT NULL, person_id TEXT NOT NULL, state TEXT NOT NULL, last_read INTEGER NOT NULL DEFAULT 0,
    UNIQUE (app_id, person_id)) STRICT;
  CREATE TABLE IF NOT EXISTS messages (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, conversation_id TEXT NOT NULL REFERENCES conversations (id),
    author TEXT NOT NULL, activity TEXT NOT NULL, view TEXT, created_at TEXT NOT NULL, updated_at TEXT) STRICT;
  CREATE INDEX IF NOT EXISTS messages_by_conversation ON messages (conversation_id, seq);
  CREATE TABLE IF NOT EXISTS reads (
    conversation_id TEXT NOT NULL, person_id TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (conversation_id, person_id)) STRICT;
  INSERT INTO reads SELECT id, person_id, last_read FROM conversations WHERE last_read > 0 ON CONFLICT DO NOTHING;
  CREATE TABLE IF NOT EXISTS views (
    message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE, person_id TEXT NOT NULL, card TEXT NOT NULL,
    PRIMARY KEY (message_id, person_id)) STRICT;
  CREATE TABLE IF NOT EXISTS replies (
    message_id TEXT PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE, root_id TEXT NOT NULL) STRICT;`;

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
  const byApp = database.prepare("SELECT * FROM conversations WHERE app_id = ?");
  const setState = database.prepare("UPDATE conversations SET state = ? WHERE id = ?");
  const setRead = database.prepare(
    "INSERT INTO reads VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET seq = max(seq, excluded.seq)",
  );
  const read = database.prepare("SELECT seq FROM reads WHERE conversation_id = ? AND person_id = ?");
  const find = (id: string): Conversation | undefined => {
    const row = byId.get(id);
    return row === undefined ? undefined : toConversation(row);
  };
  return {
    /** The conversation with that id; made as `pending` the first time. `holderId`: the person or the team. */
    ensureConversation: (id: string, appId: string, holderId: string): Conversation => {
      insert.run(id, appId, holderId);
      const made = find(id);
      if (made === undefined) throw new Error(`Conversation ${id} was not kept`);
      return made;
    },
    conversation: find,
    conversationsOfApp: (appId: string): readonly Conversation[] => byApp.all(appId).map(toConversation),
    setInstallState: (id: string, state: InstallState): void => void setState.run(state, id),
    /** The person has seen everything up to this message. */
    markRead: (id: string, personId: string, seq: number): void => void setRead.run(id, personId, seq),
    lastRead: (id: string, personId: string): number => {
      const row = read.get(id, personId);
      return row === undefined ? 0 : readRow.parse(row).seq;
    },
  };
}

function toConversation(row: unknown): Conversation {
  const { id, app_id, person_id, state } = conversationRow.parse(row);
  const kind = id.startsWith("19:") ? "channel" : "personal";
  return { id, appId: app_id, holderId: person_id, kind, state: stateSchema.parse(state) };
}
