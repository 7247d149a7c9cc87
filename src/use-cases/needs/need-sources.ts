import type { GrantApplication } from "#domain/grants/application.ts";
import type { NeedSources } from "#domain/projections/need-progress.ts";
import type { NeedRecords } from "#domain/projections/need-rows.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Deps } from "../ports/deps.ts";

/** The records that needs have become, from the replica. 0 Graph requests. */
export function needSources({ records }: Pick<Deps, "records">): NeedSources {
  let byDraft: ReadonlyMap<Key, readonly GrantApplication[]> | undefined;
  // Looked through when the first need that became an application asks, and once: there may be thousands.
  const attempts = (draftKey: Key): readonly GrantApplication[] => {
    byDraft ??= groupBy(
      records.applications.all().map(({ value }) => value),
      (application) => application.draftKey,
    );
    return byDraft.get(draftKey) ?? [];
  };
  return {
    draft: (key) => records.drafts.byKey(key)?.value,
    attempts,
    pool: (key) => records.pools.byKey(key)?.value,
    actionItem: (key) => records.actionItems.byKey(key)?.value,
  };
}

/** All needs and what they have become, from the replica. 0 Graph requests. */
export function needRecordsNow(deps: Pick<Deps, "records">): NeedRecords {
  return { needs: deps.records.needs.all().map(({ value }) => value), needSources: needSources(deps) };
}
