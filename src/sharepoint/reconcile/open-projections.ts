import type { ProjectionName } from "#domain/projections/projection-row.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok } from "#domain/shared/result.ts";
import type { Projections } from "#use-cases/ports/projections.ts";
import type { GraphClient } from "../client/graph-client.ts";
import type { ListDirectory } from "../lists/list-directory.ts";
import type { RowValues } from "../lists/projection-list.ts";
import type { ListReplica } from "../replica/list-replica.ts";
import { type ReconcileReport, reconcile } from "./reconcile.ts";

export interface OpenProjectionsParts {
  readonly client: GraphClient;
  readonly directory: ListDirectory;
  readonly replicas: Readonly<Record<ProjectionName, ListReplica<RowValues>>>;
  /** Told of every run, e.g. for rows that do not fit and the health page. */
  readonly reported: (name: ProjectionName, report: ReconcileReport) => void;
}

/** Runs that leave rows behind because somebody was faster are repeated at once, but not for ever. */
const MAX_RUNS = 3;

/** The projections port over the open site: one delta, then the least writes. */
export function createOpenProjections(parts: OpenProjectionsParts): Projections {
  const webUrls = new Map<ProjectionName, string>();
  return {
    rowUrl: (name, key) => {
      const item = parts.replicas[name].rows.byKey(key)?.item;
      const webUrl = webUrls.get(name);
      return item === undefined || webUrl === undefined ? undefined : `${webUrl}/DispForm.aspx?ID=${item.id}`;
    },
    reconcile: async (name, rows) => {
      const replica = parts.replicas[name];
      const ref = await parts.directory.locate(replica.list);
      if (!ref.ok) return ref;
      webUrls.set(name, ref.value.webUrl);
      const wanted = new Map<Key, RowValues>(rows.map(({ key, values }) => [key, values]));
      const sum = { created: 0, updated: 0, deleted: 0 };
      for (let run = 1; run <= MAX_RUNS; run += 1) {
        const fresh = await replica.refresh({ lane: "projections" });
        if (!fresh.ok) return fresh;
        const done = await reconcile({
          client: parts.client,
          ref: ref.value,
          list: replica.list,
          wanted,
          actual: replica.rows.items(),
          watcher: replica,
        });
        if (!done.ok) return done;
        parts.reported(name, done.value);
        sum.created += done.value.created;
        sum.updated += done.value.updated;
        sum.deleted += done.value.deleted;
        if (done.value.left === 0) break;
      }
      return ok(sum);
    },
  };
}
