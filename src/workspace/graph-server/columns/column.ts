import type { Database } from "../database/open-database.ts";
import type { JsonObject } from "../http/json.ts";

/** How values of a column are written, kept and compared. */
export type ColumnKind =
  | "text"
  | "note"
  | "choice"
  | "multi-choice"
  | "number"
  | "boolean"
  | "date-time"
  | "date-only"
  | "hyperlink"
  | "person"
  | "computed";

export interface Column {
  readonly key: number;
  readonly listKey: number;
  readonly id: string;
  /** Internal name: fixed at creation, the key in `fields`. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly columnGroup: string;
  readonly kind: ColumnKind;
  /** `{}` for kinds without a facet in Graph, else `{text: {…}}` and the like. */
  readonly facet: JsonObject;
  readonly indexed: boolean;
  readonly isUnique: boolean;
  readonly required: boolean;
  readonly hidden: boolean;
  readonly readOnly: boolean;
  readonly builtIn: boolean;
  readonly position: number;
  readonly customFormatter: string | undefined;
}

export type NewColumn = Omit<Column, "key" | "listKey" | "id" | "position" | "customFormatter">;

interface ColumnRow {
  key: number;
  listKey: number;
  id: string;
  name: string;
  displayName: string;
  description: string;
  columnGroup: string;
  kind: ColumnKind;
  facet: string;
  indexed: number;
  isUnique: number;
  required: number;
  hidden: number;
  readOnly: number;
  builtIn: number;
  position: number;
  customFormatter: string | null;
}

interface KnownColumns {
  readonly byList: Map<number, readonly Column[]>;
  /** Lists whose columns an open transaction has changed; one that was rolled back leaves them here, uncached. */
  readonly changing: Set<number>;
}

/** Nearly every call needs the columns of its list, and they hardly ever change. */
const known = new WeakMap<Database, KnownColumns>();

function knownOf(db: Database): KnownColumns {
  const kept = known.get(db) ?? { byList: new Map(), changing: new Set() };
  known.set(db, kept);
  return kept;
}

/** The columns of a list in their order, hidden ones included. */
export function columnsOf(db: Database, listKey: number): readonly Column[] {
  const { byList, changing } = knownOf(db);
  const kept = byList.get(listKey);
  if (kept !== undefined) return kept;
  const rows = db.all<ColumnRow>("SELECT * FROM columns WHERE listKey = ? ORDER BY position, key", listKey);
  const columns = rows.map(toColumn);
  if (!changing.has(listKey)) byList.set(listKey, columns);
  return columns;
}

/** To be called with every write that changes the columns of a list, before the next reading. */
function columnsChange(db: Database, listKey: number): void {
  const { byList, changing } = knownOf(db);
  byList.delete(listKey);
  changing.add(listKey);
  db.afterCommit(() => {
    byList.delete(listKey);
    changing.delete(listKey);
  });
}

/** Removes a column and, by the data file's own rule, its indexed values. */
export function removeColumn(db: Database, column: Pick<Column, "key" | "listKey">): void {
  columnsChange(db, column.listKey);
  db.run("DELETE FROM columns WHERE key = ?", column.key);
}

/** The list goes, and its columns with it: its number may be given to another list. */
export function forgetColumns(db: Database, listKey: number): void {
  columnsChange(db, listKey);
}

function toColumn(row: ColumnRow): Column {
  return {
    ...row,
    facet: JSON.parse(row.facet) as JsonObject,
    indexed: row.indexed === 1,
    isUnique: row.isUnique === 1,
    required: row.required === 1,
    hidden: row.hidden === 1,
    readOnly: row.readOnly === 1,
    builtIn: row.builtIn === 1,
    customFormatter: row.customFormatter ?? undefined,
  };
}

/** Adds a column; the caller has checked its name and rules. */
export function insertColumn(db: Database, listKey: number, id: string, column: NewColumn, position: number): void {
  columnsChange(db, listKey);
  db.run(
    `INSERT INTO columns (listKey, id, name, displayName, description, columnGroup, kind, facet, indexed, isUnique,
      required, hidden, readOnly, builtIn, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    listKey,
    id,
    column.name,
    column.displayName,
    column.description,
    column.columnGroup,
    column.kind,
    JSON.stringify(column.facet),
    Number(column.indexed),
    Number(column.isUnique),
    Number(column.required),
    Number(column.hidden),
    Number(column.readOnly),
    Number(column.builtIn),
    position,
  );
}

/** Writes back what may change on a column. */
export function saveColumn(db: Database, column: Column): void {
  columnsChange(db, column.listKey);
  db.run(
    `UPDATE columns SET displayName = ?, description = ?, columnGroup = ?, facet = ?, indexed = ?, isUnique = ?,
      required = ?, hidden = ?, customFormatter = ? WHERE key = ?`,
    column.displayName,
    column.description,
    column.columnGroup,
    JSON.stringify(column.facet),
    Number(column.indexed),
    Number(column.isUnique),
    Number(column.required),
    Number(column.hidden),
    column.customFormatter ?? null,
    column.key,
  );
}

const indexable = new Set<ColumnKind>(["text", "choice", "number", "boolean", "date-time", "date-only", "person"]);

/** SharePoint can index single values only, never notes, several choices or links. */
export function isIndexable(column: Pick<Column, "kind">): boolean {
  return indexable.has(column.kind);
}
