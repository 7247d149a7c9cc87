import { type ListDefinition, STAMP_COLUMN, type StoredFields, stampOf } from "../lists/define-list.ts";

/** Stands in the stamp column of a row that is to be written again; no stamp is so. */
export const TO_WRITE_AGAIN = "-";

/** hash of the row . hash of the columns' names . four digits for each column. */
const STAMP = /^[0-9a-f]{32}\.([0-9a-f]{4})\.((?:[0-9a-f]{4})*)$/u;
/** As they were before stamps told of columns. */
const FORMER_STAMP = /^[0-9a-f]{32}$/u;

/**
 * What is written into the stamp column beside a row: whether the row is still as we wrote it, with which columns, and
 * which of them are otherwise now.
 */
export function rowStamp<T>(list: ListDefinition<T>, fields: StoredFields): string {
  const canonical = list.canonical(fields);
  return `${stampOf(canonical)}.${columnSet(list)}.${prints(canonical).join("")}`;
}

/**
 * Whether the row waits to be written again whatever it holds: it was marked so, or was written with other columns than
 * the list has now. Nobody has edited it; there is only more to write.
 */
export function isToWriteAgain<T>(list: ListDefinition<T>, fields: StoredFields): boolean {
  const stamp = fields[STAMP_COLUMN];
  if (typeof stamp !== "string") return false;
  if (stamp === TO_WRITE_AGAIN || FORMER_STAMP.test(stamp)) return true;
  const set = STAMP.exec(stamp)?.[1];
  return set !== undefined && set !== columnSet(list);
}

/**
 * Internal names of the columns that were changed since the row got its stamp; empty when the stamp says nothing of
 * them. Four digits a column are enough to name it: that the row was changed is known from the whole hash.
 */
export function changedSinceStamp<T>(list: ListDefinition<T>, fields: StoredFields): readonly string[] {
  const stamp = fields[STAMP_COLUMN];
  const [, set, then = ""] = (typeof stamp === "string" ? STAMP.exec(stamp) : undefined) ?? [];
  if (set !== columnSet(list)) return [];
  const now = prints(list.canonical(fields));
  return list.readColumns.filter((_, at) => now[at] !== undefined && now[at] !== then.slice(4 * at, 4 * at + 4));
}

/** The canonical values in the order of the read columns; key and stamp, which come last, are not among them. */
export function canonicalValues(canonical: string): readonly unknown[] {
  const values: unknown = JSON.parse(canonical);
  return Array.isArray(values) ? values : [];
}

function columnSet({ readColumns }: Pick<ListDefinition<never>, "readColumns">): string {
  return print(readColumns.join());
}

function prints(canonical: string): readonly string[] {
  return canonicalValues(canonical).map((value) => print(JSON.stringify(value)));
}

/** FNV-1a, folded to 16 bits: cheap, as it is worked out for every column of every row. */
function print(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (((hash >>> 16) ^ hash) & 0xffff).toString(16).padStart(4, "0");
}
