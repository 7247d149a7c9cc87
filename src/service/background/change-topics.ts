import type { Key } from "#domain/shared/keys.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import type { RecordName } from "#use-cases/ports/record-collection.ts";
import type { Records } from "#use-cases/ports/records.ts";
import type { ChangeFeed, Readers } from "../http/events.ts";
import { applicationReaders, consultationReaders, draftReaders } from "./change-readers.ts";

type Known = Pick<Deps, "records" | "clock">;

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

/** What one change is called, and who may hear of it (undefined = everybody signed in). */
interface Told {
  readonly topics: readonly string[];
  readonly onlyFor?: Readers;
}

/**
 * Tells open tabs what to fetch again. That an application, a draft or a review is there is told only to those whom
 * the rules show it (B10); everybody hears that something in the overview or a round has changed.
 */
export function publishChanges(deps: Known, feed: ChangeFeed, list: RecordName, keys: readonly Key[]): void {
  if (feed.watching === 0) return;
  const coarse = new Set<string>();
  for (const key of keys) {
    for (const { topics, onlyFor } of toldOf[list](deps, key)) {
      if (onlyFor === undefined) for (const topic of topics) coarse.add(topic);
      else feed.publish({ kind: "changed", topics, onlyFor });
    }
  }
  if (coarse.size > 0) feed.publish({ kind: "changed", topics: [...coarse] });
}

type Tell = (deps: Known, key: Key) => readonly Told[];

const nobody: Tell = () => [];

/** Whom a change in each list is told, and what they should fetch again. */
const toldOf: Readonly<Record<RecordName, Tell>> = {
  pools: (deps, key) => {
    const rounds = deps.records.pools.byKey(key)?.value.rounds ?? [];
    return [{ topics: ["overview", `pool:${key}`, ...rounds.flatMap((round) => roundTopics(round.key))] }];
  },
  drafts: (deps, key) => draftTold(deps, key, ["overview"]),
  applications: applicationTold,
  reviews: reviewTold,
  programmes: () => [{ topics: ["action-plan"] }],
  actionItems: (_, key) => [{ topics: ["overview", "action-plan", `action-item:${key}`] }],
  consultations: consultationTold,
  consultationParties: (deps, key) =>
    consultationTold(deps, deps.records.consultationParties.byKey(key)?.value.consultationKey),
  cases: (deps, key) => {
    const poolKey = deps.records.cases.byKey(key)?.value.appropriation?.poolKey;
    return [{ topics: ["cases", `case:${key}`, ...(poolKey === undefined ? [] : [`pool:${poolKey}`])] }];
  },
  bodies: () => [{ topics: ["cases"] }],
  needs: () => [{ topics: ["needs"] }],
  needForms: (deps, key) => {
    const owner = deps.records.needForms.byKey(key)?.value.ownerKey;
    return owner === undefined ? [] : [{ topics: ["needs"], onlyFor: new Set<string>([owner]) }];
  },
  centres: () => [{ topics: ["overview"] }],
  persons: (_, key) => [{ topics: ["overview"] }, { topics: ["me", "my-notices"], onlyFor: new Set<string>([key]) }],
  senders: nobody,
  conversations: nobody,
  audit: nobody,
};

function draftTold(deps: Known, key: Key, more: readonly string[]): readonly Told[] {
  const draft = deps.records.drafts.byKey(key)?.value;
  if (draft === undefined) return [];
  return [{ topics: [`draft:${key}`, ...more], onlyFor: draftReaders(deps, draft) }];
}

function applicationTold(deps: Known, key: Key): readonly Told[] {
  const application = deps.records.applications.byKey(key)?.value;
  if (application === undefined) return [{ topics: ["overview"] }];
  return [
    { topics: [`application:${key}`], onlyFor: applicationReaders(deps, key, "exists") },
    ...draftTold(deps, application.draftKey, []),
    { topics: ["overview", ...roundTopics(application.roundKey)] },
  ];
}

/** Nobody else hears of half a review; a recusal may make the round's substitute a reviewer. */
function reviewTold(deps: Known, key: Key): readonly Told[] {
  const review = deps.records.reviews.byKey(key)?.value;
  if (review === undefined) return [{ topics: ["overview"] }];
  const { applicationKey, roundKey, reviewerKey, state } = review;
  const topics = ["overview", `application:${applicationKey}`, `reviews:${roundKey}`, `ranking:${roundKey}`];
  const own: Told = { topics, onlyFor: applicationReaders(deps, applicationKey, "scores-all", reviewerKey) };
  if (state === "begun") return [own];
  const coarse = ["overview", `round:${roundKey}`];
  return [own, { topics: state === "recused" ? [...coarse, `reviews:${roundKey}`] : coarse }];
}

/** Drafts and closed items are nobody's business who may not see them; the overview carries tasks and the list. */
function consultationTold(deps: Known, key: Key | undefined): readonly Told[] {
  if (key === undefined || deps.records.consultations.byKey(key) === undefined) return [{ topics: ["consultations"] }];
  const topics = ["overview", "consultations", `consultation:${key}`];
  return [{ topics, onlyFor: consultationReaders(deps, key) }];
}

function roundTopics(key: Key): readonly string[] {
  return [`round:${key}`, `reviews:${key}`, `ranking:${key}`];
}
