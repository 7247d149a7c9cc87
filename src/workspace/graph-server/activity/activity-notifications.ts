import type { Database } from "../database/open-database.ts";
import { limits } from "../limits.ts";
import { type Tenant, wireTime } from "../tenant/tenant.ts";

/** An entry of a person's activity feed, as Teams shows it. */
export interface ActivityNotification {
  readonly id: string;
  /** Entra object id of the person whose feed it stands in. */
  readonly userId: string;
  /** Business time, e.g. "2026-01-05T10:00:00Z". */
  readonly sentAt: string;
  /** `id` of the app's manifest. */
  readonly teamsAppId: string;
  readonly appName: string;
  readonly activityType: string;
  /** Who did it: the person who was signed in, or the app's name where the application sent by itself. */
  readonly actor: string;
  /** The activity type's text with its parameters put in, e.g. "Anna Ager har bedt dig om en bedømmelse". */
  readonly text: string;
  /** What Teams shows of the preview text: its first 150 characters. */
  readonly preview: string;
  /** The topic in words; absent when the sender named a Graph resource instead. */
  readonly topic: string | undefined;
  /** Where a press leads; absent: the app's first page. */
  readonly webUrl: string | undefined;
  readonly isRead: boolean;
}

/** Told of each new entry, after it is kept. */
export type ActivityListener = (notification: ActivityNotification) => void;

/**
 * What the rooms that show a Teams client read of what was sent through `sendActivityNotification`. Entries are kept
 * in the workspace's data for 30 days of business time.
 */
export interface ActivityNotifications {
  /** One person's feed, newest first. */
  readonly list: (userId: string) => readonly ActivityNotification[];
  /** Marks an entry of that person's feed as seen; another's or an unknown one stays as it is. */
  readonly markRead: (userId: string, id: string) => void;
  /** @returns the function that stops listening */
  readonly onNotification: (listener: ActivityListener) => () => void;
}

export type NewActivity = Omit<ActivityNotification, "id" | "sentAt" | "isRead">;

interface Row extends Omit<ActivityNotification, "id" | "topic" | "webUrl" | "isRead"> {
  readonly key: number;
  readonly topic: string | null;
  readonly webUrl: string | null;
  readonly isRead: number;
}

const day = 86_400_000;

/** Puts an entry into a feed and forgets what is too old to be shown. */
export function addActivity(tenant: Tenant, entry: NewActivity): ActivityNotification {
  const { db } = tenant;
  const now = tenant.now();
  db.run("DELETE FROM activities WHERE sentAt < ?", wireTime(oldest(now)));
  db.run(
    `INSERT INTO activities (userId, sentAt, sentMachineMs, teamsAppId, appName, activityType, actor, text, preview, topic, webUrl, isRead)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
    entry.userId,
    wireTime(now),
    tenant.machineNow(),
    entry.teamsAppId,
    entry.appName,
    entry.activityType,
    entry.actor,
    entry.text,
    entry.preview,
    entry.topic ?? null,
    entry.webUrl ?? null,
  );
  const row = db.get<Row>("SELECT * FROM activities WHERE key = last_insert_rowid()");
  if (!row) throw new Error("The activity just kept is gone.");
  return shown(row);
}

/** How many entries a person got in the minute before now. */
export function activitiesInLastMinute(tenant: Tenant, userId: string): number {
  const since = tenant.machineNow() - limits.throttleWindowMs;
  const row = tenant.db.get<{ count: number }>(
    "SELECT count(*) AS count FROM activities WHERE userId = ? AND sentMachineMs > ?",
    userId,
    since,
  );
  return row?.count ?? 0;
}

/** The feed of a person, newest first. */
export function activitiesOf(db: Database, now: Date, userId: string): readonly ActivityNotification[] {
  return db
    .all<Row>(
      "SELECT * FROM activities WHERE userId = ? AND sentAt >= ? ORDER BY key DESC",
      userId,
      wireTime(oldest(now)),
    )
    .map(shown);
}

/** Marks an entry of that person's feed as seen; another's or an unknown one stays as it is. */
export function markActivityRead(db: Database, userId: string, id: string): void {
  db.run("UPDATE activities SET isRead = 1 WHERE userId = ? AND key = ?", userId, Number(id));
}

function oldest(now: Date): Date {
  return new Date(now.getTime() - limits.activityKeptDays * day);
}

function shown({ key, topic, webUrl, isRead, ...rest }: Row): ActivityNotification {
  const { userId, sentAt, teamsAppId, appName, activityType, actor, text, preview } = rest;
  return {
    id: String(key),
    userId,
    sentAt,
    teamsAppId,
    appName,
    activityType,
    actor,
    text,
    preview,
    topic: topic ?? undefined,
    webUrl: webUrl ?? undefined,
    isRead: isRead === 1,
  };
}
