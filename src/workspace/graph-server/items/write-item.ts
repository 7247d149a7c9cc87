import { randomUUID } from "node:crypto";
import type { Column } from "../columns/column.ts";
import { nextSequence } from "../database/sequence.ts";
import { limits } from "../limits.ts";
import type { SharePointList } from "../lists/list.ts";
import { type Actor, announcedBy } from "../tenant/identity-set.ts";
import type { Site } from "../tenant/site-directory.ts";
import { type Tenant, wireTime } from "../tenant/tenant.ts";
import { reindexItem } from "./column-index.ts";
import { type FieldValue, type FieldValues, fieldsOf, findItem, type Item } from "./item.ts";

interface ItemWrite {
  readonly site: Site;
  readonly list: SharePointList;
  readonly columns: readonly Column[];
  readonly by: Actor;
}

/** Site-local numbers of author and editor, as `fields` shows them. */
export type Authors = Readonly<Record<string, string>>;

/** Adds an item with the list's next number. Field values have been checked; a unique column may still refuse. */
export function insertItem(
  tenant: Tenant,
  write: ItemWrite & {
    readonly fields: FieldValues;
    readonly contentType: Item["contentType"];
    readonly authors: Authors;
  },
): Item {
  const { db } = tenant;
  const now = wireTime(tenant.now());
  // Numbers come from the list row itself: they are never given twice, not even after a deletion.
  const numbered = db.get<{ id: number }>(
    "UPDATE lists SET nextItemId = nextItemId + 1, modified = ? WHERE key = ? RETURNING nextItemId - 1 AS id",
    now,
    write.list.key,
  );
  if (!numbered) throw new Error("The list of a new item is gone.");
  const fields = { ...write.fields, Created: now, Modified: now, ...write.authors };
  const by = JSON.stringify(write.by);
  const inserted = db.get<{ key: number }>(
    `INSERT INTO items (listKey, id, guid, version, seq, contentType, created, modified, createdBy, modifiedBy, fields)
     VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?) RETURNING key`,
    write.list.key,
    numbered.id,
    randomUUID(),
    nextSequence(db),
    write.contentType,
    now,
    now,
    by,
    by,
    JSON.stringify(fields),
  );
  if (!inserted) throw new Error("The new item was not written.");
  reindexItem(db, write.columns, inserted.key, fields);
  return announced(tenant, write, numbered.id, "created");
}

/** Changes fields of an item: undefined empties one, absent ones stay. The version before is kept. */
export function updateItem(
  tenant: Tenant,
  write: ItemWrite & {
    readonly item: Item;
    readonly changes: ReadonlyMap<string, FieldValue | undefined>;
    readonly authors: Authors;
  },
): Item {
  const { db } = tenant;
  const { item } = write;
  const now = wireTime(tenant.now());
  const fields: Record<string, FieldValue> = { ...fieldsOf(item) };
  for (const [name, value] of write.changes) {
    if (value === undefined) delete fields[name];
    else fields[name] = value;
  }
  Object.assign(fields, write.authors, { Modified: now });
  keepVersion(tenant, item);
  db.run(
    "UPDATE items SET version = version + 1, seq = ?, modified = ?, modifiedBy = ?, fields = ? WHERE key = ?",
    nextSequence(db),
    now,
    JSON.stringify(write.by),
    JSON.stringify(fields),
    item.key,
  );
  db.run("UPDATE lists SET modified = ? WHERE key = ?", now, write.list.key);
  reindexItem(db, write.columns, item.key, fields);
  return announced(tenant, write, item.id, "updated");
}

/** Removes an item; the delta feed keeps that it was there. */
export function deleteItem(tenant: Tenant, write: Omit<ItemWrite, "columns"> & { readonly item: Item }): void {
  const { db } = tenant;
  const { item, list } = write;
  db.run("DELETE FROM items WHERE key = ?", item.key);
  db.run(
    "INSERT INTO tombstones (listKey, id, seq, contentType) VALUES (?, ?, ?, ?)",
    list.key,
    item.id,
    nextSequence(db),
    item.contentType,
  );
  db.run("UPDATE lists SET modified = ? WHERE key = ?", wireTime(tenant.now()), list.key);
  announce(tenant, write, item.id, "deleted");
}

function keepVersion(tenant: Tenant, item: Item): void {
  tenant.db.run(
    "INSERT INTO itemVersions (itemKey, version, modified, modifiedBy, fields) VALUES (?, ?, ?, ?, ?)",
    item.key,
    item.version,
    item.modified,
    item.modifiedBy,
    item.fields,
  );
  // The new current version counts as one of those kept.
  const oldestKept = item.version + 2 - limits.versionsKept;
  tenant.db.run("DELETE FROM itemVersions WHERE itemKey = ? AND version < ?", item.key, oldestKept);
}

function announced(tenant: Tenant, write: ItemWrite, id: number, kind: "created" | "updated"): Item {
  announce(tenant, write, id, kind);
  const item = findItem(tenant.db, write.list, String(id));
  if (!item) throw new Error("The item just written is not there.");
  return item;
}

function announce(
  tenant: Tenant,
  write: Omit<ItemWrite, "columns">,
  id: number,
  kind: "created" | "updated" | "deleted",
): void {
  if (write.list.system === 1) return;
  tenant.announce({
    siteId: write.site.id,
    listId: write.list.id,
    listName: write.list.displayName,
    itemId: String(id),
    kind,
    by: announcedBy(write.by),
  });
}
