import { createHash, randomBytes } from "node:crypto";
import { type Database, foldCase } from "../database/open-database.ts";
import { itemNotFound } from "../http/graph-error.ts";
import { type Item, itemColumns } from "../items/item.ts";
import type { SharePointList } from "../lists/list.ts";

/** A file or folder of a library together with its list item. */
export interface DriveItem extends Item {
  readonly driveItemId: string;
  /** Drive item id of the folder it lies in; the library's root folder has an id of its own. */
  readonly parentId: string;
  readonly name: string;
  readonly folder: number;
  readonly size: number;
  readonly mimeType: string;
  /** SHA-256 of the content, hexadecimal. */
  readonly hash: string;
  readonly contentVersion: number;
}

const joined = `SELECT ${itemColumns}, d.id AS driveItemId, d.parentId, d.name, d.folder, d.size, d.mimeType, d.hash,
  d.contentVersion FROM driveItems d JOIN items i ON i.key = d.itemKey`;

/** Id of a library's root folder, which is no list item. */
export function rootIdOf(list: SharePointList): string {
  return `01${createHash("sha256").update(list.rootFolderId).digest("hex").slice(0, 32).toUpperCase()}`;
}

export function newDriveItemId(): string {
  return `01${randomBytes(16).toString("hex").toUpperCase()}`;
}

export function findDriveItem(db: Database, list: SharePointList, id: string): DriveItem | undefined {
  return db.get(`${joined} WHERE d.listKey = ? AND d.id = ?`, list.key, id);
}

/** The file or folder with this id in the library, or 404. */
export function requireDriveItem(db: Database, list: SharePointList, id: string): DriveItem {
  const item = findDriveItem(db, list, id);
  if (!item) throw itemNotFound();
  return item;
}

/** The drive side of a library's list item. */
export function driveItemOf(db: Database, item: Item): DriveItem | undefined {
  return db.get(`${joined} WHERE d.itemKey = ?`, item.key);
}

export function childNamed(db: Database, parentId: string, name: string): DriveItem | undefined {
  return db.get(`${joined} WHERE d.parentId = ? AND fold(d.name) = ?`, parentId, foldCase(name));
}

export function childrenOf(db: Database, parentId: string): readonly DriveItem[] {
  return db.all(`${joined} WHERE d.parentId = ? ORDER BY d.folder DESC, d.name`, parentId);
}

export function contentOf(db: Database, item: Pick<Item, "key">): Uint8Array<ArrayBuffer> {
  const row = db.get<{ content: Uint8Array<ArrayBuffer> | null }>(
    "SELECT content FROM driveItems WHERE itemKey = ?",
    item.key,
  );
  return row?.content ?? new Uint8Array();
}
