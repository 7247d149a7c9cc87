import type { FundingRound, GrantPool } from "#domain/grants/grant-pool.ts";
import { type ReviewProgress, type RoundState, reviewProgress } from "#domain/grants/review-progress.ts";
import { roundState } from "../grants/round-state.ts";
import type { Deps } from "../ports/deps.ts";

/** A round's records, as rights are worked out from them. */
export interface RoundSight {
  readonly state: RoundState;
  readonly progress: ReviewProgress;
}

/** Reads a round's records from the replica when they are asked for, and no round twice in one request. */
export type RoundsOnce = (pool: GrantPool, round: FundingRound) => RoundSight;

/** The rounds of one request. */
export function roundsOnce(deps: Pick<Deps, "records">): RoundsOnce {
  const read = new Map<FundingRound, RoundSight>();
  return (pool, round) => {
    const before = read.get(round);
    if (before !== undefined) return before;
    const state = roundState(deps, pool, round);
    const sight = { state, progress: reviewProgress(state) };
    read.set(round, sight);
    return sight;
  };
}

/** "2. runde 2026": a round's name with its pool's year, where the name does not say it. */
export function roundName(pool: GrantPool, { name }: FundingRound): string {
  const year = String(pool.allocation.year);
  return name.includes(year) ? name : `${name} ${year}`;
}
