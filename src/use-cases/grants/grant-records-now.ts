import type { GrantRecordsWithDrafts } from "#domain/grants/grant-records.ts";
import { organisationNow } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import type { Versioned } from "../ports/versioned.ts";

/** All records of pools as projections, notices and tasks read them, from the replica. 0 Graph requests. */
export function grantRecordsNow({ records }: Pick<Deps, "records">): GrantRecordsWithDrafts {
  return {
    organisation: organisationNow({ records }),
    pools: values(records.pools.all()),
    applications: values(records.applications.all()),
    reviews: values(records.reviews.all()),
    drafts: values(records.drafts.all()),
  };
}

function values<T>(rows: readonly Versioned<T>[]): readonly T[] {
  return rows.map(({ value }) => value);
}
