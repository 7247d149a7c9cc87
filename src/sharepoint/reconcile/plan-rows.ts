import { isKey, type Key } from "#domain/shared/keys.ts";
import type { GraphItem } from "../client/list-item.ts";
import { type GraphFields, KEY_COLUMN, type ListDefinition, STAMP_COLUMN, stampOf } from "../lists/define-list.ts";

/** A wanted row as it will be written, key and stamp included. */
export interface WantedFields {
  readonly key: Key;
  readonly fields: GraphFields;
}

export interface RowUpdate extends WantedFields {
  readonly item: GraphItem;
}

/** The least that makes the list equal to the wanted rows. */
export interface RowPlan {
  readonly creates: readonly WantedFields[];
  /** Rows as we wrote them last, but wanted otherwise now. */
  readonly updates: readonly RowUpdate[];
  /** Rows somebody else changed since we wrote them. */
  readonly foreign: readonly RowUpdate[];
  readonly deletes: readonly GraphItem[];
  /** Wanted rows that do not fit their columns. */
  readonly unfit: readonly { readonly key: Key; readonly column: string }[];
}

/**
 * Compares wanted and actual rows by key; pure. The stamp column holds the hash of what we wrote last: where the row
 * no longer hashes to its stamp, somebody else changed it; where it does, we may change it without asking.
 */
export function planRows<T>(
  list: ListDefinition<T>,
  wanted: ReadonlyMap<Key, T>,
  actual: readonly GraphItem[],
): RowPlan {
  const plan = { creates: [], updates: [], foreign: [], deletes: [], unfit: [] } as {
    [K in keyof RowPlan]: RowPlan[K][number][];
  };
  const rest = new Map(wanted);
  // The oldest row of a key stays; unique keys make a second one impossible unless the column was tampered with.
  for (const item of actual.toSorted((a, b) => Number(a.id) - Number(b.id))) {
    const key = item.fields[KEY_COLUMN];
    const value = isKey(key) ? rest.get(key) : undefined;
    if (!isKey(key) || value === undefined) {
      plan.deletes.push(item);
      continue;
    }
    rest.delete(key);
    const row = wantedFields(list, key, value);
    if ("column" in row) plan.unfit.push(row);
    else if (isForeign(list, item, row)) plan.foreign.push({ ...row, item });
    else if (item.fields[STAMP_COLUMN] !== row.fields[STAMP_COLUMN]) plan.updates.push({ ...row, item });
  }
  for (const [key, value] of rest) {
    const row = wantedFields(list, key, value);
    if ("column" in row) plan.unfit.push(row);
    else plan.creates.push(row);
  }
  return plan;
}

/** The hash of a row as it is now. */
export function actualStamp<T>(list: ListDefinition<T>, item: GraphItem): string {
  return stampOf(list.canonical(item.fields));
}

/** A row is foreign when it is neither what its stamp says nor what is wanted anyway. */
function isForeign<T>(list: ListDefinition<T>, item: GraphItem, row: WantedFields): boolean {
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
  const stamp = stampOf(list.canonical(encoded.value));
  return { key, fields: { ...encoded.value, [KEY_COLUMN]: key, [STAMP_COLUMN]: stamp } };
}
