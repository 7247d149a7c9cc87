import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Award, FundingRound, GrantPool, Recommendation } from "./grant-pool.ts";

/** What refuses every act in a pool that is closed for the year: awards only go on to their accounts (000-22). */
export function closedRefusal(pool: GrantPool): PoolClosed | undefined {
  return pool.closedAt === undefined ? undefined : { kind: "pool-closed", at: pool.closedAt };
}

/** The pool is closed: nothing more is granted. */
export interface PoolClosed {
  readonly kind: "pool-closed";
  readonly at: Instant;
}

/** The pool's round with that key. */
export function findRound(pool: GrantPool, roundKey: Key): FundingRound | undefined {
  return pool.rounds.find((round) => round.key === roundKey);
}

/** The recommendation in force for a round; a withdrawn one is gone. */
export function recommendationOf(pool: GrantPool, roundKey: Key): Recommendation | undefined {
  return pool.recommendations.find((recommendation) => recommendation.roundKey === roundKey);
}

/** The decision in force for an application. */
export function awardOf(pool: GrantPool, applicationKey: Key): Award | undefined {
  return pool.awards.find((award) => award.applicationKey === applicationKey);
}

/** The awards and rejections of one round. */
export function awardsOf(pool: GrantPool, roundKey: Key): readonly Award[] {
  return pool.awards.filter((award) => award.roundKey === roundKey);
}
