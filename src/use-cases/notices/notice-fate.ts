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
  const key = parseKey(activityId.slice(digestMarkLength));
  const digest = key === undefined ? undefined : known.get(key)?.delivery;
  return digest === undefined || digest.state === "digested"
    ? { state: "uncertain", at }
    : { state: digest.state, at: digest.at };
}

const digestMarkLength = digestMark("" as Key).length;
