import type { ProjectionName, ProjectionRow } from "#domain/projections/projection-row.ts";
import { isKey, type Key } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import type { AnswerEdit, Projections, WantedAnew } from "#use-cases/ports/projections.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import type { GraphClient } from "../client/graph-client.ts";
import type { GraphItem, ListRef } from "../client/list-item.ts";
import { KEY_COLUMN, type ListDefinition } from "../lists/define-list.ts";
import type { ListDirectory } from "../lists/list-directory.ts";
import type { RowValues } from "../lists/projection-list.ts";
import type { ListReplica } from "../replica/list-replica.ts";
import { changedRow, deletedRows, missing, ownRow } from "./outside-edits.ts";
import { planRows } from "./plan-rows.ts";
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

/** What is remembered of a list between the runs. */
interface ListMemory {
  webUrl: string;
  listId: string;
  /** Rows found missing by a run that could not ask whether they are still wanted. */
  untold: readonly GraphItem[];
}

/** The projections port over the open site: one delta, then the least writes. */
export function createOpenProjections(parts: OpenProjectionsParts): Projections {
  const memories = new Map<ProjectionName, ListMemory>();
  return {
    rowUrl: (name, key) => {
      const item = parts.replicas[name].rows.byKey(key)?.item;
      const webUrl = memories.get(name)?.webUrl;
      return item === undefined || webUrl === undefined ? undefined : `${webUrl}/DispForm.aspx?ID=${item.id}`;
    },
    listUrl: (name) => memories.get(name)?.webUrl,
    reconcile: async (name, rows, answer = putBack, anew = async () => ok(rows)) => {
      const replica = parts.replicas[name];
      const ref = await parts.directory.locate(replica.list);
      if (!ref.ok) return ref;
      const { listId, webUrl } = ref.value;
      const known = memories.get(name);
      const memory: ListMemory = { webUrl, listId, untold: known?.listId === listId ? known.untold : [] };
      memories.set(name, memory);
      const open: OpenList = { name, list: replica.list, wanted: wantedRows(rows), answer };
      const sum = { created: 0, updated: 0, deleted: 0 };
      // Rows of a list that was made anew are not deleted ones.
      let before = known?.listId === listId ? replica.rows.items() : [];
      for (let run = 1; run <= MAX_RUNS; run += 1) {
        const looked = await look({ open, replica, memory, before, anew });
        if (!looked.ok) return looked;
        const done = await write(parts, looked.value, ref.value);
        if (!done.ok) return done;
        parts.reported(name, { ...done.value, left: done.value.left + done.value.waiting });
        sum.created += done.value.created;
        sum.updated += done.value.updated;
        sum.deleted += done.value.deleted;
        if (done.value.left === 0) break;
        before = replica.rows.items();
      }
      return ok(sum);
    },
  };
}

interface Look {
  readonly open: OpenList;
  readonly replica: ListReplica<RowValues>;
  readonly memory: ListMemory;
  readonly before: readonly GraphItem[];
  readonly anew: WantedAnew;
}

/** One delta; answers what is wanted now, and tells of rows that are gone although they are. */
async function look({ open, replica, memory, before, anew }: Look): Promise<Result<OpenList, StoreFailure>> {
  const fresh = await replica.refresh({ lane: "projections" });
  if (!fresh.ok) return fresh;
  const actual = replica.rows.items();
  memory.untold = [...memory.untold, ...missing(before, actual, (item) => isWanted(open, item))];
  if (memory.untold.length === 0 && !isNewsToUs(open, before, actual)) return ok(open);
  const now = await anew();
  if (!now.ok) return now;
  const newest: OpenList = { ...open, wanted: wantedRows(now.value) };
  await tellDeleted(newest, memory.untold);
  memory.untold = [];
  return ok(newest);
}

function write({ client, replicas }: OpenProjectionsParts, open: OpenList, ref: ListRef) {
  const replica = replicas[open.name];
  return reconcile({
    client,
    ref,
    list: open.list,
    wanted: open.wanted,
    actual: replica.rows.items(),
    watcher: replica,
    onForeignEdit: (edit) => answerChange(open, edit),
    onOwnRow: async (item, editor) => void (await open.answer(ownRow(open, item), objectIdOf(editor))),
  });
}

function wantedRows(rows: readonly ProjectionRow[]): ReadonlyMap<Key, RowValues> {
  return new Map(rows.map(({ key, values }) => [key, values]));
}

/**
 * Whether a look brought rows of ours that are not wanted so: another service wrote them, and may know newer records.
 * At the first look of a list every row is news.
 */
function isNewsToUs(open: OpenList, before: readonly GraphItem[], after: readonly GraphItem[]): boolean {
  const etags = new Map(before.map(({ id, etag }) => [id, etag]));
  const news = after.filter(({ id, etag }) => etags.get(id) !== etag);
  if (news.length === 0) return false;
  const keys = new Set(news.map(({ fields }) => fields[KEY_COLUMN]));
  const wanted = new Map([...open.wanted].filter(([key]) => keys.has(key)));
  const { updates, deletes } = planRows(open.list, wanted, news);
  return updates.length + deletes.length > 0;
}

function isWanted({ wanted }: OpenList, { fields }: GraphItem): boolean {
  const key = fields[KEY_COLUMN];
  return isKey(key) && wanted.has(key);
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
async function tellDeleted(open: OpenList, gone: readonly GraphItem[]): Promise<void> {
  const edit = deletedRows(
    open,
    gone.filter((item) => isWanted(open, item)),
  );
  if (edit !== undefined) await open.answer(edit, async () => ok(undefined));
}

function objectIdOf(editor: AskEditor): () => Promise<Result<string | undefined, StoreFailure>> {
  return async () => {
    const asked = await editor();
    return asked.ok ? ok(asked.value.objectId) : asked;
  };
}
