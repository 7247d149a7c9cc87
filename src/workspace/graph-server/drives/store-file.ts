import { createHash } from "node:crypto";
import { GraphError, nameAlreadyExists } from "../http/graph-error.ts";
import { authorFields, editorFields } from "../items/authors.ts";
import type { FieldValue } from "../items/item.ts";
import { insertItem, updateItem } from "../items/write-item.ts";
import { limits } from "../limits.ts";
import type { Actor } from "../tenant/identity-set.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { childNamed, type DriveItem, newDriveItemId, requireDriveItem } from "./drive-item.ts";
import type { DrivePlace } from "./drive-place.ts";
import { mimeTypeOf } from "./file-name.ts";

/** Puts a new file below a folder; folders on the way are made. The path has been checked. */
export function addFile(
  tenant: Tenant,
  place: DrivePlace,
  startId: string,
  path: readonly string[],
  content: Uint8Array,
  by: Actor,
): DriveItem {
  const folders = path.slice(0, -1);
  let parentId = startId;
  for (const name of folders) parentId = ensureFolder(tenant, place, parentId, name, by).driveItemId;
  requireSize(content);
  return insert(tenant, place, parentId, path.at(-1) ?? "", content, by);
}

/** The folder of that name, made if it is not there; a file of that name is 409. */
export function ensureFolder(tenant: Tenant, place: DrivePlace, parentId: string, name: string, by: Actor): DriveItem {
  const present = childNamed(tenant.db, parentId, name);
  if (!present) return insert(tenant, place, parentId, name, undefined, by);
  if (present.folder !== 1) throw nameAlreadyExists();
  return present;
}

/** Replaces the content of a file; its list item gets a new version. */
export function replaceFile(
  tenant: Tenant,
  place: DrivePlace,
  item: DriveItem,
  content: Uint8Array,
  by: Actor,
): DriveItem {
  requireSize(content);
  const changes = new Map<string, FieldValue | undefined>([["FileSizeDisplay", String(content.byteLength)]]);
  updateItem(tenant, { ...place, item, changes, by, authors: editorFields(tenant, place.site, by) });
  tenant.db.run(
    "UPDATE driveItems SET size = ?, hash = ?, content = ?, contentVersion = contentVersion + 1 WHERE itemKey = ?",
    content.byteLength,
    hashOf(content),
    content,
    item.key,
  );
  return requireDriveItem(tenant.db, place.list, item.driveItemId);
}

function insert(
  tenant: Tenant,
  place: DrivePlace,
  parentId: string,
  name: string,
  content: Uint8Array | undefined,
  by: Actor,
): DriveItem {
  const parent = tenant.db.get<{ fields: string }>(
    "SELECT i.fields FROM driveItems d JOIN items i ON i.key = d.itemKey WHERE d.id = ?",
    parentId,
  );
  const folderPath = parent ? `${fileRef(parent.fields)}/` : "";
  const fields: Record<string, FieldValue> = { FileLeafRef: name, FileRef: `${folderPath}${name}` };
  if (content) fields["FileSizeDisplay"] = String(content.byteLength);
  const item = insertItem(tenant, {
    ...place,
    fields,
    contentType: content ? "Document" : "Folder",
    by,
    authors: authorFields(tenant, place.site, by),
  });
  const id = newDriveItemId();
  tenant.db.run(
    `INSERT INTO driveItems (itemKey, listKey, id, parentId, name, folder, size, mimeType, hash, contentVersion, content)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)`,
    item.key,
    place.list.key,
    id,
    parentId,
    name,
    Number(content === undefined),
    content?.byteLength ?? 0,
    content ? mimeTypeOf(name) : "",
    content ? hashOf(content) : "",
    content ?? null,
  );
  return requireDriveItem(tenant.db, place.list, id);
}

function fileRef(fields: string): string {
  const parsed = JSON.parse(fields) as Readonly<Record<string, FieldValue>>;
  const path = parsed["FileRef"];
  return typeof path === "string" ? path : "";
}

function requireSize(content: Uint8Array): void {
  if (content.byteLength <= limits.fileBytes) return;
  throw new GraphError(413, "quotaLimitReached", "The file is too large for a single request.");
}

function hashOf(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
