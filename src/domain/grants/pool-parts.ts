import type { Key } from "#domain/shared/keys.ts";
import type { Award, FundingRound, GrantPool, Recommendation } from "./grant-pool.ts";

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
