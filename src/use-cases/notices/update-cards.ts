import type { Delivery, SenderRecord } from "#domain/notices/sender-record.ts";
import { sha256Hex } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { commitOrCreate } from "../commit.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import type { SenderDeps } from "./send-notices.ts";
import { withDeliveries } from "./sender-shards.ts";

/**
 * Replaces cards in the chat that can no longer be answered by their final view, and those that can be answered again
 * after an undo: the same card is updated, never sent again, and one somebody may be typing in is left alone (law 8). Answers how many were replaced.
 */
export async function updateCards(deps: SenderDeps): Promise<Result<number, StoreFailure>> {
  let updated = 0;
  for (const { value: record } of deps.records.senders.all()) {
    const changed: Delivery[] = [];
    for (const delivery of record.deliveries) {
      const shown = await updateOne(deps, record, delivery);
      if (shown !== undefined) changed.push({ ...delivery, ...shown });
    }
    if (changed.length === 0) continue;
    const saved = await commitOrCreate<SenderRecord, StoreFailure>(deps.records.senders, record.key, (current) =>
      ok(withDeliveries(current ?? record, changed)),
    );
    if (!saved.ok) return saved;
    updated += changed.length;
  }
  return ok(updated);
}

/** What is shown now, when the card was replaced. */
async function updateOne(
  deps: SenderDeps,
  record: SenderRecord,
  delivery: Delivery,
): Promise<Pick<Delivery, "cardHash" | "closed"> | undefined> {
  if (delivery.state !== "sent") return undefined;
  const { noticeKey: key, recipientKey, part } = delivery;
  const subject = { key, kind: record.kind, recipientKey, subjectKey: record.subjectKey, part };
  const language = deps.records.persons.byKey(recipientKey)?.value.language ?? "da";
  const card = deps.renderCard(subject, deps.records, language, deps.clock.now());
  if (card === undefined || (card.answerable && !delivery.closed)) return undefined;
  const cardHash = sha256Hex(card.cardJson);
  if (cardHash === delivery.cardHash) return undefined;
  const conversation = deps.records.conversations
    .all()
    .find(({ value }) => value.conversationId === delivery.conversationId)?.value;
  if (conversation === undefined) return undefined;
  const done = await deps.messenger.update(conversation, delivery.activityId, card.cardJson);
  return done.ok ? { cardHash, closed: !card.answerable } : undefined;
}
