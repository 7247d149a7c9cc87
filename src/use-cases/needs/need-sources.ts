import type { Need } from "#domain/needs/need.ts";
import { type NeedProgress, type NeedSources, needProgress } from "#domain/projections/need-progress.ts";
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

/** Where a need stands now. */
export function needProgressNow(deps: Pick<Deps, "records" | "clock">, need: Need): NeedProgress {
  return needProgress(need, needSources(deps), deps.clock.now());
}
