import type { Delivery, SenderRecord } from "#domain/notices/sender-record.ts";
import { type Key, sha256Hex } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { commitOrCreate } from "../commit.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import type { SenderDeps } from "./sender-deps.ts";

/** How a card stands in the chat. */
type ShownNow = Pick<Delivery, "cardHash" | "closed">;

/**
 * Replaces cards in the chat that can no longer be answered by their final view, and those that can be answered again
 * after an undo: the same card is updated, never sent again, and one somebody may be typing in is left alone (law 8).
 * Answers how many were replaced.
 */
export async function updateCards(deps: SenderDeps): Promise<Result<number, StoreFailure>> {
  let updated = 0;
  const waiting = new Set<string>();
  for (const { value: record } of deps.records.senders.all()) {
    const changed = new Map<Key, ShownNow>();
    for (const delivery of record.deliveries) {
      const shown = await updateOne(deps, record, delivery);
      if (shown === "later") waiting.add(delivery.noticeKey);
      else if (shown !== undefined) changed.set(delivery.noticeKey, shown);
    }
    if (changed.size === 0) continue;
    const saved = await commitOrCreate<SenderRecord, StoreFailure>(deps.records.senders, record.key, (now = record) => {
      // Only what is shown: whether it was seen may have been written meanwhile.
      return ok({ ...now, deliveries: now.deliveries.map((each) => ({ ...each, ...changed.get(each.noticeKey) })) });
    });
    if (!saved.ok) return saved;
    updated += changed.size;
  }
  deps.pauses.updates.keepOnly(waiting);
  return ok(updated);
}

/** What is shown now, when the card was replaced; `later` when the channel did not take it and is to be asked again. */
async function updateOne(
  deps: SenderDeps,
  record: SenderRecord,
  delivery: Delivery,
): Promise<ShownNow | "later" | undefined> {
  if (delivery.state !== "sent") return undefined;
  const { noticeKey: key, recipientKey, part } = delivery;
  const subject = { key, kind: record.kind, recipientKey, subjectKey: record.subjectKey, part };
  const language = deps.records.persons.byKey(recipientKey)?.value.language ?? "da";
  const card = deps.renderCard(subject, deps.records, language, deps.clock.now());
  if (card === undefined || (card.answerable && !delivery.closed)) return undefined;
  const cardHash = sha256Hex(card.cardJson);
  const shown = { cardHash, closed: !card.answerable };
  if (cardHash === delivery.cardHash) return undefined;
  const replaced = await replace(deps, delivery, card.cardJson);
  return replaced === "done" ? shown : replaced;
}

/**
 * Replaces the card once. What the channel refuses waits; where nobody is reached nothing is asked and nothing waits:
 * an installation brings the next run (T46).
 */
async function replace(deps: SenderDeps, delivery: Delivery, cardJson: string): Promise<"done" | "later" | undefined> {
  const { messenger, pauses, records } = deps;
  const { noticeKey, conversationId, activityId } = delivery;
  const conversation = records.conversations.all().find(({ value }) => value.conversationId === conversationId)?.value;
  if (conversation === undefined || conversation.blockedAt !== undefined) return undefined;
  if (pauses.updates.isPaused(noticeKey) || !pauses.pace.isFree(conversationId, "update")) return "later";
  pauses.pace.counted(conversationId, "update");
  const done = await messenger.update(conversation, activityId, cardJson);
  if (done.ok) return "done";
  switch (done.refusal.kind) {
    case "refused":
      // The same card would be refused again: what stands there stays, until it would look different.
      return "done";
    case "unreachable":
      // The chat is marked as blocked then; until that is stored, nothing else is asked there either.
      pauses.pace.hold(conversationId, pauses.updates.refused(noticeKey, undefined));
      return "later";
    case "not-sent":
      pauses.pace.hold(conversationId, pauses.updates.refused(noticeKey, done.refusal.retryAfterS));
      return "later";
    case "uncertain":
      pauses.updates.refused(noticeKey, undefined);
      return "later";
  }
}
