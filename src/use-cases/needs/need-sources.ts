import type { NeedSources } from "#domain/projections/need-progress.ts";
import type { NeedRecords } from "#domain/projections/need-rows.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import type { Deps } from "../ports/deps.ts";

/** The records that needs have become, from the replica. 0 Graph requests. */
export function needSources({ records }: Pick<Deps, "records">): NeedSources {
  const attempts = groupBy(
    records.applications.all().map(({ value }) => value),
    ({ draftKey }) => draftKey,
  );
  return {
    draft: (key) => records.drafts.byKey(key)?.value,
    attempts: (draftKey) => attempts.get(draftKey) ?? [],
    pool: (key) => records.pools.byKey(key)?.value,
    actionItem: (key) => records.actionItems.byKey(key)?.value,
  };
}

/** All needs and what they have become, from the replica. 0 Graph requests. */
export function needRecordsNow(deps: Pick<Deps, "records">): NeedRecords {
  return { needs: deps.records.needs.all().map(({ value }) => value), needSources: needSources(deps) };
}
