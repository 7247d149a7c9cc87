import type { Instant } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import type { GrantApplication } from "./application.ts";
import { isSubmitted } from "./application-state.ts";
import type { FundingRound, GrantPool } from "./grant-pool.ts";
import { recommendationOf } from "./pool-parts.ts";

/** Whether an application is reviewed now: handed in, the round closed, not yet put up for decision. */
export function reviewIsOpen(
  application: GrantApplication,
  round: FundingRound,
  pool: GrantPool,
  now: Instant,
): boolean {
  return isSubmitted(application) && now >= round.closesAt && !recommendationOf(pool, round.key);
}

/** One reviewer has one review of one application, on every machine and every press. */
export function reviewKeyOf(application: Pick<GrantApplication, "key" | "roundKey">, reviewerKey: Key): Key {
  return keyOf("review", application.roundKey, application.key, reviewerKey);
}
