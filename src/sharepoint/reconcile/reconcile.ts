import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import type { BatchAnswer, BatchPart } from "../client/batch.ts";
import { itemIdSegment } from "../client/encoding.ts";
import type { GraphClient } from "../client/graph-client.ts";
import type { GraphFailure } from "../client/graph-error.ts";
import { type Editor, itemAfterUpdate, itemsPath } from "../client/items.ts";
import { type GraphItem, type ListRef, parseItem } from "../client/list-item.ts";
import type { CallOptions } from "../client/send.ts";
import { KEY_COLUMN, type ListDefinition, STAMP_COLUMN } from "../lists/define-list.ts";
import type { ListStoreWatcher } from "../lists/list-store.ts";
import { actualStamp, type ForeignRow, planRows, type RowUpdate, type WantedFields } from "./plan-rows.ts";

/** Asks SharePoint who wrote the newest version: 1 unit. */
export type AskEditor = () => Promise<Result<Editor, StoreFailure>>;

/** A row somebody else changed. */
export interface ForeignEdit {
  readonly key: Key;
  readonly item: GraphItem;
  /** Internal names of the columns that were changed. */
  readonly columns: readonly string[];
  readonly editor: AskEditor;
}

/**
 * Whether an edit was taken into the record; `later` leaves the row as it is until the next run, because nobody could
 * write down yet that it is put back.
 */
export type ForeignAnswer = "accept" | "put-back" | "later";

export interface ReconcileParts<T> {
  readonly client: GraphClient;
  readonly ref: ListRef;
  readonly list: ListDefinition<T>;
  readonly wanted: ReadonlyMap<Key, T>;
  /** All items of the list, readable or not. */
  readonly actual: readonly GraphItem[];
  readonly watcher?: ListStoreWatcher;
  /** Default: every edit is put back. */
  readonly onForeignEdit?: (edit: ForeignEdit) => Promise<ForeignAnswer>;
  /** Told of each row somebody else has added, on every run. */
  readonly onOwnRow?: (item: GraphItem, editor: AskEditor) => Promise<void>;
  readonly options?: CallOptions;
}

export interface ReconcileReport {
  readonly created: number;
  readonly updated: number;
  readonly deleted: number;
  /** Of the updates: rows that were put back. */
  readonly putBack: number;
  /** Rows somebody else added: left alone. */
  readonly ownRows: number;
  /** Rows somebody was faster with, or whose edit waits for its answer; the next run looks again. */
  readonly left: number;
  /** Edited rows that were not looked at, because many others were; they wait for a later run. */
  readonly waiting: number;
  readonly unfit: readonly { readonly key: Key; readonly column: string }[];
}

/**
 * Editors that are asked for in one run: with asking, writing down and putting back no more than the projections' lane
 * has in two minutes. A paste over thousands of rows is answered a share at a time.
 */
export const MOST_EDITORS = 200;

interface Write {
  readonly kind: "create" | "update" | "delete";
  readonly part: BatchPart;
  readonly row: WantedFields | undefined;
  readonly item: GraphItem | undefined;
}

type WriteEnd = "done" | "left" | GraphFailure;

/**
 * Makes a list equal to the wanted rows: the only code that writes projections (law 4). Any order, any number of runs,
 * any crash point; what one run leaves, the next one finds. On a failure what was done stays done.
 */
export async function reconcile<T>(parts: ReconcileParts<T>): Promise<Result<ReconcileReport, StoreFailure>> {
  const options: CallOptions = { lane: "projections", ...parts.options };
  const plan = planRows(parts.list, parts.wanted, parts.actual);
  const editors = askEditors(parts, options);
  const answered = await answerEdits(parts, plan.foreign, editors);
  for (const item of plan.ownRows) {
    if (editors.isUsedUp()) break;
    await parts.onOwnRow?.(item, editors.of(item));
  }
  const path = itemsPath(parts.ref);
  const writes: readonly Write[] = [
    ...plan.deletes.map((item) => deleteWrite(path, item)),
    ...[...plan.updates, ...answered.updates].map((row) => updateWrite(path, row)),
    ...plan.creates.map((row) => createWrite(path, row)),
  ];
  const ends = await carryOut(parts, writes, options);
  const failure = ends.find((end) => typeof end === "object");
  if (failure) return refuse(failure);
  const done = (kind: Write["kind"]) =>
    writes.filter((write, index) => write.kind === kind && ends[index] === "done").length;
  return ok({
    created: done("create"),
    updated: done("update"),
    deleted: done("delete"),
    putBack: answered.putBack,
    ownRows: plan.ownRows.length,
    left: answered.later + ends.filter((end) => end === "left").length,
    waiting: answered.waiting,
    unfit: plan.unfit,
  });
}

interface AnsweredEdits {
  readonly updates: readonly RowUpdate[];
  readonly putBack: number;
  readonly later: number;
  readonly waiting: number;
}

/** Asks about each foreign edit; an accepted one keeps its values and gets a stamp that says so. */
async function answerEdits<T>(
  { list, onForeignEdit }: ReconcileParts<T>,
  foreign: readonly ForeignRow[],
  editors: Editors,
): Promise<AnsweredEdits> {
  const updates: RowUpdate[] = [];
  let [putBack, later, waiting] = [0, 0, 0];
  for (const row of foreign) {
    if (editors.isUsedUp()) {
      waiting += 1;
      continue;
    }
    const { key, item, columns } = row;
    const answer = (await onForeignEdit?.({ key, item, columns, editor: editors.of(item) })) ?? "put-back";
    if (answer === "later") later += 1;
    else if (answer === "put-back") putBack += 1;
    const kept = { ...row, fields: { [STAMP_COLUMN]: actualStamp(list, item) } };
    if (answer !== "later") updates.push(answer === "accept" ? kept : row);
  }
  return { updates, putBack, later, waiting };
}

interface Editors {
  readonly of: (item: GraphItem) => AskEditor;
  readonly isUsedUp: () => boolean;
}

/** Edits that were answered before ask nobody, and count for nothing. */
function askEditors<T>({ client, ref }: ReconcileParts<T>, options: CallOptions): Editors {
  let asked = 0;
  return {
    of: (item) => () => {
      asked += 1;
      return client.editorOf(ref, item.id, options);
    },
    isUsedUp: () => asked >= MOST_EDITORS,
  };
}

function createWrite(path: string, row: WantedFields): Write {
  const fields = Object.fromEntries(Object.entries(row.fields).filter(([, value]) => value !== null));
  return { kind: "create", part: { method: "POST", path, units: 2, body: { fields } }, row, item: undefined };
}

function updateWrite(path: string, row: RowUpdate): Write {
  const part: BatchPart = {
    method: "PATCH",
    path: `${path}/${itemIdSegment(row.item.id)}/fields`,
    units: 2,
    headers: { "If-Match": row.item.etag },
    body: row.fields,
  };
  return { kind: "update", part, row, item: row.item };
}

function deleteWrite(path: string, item: GraphItem): Write {
  const part: BatchPart = {
    method: "DELETE",
    path: `${path}/${itemIdSegment(item.id)}`,
    units: 2,
    headers: { "If-Match": item.etag },
  };
  return { kind: "delete", part, row: undefined, item };
}

async function carryOut<T>(
  parts: ReconcileParts<T>,
  writes: readonly Write[],
  options: CallOptions,
): Promise<readonly WriteEnd[]> {
  const answers = await parts.client.batch(
    writes.map(({ part }) => part),
    options,
  );
  const ends: WriteEnd[] = [];
  for (const [index, write] of writes.entries()) {
    const answer = answers[index];
    if (answer) ends.push(await takeAnswer(parts, write, answer, options));
  }
  return ends;
}

async function takeAnswer<T>(
  parts: ReconcileParts<T>,
  write: Write,
  answer: Result<BatchAnswer, GraphFailure>,
  options: CallOptions,
): Promise<WriteEnd> {
  const { watcher } = parts;
  if (!answer.ok) return takeFailure(parts, write, answer.refusal, options);
  if (write.kind === "delete") {
    if (write.item) watcher?.removed(write.item.id);
    return "done";
  }
  const sent = write.row?.fields ?? {};
  const item =
    write.kind === "create" || write.item === undefined
      ? parseItem(answer.value.body)
      : itemAfterUpdate(write.item.id, answer.value.body, { ...write.item.fields, ...sent });
  if (item) watcher?.taken(item);
  return "done";
}

async function takeFailure<T>(
  parts: ReconcileParts<T>,
  write: Write,
  failure: GraphFailure,
  options: CallOptions,
): Promise<WriteEnd> {
  if (write.kind === "create" && write.row && (failure.ambiguous || failure.kind === "duplicate-key")) {
    return createAfterDoubt(parts, write.row, options);
  }
  if (failure.kind === "not-found" && write.item) {
    parts.watcher?.removed(write.item.id);
    return write.kind === "delete" ? "done" : "left";
  }
  return failure.kind === "conflict" ? "left" : failure;
}

/**
 * Looks the key up first; only where it is absent the row is made again (law 7). A row somebody else made is read whole:
 * known in our columns alone it would look edited.
 */
async function createAfterDoubt<T>(
  parts: ReconcileParts<T>,
  row: WantedFields,
  options: CallOptions,
): Promise<WriteEnd> {
  const { client, ref, list, watcher } = parts;
  const present = await client.itemByKey(ref, KEY_COLUMN, row.key, list.readColumns, options);
  if (!present.ok) return present.refusal;
  const taken = (item: GraphItem): WriteEnd => {
    watcher?.taken(item);
    return actualStamp(list, item) === row.fields[STAMP_COLUMN] ? "done" : "left";
  };
  if (present.value) return taken(present.value);
  const { [KEY_COLUMN]: _, ...rest } = row.fields;
  const fields = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  const made = await client.createItem(ref, { keyColumn: KEY_COLUMN, key: row.key, fields }, options);
  if (!made.ok) return made.refusal;
  if (made.value.created) return taken(made.value.item);
  const theirs = await client.itemById(ref, made.value.item.id, list.readColumns, options);
  return theirs.ok ? taken(theirs.value) : theirs.refusal;
}
