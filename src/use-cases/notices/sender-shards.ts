import { digestCount } from "#domain/notices/digest.ts";
import type { NoticeKind } from "#domain/notices/notice.ts";
import type { Delivery, SenderRecord } from "#domain/notices/sender-record.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import type { Records } from "../ports/records.ts";

/** Most recipients in one sender record (law 8). */
const SHARD_SIZE = 200;

/** A delivery with the record that holds it. */
export interface HeldDelivery {
  readonly record: SenderRecord;
  readonly delivery: Delivery;
}

/** All deliveries by notice key, from the replica. */
export function deliveriesByNotice({ senders }: Pick<Records, "senders">): ReadonlyMap<Key, HeldDelivery> {
  const found = new Map<Key, HeldDelivery>();
  for (const { value: record } of senders.all()) {
    for (const delivery of record.deliveries) found.set(delivery.noticeKey, { record, delivery });
  }
  return found;
}

/** What stands as the activity of a notice that is told by this digest. */
export function digestMark(digestKey: Key): string {
  return `digest:${digestKey}`;
}

/**
 * The messages of which nobody knows whether they arrived. A digest nothing stands under told nobody anything: there is
 * nothing to find out.
 */
export function uncertainDeliveries({ senders }: Pick<Records, "senders">): readonly HeldDelivery[] {
  const all = senders.all().flatMap(({ value: record }) => record.deliveries.map((delivery) => ({ record, delivery })));
  const marks = new Set(all.map(({ delivery }) => delivery.activityId));
  return all.filter(
    ({ delivery: { state, part, noticeKey } }) =>
      state === "uncertain" && (digestCount(part) === undefined || marks.has(digestMark(noticeKey))),
  );
}

/** The sender record that has room for so many more recipients of this subject and kind, existing or new. */
export function openShard(
  { senders }: Pick<Records, "senders">,
  kind: NoticeKind,
  subjectKey: Key,
  count: number,
): SenderRecord {
  for (let shard = 0; ; shard += 1) {
    const key = keyOf("sender", kind, subjectKey, shard);
    const record = senders.byKey(key)?.value;
    if (record === undefined) return { key, kind, subjectKey, shard, deliveries: [] };
    if (record.deliveries.length + count <= SHARD_SIZE) return record;
  }
}

/** The record with these deliveries in place of those for the same notices. */
export function withDeliveries(record: SenderRecord, deliveries: readonly Delivery[]): SenderRecord {
  const changed = new Set(deliveries.map(({ noticeKey }) => noticeKey));
  return {
    ...record,
    deliveries: [...record.deliveries.filter(({ noticeKey }) => !changed.has(noticeKey)), ...deliveries],
  };
}
