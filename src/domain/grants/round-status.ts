import type { Instant } from "#domain/shared/dates.ts";
import type { GrantApplication } from "./application.ts";
import { isSubmitted } from "./application-state.ts";
import type { FundingRound, GrantPool, RoundStatus } from "./grant-pool.ts";
import { awardsOf, recommendationOf } from "./pool-parts.ts";
import { isEnded } from "./pool-status.ts";

/**
 * Where a round stands (B8), computed from records and time. It opens at `opensAt` and is closed from `closesAt` on
 * (000-07); what has been put up for decision counts more than the clock.
 *
 * @param applications the pool's or the round's; others are not counted
 */
export function roundStatus(
  pool: GrantPool,
  round: FundingRound,
  applications: readonly GrantApplication[],
  now: Instant,
): RoundStatus {
  const recommendation = recommendationOf(pool, round.key);
  if (recommendation) {
    if (recommendation.packets.some((packet) => packet.decidedAt === undefined)) return "recommended";
    return awardsOf(pool, round.key).every(isEnded) ? "completed" : "decided";
  }
  if (now < round.opensAt) return "planned";
  if (now < round.closesAt) return "open";
  const hasSubmitted = applications.some((each) => each.roundKey === round.key && isSubmitted(each));
  return hasSubmitted ? "under-review" : "closed";
}
