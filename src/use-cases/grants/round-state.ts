import type { FundingRound, GrantPool } from "#domain/grants/grant-pool.ts";
import type { Review } from "#domain/grants/review.ts";
import type { RoundState } from "#domain/grants/review-progress.ts";
import { organisationNow } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import { applicationsOfPool } from "./pool-views.ts";

/** The records that reviewing and ranking of a round rest on, from the replica. 0 Graph requests. */
export function roundState(deps: Pick<Deps, "records">, pool: GrantPool, round: FundingRound): RoundState {
  const applications = applicationsOfPool(deps, pool.key).filter((each) => each.roundKey === round.key);
  const reviews: Review[] = [];
  for (const { value } of deps.records.reviews.all()) if (value.roundKey === round.key) reviews.push(value);
  return { pool, round, applications, reviews, organisation: organisationNow(deps) };
}
