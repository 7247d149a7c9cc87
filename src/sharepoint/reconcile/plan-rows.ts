import { isKey, type Key } from "#domain/shared/keys.ts";
import type { GraphItem } from "../client/list-item.ts";
import { type GraphFields, KEY_COLUMN, type ListDefinition, STAMP_COLUMN } from "../lists/define-list.ts";
import { canonicalValues, changedSinceStamp, isToWriteAgain, rowStamp } from "./row-stamp.ts";

/** A wanted row as it will be written, key and stamp included. */
export interface WantedFields {
  readonly key: Key;
  readonly fields: GraphFields;
}

export interface RowUpdate extends WantedFields {
  readonly item: GraphItem;
}

/** A row to be put back. */
export interface ForeignRow extends RowUpdate {
  /** Internal names of the columns somebody changed; where the stamp does not tell, those otherwise than wanted. */
  readonly columns: readonly string[];
}

/** The least that makes the list equal to the wanted rows. */
export interface RowPlan {
  readonly creates: readonly WantedFields[];
  /** Rows as we wrote them last but wanted otherwise now, and rows that are to be written again whatever they hold. */
  readonly updates: readonly RowUpdate[];
  /** Rows somebody else changed since we wrote them. */
  readonly foreign: readonly ForeignRow[];
  /** Rows of ours that nobody wants any more. */
  readonly deletes: readonly GraphItem[];
  /** Rows somebody else added: neither key nor stamp of ours. They are left alone (decision 0013). */
  readonly ownRows: readonly GraphItem[];
  /** Wanted rows that do not fit their columns. */
  readonly unfit: readonly { readonly key: Key; readonly column: string }[];
}

type OpenPlan = { [K in keyof RowPlan]: RowPlan[K][number][] };

/**
 * Compares wanted and actual rows by key; pure. The stamp column tells what we wrote last: where the row no longer is
 * what its stamp says, somebody else changed it; where it is, we may change it without asking.
 */
export function planRows<T>(
  list: ListDefinition<T>,
  wanted: ReadonlyMap<Key, T>,
  actual: readonly GraphItem[],
): RowPlan {
  const plan: OpenPlan = { creates: [], updates: [], foreign: [], deletes: [], ownRows: [], unfit: [] };
  const rest = new Map(wanted);
  const withoutPlace: GraphItem[] = [];
  // The oldest row of a key stays; unique keys make a second one impossible unless the column was tampered with.
  for (const item of actual.toSorted((a, b) => Number(a.id) - Number(b.id))) {
    const key = item.fields[KEY_COLUMN];
    const value = isKey(key) ? rest.get(key) : undefined;
    if (!isKey(key) || value === undefined) {
      if (isOurs(item)) withoutPlace.push(item);
      else plan.ownRows.push(item);
      continue;
    }
    rest.delete(key);
    const row = wantedFields(list, key, value);
    if ("column" in row) plan.unfit.push(row);
    else if (isForeign(list, item, row)) plan.foreign.push({ ...row, item, columns: changed(list, item, row) });
    else if (item.fields[STAMP_COLUMN] !== row.fields[STAMP_COLUMN]) plan.updates.push({ ...row, item });
  }
  placeAgain(list, withoutPlace, rest, plan);
  for (const [key, value] of rest) {
    const row = wantedFields(list, key, value);
    if ("column" in row) plan.unfit.push(row);
    else plan.creates.push(row);
  }
  return plan;
}

/** The stamp of a row as it is now. */
export function actualStamp<T>(list: ListDefinition<T>, item: GraphItem): string {
  return rowStamp(list, item.fields);
}

/**
 * Rows of ours whose key is nobody's: one whose key was changed is known by its stamp, so what a manager's own columns
 * hold stays with it; the rest goes.
 */
function placeAgain<T>(
  list: ListDefinition<T>,
  withoutPlace: readonly GraphItem[],
  rest: Map<Key, T>,
  plan: Pick<OpenPlan, "foreign" | "deletes">,
): void {
  const byStamp = withoutPlace.length === 0 ? new Map<unknown, WantedFields>() : rowsByStamp(list, rest);
  for (const item of withoutPlace) {
    const row = byStamp.get(item.fields[STAMP_COLUMN]);
    if (row === undefined || !rest.delete(row.key)) plan.deletes.push(item);
    else plan.foreign.push({ ...row, item, columns: [KEY_COLUMN, ...changed(list, item, row)] });
  }
}

/** A row we wrote has a key of ours and a stamp; whoever takes away one of them leaves the other. */
export function isOurs({ fields }: Pick<GraphItem, "fields">): boolean {
  const stamp = fields[STAMP_COLUMN];
  return isKey(fields[KEY_COLUMN]) || (typeof stamp === "string" && stamp !== "");
}

function rowsByStamp<T>(list: ListDefinition<T>, rows: ReadonlyMap<Key, T>): ReadonlyMap<unknown, WantedFields> {
  const byStamp = new Map<unknown, WantedFields>();
  for (const [key, value] of rows) {
    const row = wantedFields(list, key, value);
    if (!("column" in row)) byStamp.set(row.fields[STAMP_COLUMN], row);
  }
  return byStamp;
}

function changed<T>(list: ListDefinition<T>, item: GraphItem, row: WantedFields): readonly string[] {
  const known = changedSinceStamp(list, item.fields);
  if (known.length > 0) return known;
  const [now, then] = [item.fields, row.fields].map((fields) => canonicalValues(list.canonical(fields)));
  return list.readColumns.filter((_, index) => JSON.stringify(now?.[index]) !== JSON.stringify(then?.[index]));
}

/** A row is foreign when it is neither what its stamp says nor what is wanted anyway. */
function isForeign<T>(list: ListDefinition<T>, item: GraphItem, row: WantedFields): boolean {
  if (isToWriteAgain(list, item.fields)) return false;
  const now = actualStamp(list, item);
  return now !== item.fields[STAMP_COLUMN] && now !== row.fields[STAMP_COLUMN];
}

function wantedFields<T>(
  list: ListDefinition<T>,
  key: Key,
  value: T,
): WantedFields | { readonly key: Key; readonly column: string } {
  const encoded = list.encode(value);
  if (!encoded.ok) return { key, column: encoded.refusal.column };
  return { key, fields: { ...encoded.value, [KEY_COLUMN]: key, [STAMP_COLUMN]: rowStamp(list, encoded.value) } };
}
