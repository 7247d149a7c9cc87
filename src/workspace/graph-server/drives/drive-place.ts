import { type Column, columnsOf } from "../columns/column.ts";
import type { RoutedCall } from "../http/graph-call.ts";
import { itemNotFound } from "../http/graph-error.ts";
import type { SharePointList } from "../lists/list.ts";
import type { Site } from "../tenant/site-directory.ts";
import { requireSite, type SiteRight } from "../tenant/site-rights.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { childNamed, type DriveItem, requireDriveItem, rootIdOf } from "./drive-item.ts";
import { readPath } from "./file-name.ts";

/** The library behind a drive, after the rights of the caller were checked. */
export interface DrivePlace {
  readonly site: Site;
  readonly list: SharePointList;
  readonly columns: readonly Column[];
  readonly driveId: string;
}

export function drivePlace(tenant: Tenant, call: RoutedCall, right: SiteRight): DrivePlace {
  const driveId = call.param("drive");
  const list = tenant.db.get<SharePointList>("SELECT * FROM lists WHERE driveId = ?", driveId);
  if (!list) throw itemNotFound();
  const site = requireSite(tenant, call.claims, list.siteId, right);
  return { site, list, columns: columnsOf(tenant.db, list.key), driveId };
}

/** Id of the folder a path starts from: the root, or a folder by id; a file or an unknown id is 404. */
export function folderId(tenant: Tenant, place: DrivePlace, id: string): string {
  const root = rootIdOf(place.list);
  if (id === "root" || id === root) return root;
  const folder = requireDriveItem(tenant.db, place.list, id);
  if (folder.folder !== 1) throw itemNotFound();
  return folder.driveItemId;
}

/** The file or folder at a path below a folder. */
export function findAtPath(tenant: Tenant, startId: string, path: readonly string[]): DriveItem | undefined {
  let parentId = startId;
  let found: DriveItem | undefined;
  for (const name of path) {
    found = childNamed(tenant.db, parentId, name);
    if (!found) return undefined;
    parentId = found.driveItemId;
  }
  return found;
}

/** The same, or 404. */
export function itemAtPath(tenant: Tenant, startId: string, path: string): DriveItem {
  const found = findAtPath(tenant, startId, readPath(path));
  if (!found) throw itemNotFound();
  return found;
}
