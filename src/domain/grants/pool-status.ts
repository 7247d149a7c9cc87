import type { Instant } from "#domain/shared/dates.ts";
import type { Award, GrantPool, PoolStatus } from "./grant-pool.ts";
import { isReleased } from "./pool-money.ts";

/**
 * Where the pool stands (B8). Concurrence of a committee is not an appropriation (000-02, R-20), and a refusal by the
 * council puts the pool back to what the budget says.
 */
export function poolStatus(pool: GrantPool, now: Instant): PoolStatus {
  if (pool.closedAt !== undefined && pool.closedAt <= now) return pool.awards.every(isEnded) ? "settled" : "closed";
  if (isReleased(pool)) return pool.rounds.some((round) => round.opensAt <= now) ? "active" : "released";
  const steps = pool.appropriation?.steps ?? [];
  return steps.length === 0 || steps.some((step) => step.code === "rejected") ? "allocated" : "requested";
}

/** Whether nothing more will happen to the award: rejected, declined or accounted for. */
export function isEnded(award: Award): boolean {
  return award.outcome === "rejection" || award.step === "declined" || award.step === "closed";
}
