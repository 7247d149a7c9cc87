import type { Column } from "../columns/column.ts";
import { type Database, foldCase, type SqlValue } from "../database/open-database.ts";
import { GraphError } from "../http/graph-error.ts";
import { type FieldValue, fieldsOf, type Item } from "./item.ts";

/** A value as it is compared: text without regard to case, yes/no as 1 and 0. */
export function comparable(value: FieldValue): SqlValue {
  if (typeof value === "string") return foldCase(value);
  if (typeof value === "boolean") return Number(value);
  return typeof value === "number" ? value : JSON.stringify(value);
}

/** The key under which a column's value stands in `fields`. */
export function fieldKey(column: Pick<Column, "name" | "kind">): string {
  return column.kind === "person" ? `${column.name}LookupId` : column.name;
}

/** Brings the index rows of an item in line with its fields; a value another item holds in a unique column is refused. */
export function reindexItem(
  db: Database,
  columns: readonly Column[],
  itemKey: number,
  fields: Readonly<Record<string, FieldValue>>,
): void {
  for (const column of columns) {
    if (!column.indexed) continue;
    const value = fields[fieldKey(column)];
    setIndexed(db, column, itemKey, value === undefined ? undefined : comparable(value));
  }
}

/** Fills the index of a column from all items of its list; duplicates under a unique column are refused. */
export function rebuildIndex(db: Database, column: Column): void {
  db.run("DELETE FROM columnValues WHERE columnKey = ?", column.key);
  if (!column.indexed) return;
  const items = db.all<Pick<Item, "key" | "fields">>("SELECT key, fields FROM items WHERE listKey = ?", column.listKey);
  for (const item of items) {
    const value = fieldsOf(item)[fieldKey(column)];
    if (value !== undefined) insertIndexed(db, column, item.key, comparable(value));
  }
}

function setIndexed(db: Database, column: Column, itemKey: number, value: SqlValue | undefined): void {
  const present = db.get<{ value: SqlValue }>(
    "SELECT value FROM columnValues WHERE itemKey = ? AND columnKey = ?",
    itemKey,
    column.key,
  );
  if (present?.value === value) return;
  if (present) db.run("DELETE FROM columnValues WHERE itemKey = ? AND columnKey = ?", itemKey, column.key);
  if (value !== undefined) insertIndexed(db, column, itemKey, value);
}

function insertIndexed(db: Database, column: Column, itemKey: number, value: SqlValue): void {
  try {
    db.run(
      "INSERT INTO columnValues (columnKey, value, itemKey, guarded) VALUES (?, ?, ?, ?)",
      column.key,
      value,
      itemKey,
      Number(column.isUnique),
    );
  } catch (cause) {
    if (!isUniqueViolation(cause)) throw cause;
    throw new GraphError(
      409,
      "nameAlreadyExists",
      "The list item could not be added or updated because duplicate values were found in the following field(s) in " +
        `the list: [${column.name}].`,
    );
  }
}

// SQLITE_CONSTRAINT_UNIQUE, https://www.sqlite.org/rescode.html
const uniqueViolation = 2067;

function isUniqueViolation(cause: unknown): boolean {
  return cause instanceof Error && "errcode" in cause && cause.errcode === uniqueViolation;
}
