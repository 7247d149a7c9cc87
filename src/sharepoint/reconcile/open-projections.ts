import type { ProjectionName } from "#domain/projections/projection-row.ts";
import { isKey, type Key } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import type { AnswerEdit, Projections } from "#use-cases/ports/projections.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import type { GraphClient } from "../client/graph-client.ts";
import type { GraphItem } from "../client/list-item.ts";
import { KEY_COLUMN, type ListDefinition } from "../lists/define-list.ts";
import type { ListDirectory } from "../lists/list-directory.ts";
import type { RowValues } from "../lists/projection-list.ts";
import type { ListReplica } from "../replica/list-replica.ts";
import { changedRow, deletedRows, missing, ownRow } from "./outside-edits.ts";
import { type AskEditor, type ForeignAnswer, type ForeignEdit, type ReconcileReport, reconcile } from "./reconcile.ts";

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
  const listIds = new Map<ProjectionName, string>();
  return {
    rowUrl: (name, key) => {
      const item = parts.replicas[name].rows.byKey(key)?.item;
      const webUrl = webUrls.get(name);
      return item === undefined || webUrl === undefined ? undefined : `${webUrl}/DispForm.aspx?ID=${item.id}`;
    },
    reconcile: async (name, rows, answer = putBack) => {
      const replica = parts.replicas[name];
      const ref = await parts.directory.locate(replica.list);
      if (!ref.ok) return ref;
      webUrls.set(name, ref.value.webUrl);
      const wanted = new Map<Key, RowValues>(rows.map(({ key, values }) => [key, values]));
      const sum = { created: 0, updated: 0, deleted: 0 };
      for (let run = 1; run <= MAX_RUNS; run += 1) {
        const before = replica.rows.items();
        const fresh = await replica.refresh({ lane: "projections" });
        if (!fresh.ok) return fresh;
        const open: OpenList = { name, list: replica.list, wanted, answer };
        // Rows of a list that was made anew are not deleted ones.
        if (listIds.get(name) === ref.value.listId) await tellDeleted(open, before, replica.rows.items());
        listIds.set(name, ref.value.listId);
        const done = await reconcile({
          client: parts.client,
          ref: ref.value,
          list: replica.list,
          wanted,
          actual: replica.rows.items(),
          watcher: replica,
          onForeignEdit: (edit) => answerChange(open, edit),
          onOwnRow: async (item, editor) => void (await answer(ownRow(open, item), objectIdOf(editor))),
        });
        if (!done.ok) return done;
        parts.reported(name, { ...done.value, left: done.value.left + done.value.waiting });
        sum.created += done.value.created;
        sum.updated += done.value.updated;
        sum.deleted += done.value.deleted;
        if (done.value.left === 0) break;
      }
      return ok(sum);
    },
  };
}

interface OpenList {
  readonly name: ProjectionName;
  readonly list: ListDefinition<RowValues>;
  readonly wanted: ReadonlyMap<Key, RowValues>;
  readonly answer: AnswerEdit;
}

const putBack: AnswerEdit = async () => ok("put-back");

async function answerChange(open: OpenList, { key, item, columns, editor }: ForeignEdit): Promise<ForeignAnswer> {
  const edit = changedRow(open, item, columns, open.wanted.get(key));
  const answered = await open.answer(edit, objectIdOf(editor));
  if (!answered.ok) return "later";
  return answered.value === "accepted" ? "accept" : "put-back";
}

/** What cannot be written down now is not counted: the rows come back all the same. */
async function tellDeleted(open: OpenList, before: readonly GraphItem[], after: readonly GraphItem[]): Promise<void> {
  const gone = missing(before, after, ({ fields }) => {
    const key = fields[KEY_COLUMN];
    return isKey(key) && open.wanted.has(key);
  });
  const edit = deletedRows(open, gone);
  if (edit !== undefined) await open.answer(edit, async () => ok(undefined));
}

function objectIdOf(editor: AskEditor): () => Promise<Result<string | undefined, StoreFailure>> {
  return async () => {
    const asked = await editor();
    return asked.ok ? ok(asked.value.objectId) : asked;
  };
}
