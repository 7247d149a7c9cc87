import { digestCount } from "#domain/notices/digest.ts";
import type { Notice } from "#domain/notices/notice.ts";
import type { Delivery, SenderRecord } from "#domain/notices/sender-record.ts";
import type { RecordedEdit } from "#domain/projections/outside-edit.ts";
import { recordedEdit } from "#domain/projections/outside-edit.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { noticePlan } from "#use-cases/notices/notice-plan.ts";
import { deliveriesByNotice, digestMark, uncertainDeliveries } from "#use-cases/notices/sender-shards.ts";
import type { Deps } from "#use-cases/ports/deps.ts";

/** A message nobody knows the fate of. */
export interface UncertainNotice extends Pick<Delivery, "noticeKey" | "at"> {
  readonly senderKey: Key;
  readonly kind: SenderRecord["kind"];
  readonly to: string;
  readonly mayResend: boolean;
}

/** What the records say of messages and of edits in the open lists. */
export interface RecordFacts {
  /** Due and not sent, to people the bot reaches. */
  readonly waiting: number;
  readonly oldestWaiting: Instant | undefined;
  readonly uncertain: readonly UncertainNotice[];
  /** Undeliverable within the last 30 days, and due ones whose recipient has no chat. */
  readonly undeliverable: number;
  readonly lastPostAt: Instant | undefined;
  /** The last 30 days, newest first. */
  readonly edits: readonly (RecordedEdit & { readonly who: string | undefined })[];
}

/**
 * Reads from the replica what the health page says of messages and edits. 0 Graph requests.
 *
 * @param since how far back is looked: older edits and failures are history
 */
export function recordFacts(deps: Pick<Deps, "records" | "clock">, since: Instant): RecordFacts {
  const { records, clock } = deps;
  const now = clock.now();
  const known = deliveriesByNotice(records);
  const plan = noticePlan(deps).filter(({ expiresAt }) => expiresAt > now);
  const due = plan.filter(({ key, dueAt }) => dueAt <= now && !known.has(key));
  const chats = new Set(
    records.conversations.all().flatMap(({ value }) => (value.blockedAt === undefined ? [value.personKey] : [])),
  );
  const waiting = due.filter(({ recipientKey }) => chats.has(recipientKey));
  const all = [...known.values()];
  const nameOf = (key: Key | undefined): string | undefined => key && records.persons.byKey(key)?.value.name;
  const failed = all.filter(({ delivery }) => delivery.state === "undeliverable" && delivery.at >= since).length;
  return {
    waiting: waiting.length,
    oldestWaiting: waiting.map(({ dueAt }) => dueAt).toSorted()[0],
    uncertain: uncertainDeliveries(records)
      .map(({ record, delivery }) => ({
        senderKey: record.key,
        noticeKey: delivery.noticeKey,
        kind: record.kind,
        to: nameOf(delivery.recipientKey) ?? "",
        at: delivery.at,
        mayResend: isWanted(delivery, plan, all),
      }))
      .toSorted((a, b) => (a.at < b.at ? 1 : -1)),
    undeliverable: failed + due.length - waiting.length,
    lastPostAt: all
      .filter(({ delivery }) => delivery.state === "sent" && delivery.activityId !== "")
      .map(({ delivery }) => delivery.at)
      .toSorted()
      .at(-1),
    edits: records.audit
      .all()
      .flatMap(({ value }) => recordedEdit(value) ?? [])
      .filter(({ at }) => at >= since)
      .map((edit) => ({ ...edit, who: nameOf(edit.editorKey) }))
      .toSorted((a, b) => (a.at < b.at ? 1 : -1)),
  };
}

/** Whether there is still a reason to send it; one card for many when there is for any of them. */
function isWanted(
  { noticeKey, part }: Delivery,
  plan: readonly Notice[],
  all: readonly { readonly delivery: Delivery }[],
): boolean {
  const wanted = new Set(plan.map(({ key }) => key));
  if (digestCount(part) === undefined) return wanted.has(noticeKey);
  return all.some(({ delivery }) => delivery.activityId === digestMark(noticeKey) && wanted.has(delivery.noticeKey));
}
