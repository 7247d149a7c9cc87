import type { Notice } from "#domain/notices/notice.ts";
import type { Delivery, SenderRecord } from "#domain/notices/sender-record.ts";
import { epochMs, type Instant } from "#domain/shared/dates.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { commitOrCreate } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { openShard, withDeliveries } from "./sender-shards.ts";

/** A claim older than this was left by a service that is gone: nobody knows whether the card arrived. */
export const claimLifeMs = 2 * 60_000;

/** What was claimed: the record it stands in, and the keys nobody else has. */
export interface Claimed {
  readonly record: SenderRecord;
  readonly mine: ReadonlySet<Key>;
}

/**
 * Writes down notices of one subject and kind unless somebody else already has: whoever writes the record first has
 * them (T45). A claim with the same mark is one of an earlier try whose answer was lost.
 *
 * @param mark what stands as the activity until there is one
 */
export async function claimNotices(
  { records, clock }: Deps,
  notices: readonly Notice[],
  state: Delivery["state"],
  mark: string,
): Promise<Result<Claimed, StoreFailure>> {
  const [first] = notices;
  if (first === undefined) throw new Error("A group of notices cannot be empty");
  const at = clock.now();
  let mine: readonly Key[] = [];
  const shard = openShard(records, first.kind, first.subjectKey, notices.length);
  const saved = await commitOrCreate<SenderRecord, StoreFailure>(records.senders, shard.key, (current = shard) => {
    const taken = new Map(current.deliveries.map((each) => [each.noticeKey, each]));
    const free = notices.filter(({ key }) => !taken.has(key));
    const isMine = (held: Delivery | undefined): boolean =>
      held === undefined || (mark !== "" && held.state === state && held.activityId === mark);
    mine = notices.map(({ key }) => key).filter((key) => isMine(taken.get(key)));
    const claims = free.map((notice) => ({ ...deliveryOf(notice, state, at), activityId: mark }));
    return ok(free.length === 0 ? current : withDeliveries(current, claims));
  });
  return saved.ok ? ok({ record: saved.value.value, mine: new Set(mine) }) : saved;
}

/** What stands as the activity of a claim until there is one. */
export function claimMark({ instance }: { readonly instance: string }): string {
  return `claim:${instance}`;
}

/** Whether it is still the claim it was: not settled by a person, and nobody else's since. */
export function isClaimOf(mark: string, { state, activityId }: Delivery): boolean {
  return (state === "sending" || state === "uncertain") && activityId === mark;
}

/**
 * Stores what came of the claims with this mark, and lets go of those that may be made again. One a person has settled
 * meanwhile stays as the person left it.
 */
export async function storeOutcome(
  { records }: Deps,
  record: SenderRecord,
  mark: string,
  final: readonly Delivery[],
  released: readonly Key[],
): Promise<Result<void, StoreFailure>> {
  if (final.length + released.length === 0) return ok(undefined);
  const ends = new Map(final.map((each) => [each.noticeKey, each]));
  const stored = await commitOrCreate<SenderRecord, StoreFailure>(records.senders, record.key, (current = record) => {
    const deliveries = current.deliveries.flatMap((each) => {
      if (!isClaimOf(mark, each)) return [each];
      return released.includes(each.noticeKey) ? [] : [ends.get(each.noticeKey) ?? each];
    });
    const isChanged =
      deliveries.length < current.deliveries.length || deliveries.some((each) => ends.get(each.noticeKey) === each);
    return ok(isChanged ? { ...current, deliveries } : current);
  });
  return stored.ok ? ok(undefined) : stored;
}

/** Claims whose service is gone become `uncertain`; answers how many. */
export async function giveUpOldClaims({ records }: Deps, now: Instant): Promise<Result<number, StoreFailure>> {
  let count = 0;
  const isLost = (each: Delivery): boolean =>
    each.state === "sending" && epochMs(now) - epochMs(each.at) >= claimLifeMs;
  for (const { value: record } of records.senders.all()) {
    if (!record.deliveries.some(isLost)) continue;
    let lost = 0;
    const saved = await commitOrCreate<SenderRecord, StoreFailure>(records.senders, record.key, (current = record) => {
      lost = current.deliveries.filter(isLost).length;
      if (lost === 0) return ok(current);
      const deliveries = current.deliveries.map((each) =>
        isLost(each) ? { ...each, state: "uncertain" as const, at: now } : each,
      );
      return ok({ ...current, deliveries });
    });
    if (!saved.ok) return saved;
    count += lost;
  }
  return ok(count);
}

/** A delivery of which nothing is known yet. */
export function deliveryOf(notice: Notice, state: Delivery["state"], at: Instant): Delivery {
  const { key: noticeKey, recipientKey, part } = notice;
  return { noticeKey, recipientKey, part, state, at, conversationId: "", activityId: "", cardHash: "", closed: false };
}

/** Notices by the sender record they stand in. */
export function groupBySubject(notices: readonly Notice[]): readonly (readonly Notice[])[] {
  return [...groupBy(notices, ({ kind, subjectKey }) => `${kind} ${subjectKey}`).values()];
}
