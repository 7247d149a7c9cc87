import type { Key } from "#domain/shared/keys.ts";
import type { RecordName } from "#use-cases/ports/record-collection.ts";
import type { Records } from "#use-cases/ports/records.ts";
import type { ChangeFeed } from "../http/events.ts";

/** Finds out which records of a list have changed since it was last asked. */
export type ChangedKeys = (list: RecordName) => readonly Key[];

/** Compares versions with those seen last; the first call of a list takes them as known. */
export function createChangedKeys(records: Records): ChangedKeys {
  const seen = new Map<RecordName, Map<Key, string>>();
  return (list) => {
    const before = seen.get(list);
    const now = new Map<Key, string>();
    const changed: Key[] = [];
    for (const { value, version } of records[list].all()) {
      now.set(value.key, version);
      if (before !== undefined && before.get(value.key) !== version) changed.push(value.key);
    }
    seen.set(list, now);
    for (const key of before?.keys() ?? []) if (!now.has(key)) changed.push(key);
    return changed;
  };
}

/** Tells open tabs what to fetch again; a draft's changes only to those who may see it. */
export function publishChanges(records: Records, feed: ChangeFeed, list: RecordName, keys: readonly Key[]): void {
  if (list === "drafts") {
    for (const key of keys) {
      const owner = records.drafts.byKey(key)?.value.ownerKey;
      if (owner !== undefined) {
        feed.publish({ kind: "changed", topics: [`draft:${key}`, "overview"], onlyFor: new Set([owner]) });
      }
    }
    return;
  }
  const topics = new Set<string>();
  for (const key of keys) for (const topic of topicsOf(records, list, key)) topics.add(topic);
  if (topics.size > 0) feed.publish({ kind: "changed", topics: [...topics] });
}

function topicsOf(records: Records, list: Exclude<RecordName, "drafts">, key: Key): readonly string[] {
  switch (list) {
    case "pools": {
      const rounds = records.pools.byKey(key)?.value.rounds ?? [];
      return ["overview", ...rounds.flatMap((round) => roundTopics(round.key))];
    }
    case "applications":
      return applicationTopics(records, key);
    case "reviews":
      return reviewTopics(records, key);
    case "centres":
    case "persons":
      return ["overview"];
    case "senders":
    case "conversations":
    case "audit":
      return [];
  }
}

function applicationTopics(records: Records, key: Key): readonly string[] {
  const application = records.applications.byKey(key)?.value;
  if (application === undefined) return ["overview"];
  return ["overview", `application:${key}`, `draft:${application.draftKey}`, ...roundTopics(application.roundKey)];
}

function reviewTopics(records: Records, key: Key): readonly string[] {
  const review = records.reviews.byKey(key)?.value;
  if (review === undefined) return ["overview"];
  const { applicationKey, roundKey } = review;
  return ["overview", `application:${applicationKey}`, `reviews:${roundKey}`, `ranking:${roundKey}`];
}

function roundTopics(key: Key): readonly string[] {
  return [`round:${key}`, `reviews:${key}`, `ranking:${key}`];
}
