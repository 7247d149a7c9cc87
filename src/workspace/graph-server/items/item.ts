import type { Database } from "../database/open-database.ts";
import { itemNotFound } from "../http/graph-error.ts";
import type { SharePointList } from "../lists/list.ts";

/** A list item as it is kept; `fields` is JSON text of what has a value, times and authors included. */
export interface Item {
  readonly key: number;
  readonly listKey: number;
  readonly id: number;
  readonly guid: string;
  /** Counter of the eTag and major version number. */
  readonly version: number;
  readonly seq: number;
  readonly contentType: "Item" | "Document" | "Folder";
  readonly created: string;
  readonly modified: string;
  readonly createdBy: string;
  readonly modifiedBy: string;
  readonly fields: string;
}

/** One value of a field; an empty field has none. */
export type FieldValue = string | number | boolean | readonly string[];

export type FieldValues = Readonly<Record<string, FieldValue>>;

/** The columns of `items` a page needs. */
export const itemColumns =
  "i.key, i.listKey, i.id, i.guid, i.version, i.seq, i.contentType, i.created, i.modified, i.createdBy, i.modifiedBy, i.fields";

export function findItem(db: Database, list: SharePointList, id: string): Item | undefined {
  if (!/^\d{1,10}$/.test(id)) return undefined;
  return db.get(`SELECT ${itemColumns} FROM items i WHERE i.listKey = ? AND i.id = ?`, list.key, Number(id));
}

/** The item with this number in the list, or 404. */
export function requireItem(db: Database, list: SharePointList, id: string): Item {
  const item = findItem(db, list, id);
  if (!item) throw itemNotFound();
  return item;
}

export function fieldsOf(item: Pick<Item, "fields">): FieldValues {
  return JSON.parse(item.fields) as FieldValues;
}

/** The eTag with its double quotes; files in a library have braces and capitals. */
export function itemETag(list: SharePointList, item: Pick<Item, "guid" | "version">): string {
  if (list.template !== "documentLibrary") return `"${item.guid},${item.version}"`;
  return `"{${item.guid.toUpperCase()}},${item.version}"`;
}
