import type { Delivery } from "#domain/notices/sender-record.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { claimMark, isClaimOf, storeOutcome } from "./claim-notices.ts";
import type { SenderDeps } from "./sender-deps.ts";

/** What this service alone knows of a claim it has tried to make and has not stored the end of. */
export interface OwnClaim {
  /** `unposted` as long as the channel has certainly taken nothing, else what came of it (`uncertain` while it is asked). */
  readonly fate: Delivery | "unposted";
  /** The sender record the claim stands in, once that is known. */
  readonly senderKey?: Key;
}

/** By notice key. */
export type OwnClaims = Map<Key, OwnClaim>;

/**
 * Stores the ends that could not be stored when they came, and lets go of claims under which nothing was posted: a
 * sick SharePoint makes no letter uncertain that this service knows the fate of. Only between runs, when none of its
 * own claims is being worked on. A digest that was not posted and could not be let go of waits for a person: its notices
 * may stand under it where this service has not seen it.
 *
 * @returns the first failure, when what is left has to wait for the next run
 */
export async function settleOwnClaims(deps: SenderDeps): Promise<Result<void, StoreFailure>> {
  const { claims } = deps.pauses;
  if (claims.size === 0) return ok(undefined);
  const mark = claimMark(deps);
  const standing = new Set<Key>();
  let end: Result<void, StoreFailure> = ok(undefined);
  for (const { value: record } of deps.records.senders.all()) {
    const own = record.deliveries.filter((each) => claims.has(each.noticeKey) && isClaimOf(mark, each));
    if (own.length === 0) continue;
    for (const { noticeKey } of own) standing.add(noticeKey);
    const known = own.map(({ noticeKey }) => ({ noticeKey, fate: claims.get(noticeKey)?.fate }));
    const final = known.flatMap(({ fate }) => (fate === undefined || fate === "unposted" ? [] : [fate]));
    const released = known.filter(({ fate }) => fate === "unposted").map(({ noticeKey }) => noticeKey);
    const stored = await storeOutcome(deps, record, mark, final, released);
    if (stored.ok) for (const { noticeKey } of own) claims.delete(noticeKey);
    else if (end.ok) end = stored;
  }
  // Posted under a claim that is no longer in its record: a person has settled it. A record that is not there, and what
  // was not posted, may still turn up.
  for (const [key, { fate, senderKey }] of claims) {
    const isRead = senderKey !== undefined && deps.records.senders.byKey(senderKey) !== undefined;
    if (fate !== "unposted" && isRead && !standing.has(key)) claims.delete(key);
  }
  return end;
}
