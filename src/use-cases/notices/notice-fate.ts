import type { Delivery, DeliveryState } from "#domain/notices/sender-record.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { type Key, parseKey } from "#domain/shared/keys.ts";
import { digestMark, type HeldDelivery } from "./sender-shards.ts";

/** What became of a message; `planned` leaves at its time, `no-chat` waits for somebody the bot cannot reach. */
export type NoticeFate = Exclude<DeliveryState, "digested"> | "planned" | "no-chat";

/** A fate, and since when it is so. */
export interface FateAt {
  readonly state: NoticeFate;
  readonly at: Instant;
}

/** How a delivery fared; what stands on one card for many fares as that card does. */
export function fateOf(known: ReadonlyMap<Key, HeldDelivery>, { state, at, activityId }: Delivery): FateAt {
  if (state !== "digested") return { state, at };
  const digest = digestUnder(known, activityId);
  return digest === undefined || digest.state === "digested"
    ? { state: "uncertain", at }
    : { state: digest.state, at: digest.at };
}

/** When a notice was first seen, by itself or on the card that counts it among others. */
export function seenAtOf(known: ReadonlyMap<Key, HeldDelivery>, noticeKey: Key): Instant | undefined {
  const delivery = known.get(noticeKey)?.delivery;
  if (delivery?.state !== "digested") return delivery?.seenAt;
  return [delivery.seenAt, digestUnder(known, delivery.activityId)?.seenAt].flatMap((at) => at ?? []).toSorted()[0];
}

function digestUnder(known: ReadonlyMap<Key, HeldDelivery>, activityId: string): Delivery | undefined {
  const key = parseKey(activityId.slice(digestMarkLength));
  return key === undefined ? undefined : known.get(key)?.delivery;
}

const digestMarkLength = digestMark("" as Key).length;
