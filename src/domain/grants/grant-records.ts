import type { Organisation } from "#domain/organisation/organisation.ts";
import type { GrantApplication } from "./application.ts";
import type { Draft } from "./draft.ts";
import type { GrantPool } from "./grant-pool.ts";
import type { Review } from "./review.ts";
import type { RoundState } from "./review-progress.ts";

/** The records of pools as projections, notices and tasks read them. */
export interface GrantRecords {
  readonly organisation: Organisation;
  readonly pools: readonly GrantPool[];
  readonly applications: readonly GrantApplication[];
  readonly reviews: readonly Review[];
}

/** The same with forms being written, which only their owners' own tasks look at. */
export interface GrantRecordsWithDrafts extends GrantRecords {
  readonly drafts: readonly Draft[];
}

/** Every round of every pool with the applications and reviews that belong to it. */
export function roundStates(records: GrantRecords): readonly RoundState[] {
  return records.pools.flatMap((pool) =>
    pool.rounds.map((round) => ({
      pool,
      round,
      applications: records.applications.filter((application) => application.roundKey === round.key),
      reviews: records.reviews.filter((review) => review.roundKey === round.key),
      organisation: records.organisation,
    })),
  );
}
