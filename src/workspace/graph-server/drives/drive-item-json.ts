import type { JsonDraft } from "../http/json.ts";
import { listWebUrl } from "../lists/list.ts";
import { identitySet, readActor } from "../tenant/identity-set.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { downloadUrl } from "./download.ts";
import { childrenOf, type DriveItem, findDriveItem, rootIdOf } from "./drive-item.ts";
import type { DrivePlace } from "./drive-place.ts";

/** A file or folder as Graph shows it, without `@odata.context`. */
export function driveItemJson(tenant: Tenant, place: DrivePlace, item: DriveItem): JsonDraft {
  const guid = item.guid.toUpperCase();
  const path = pathOf(tenant, place, item);
  const json: JsonDraft = {
    createdDateTime: item.created,
    eTag: `"{${guid}},${item.version}"`,
    id: item.driveItemId,
    lastModifiedDateTime: item.modified,
    name: item.name,
    webUrl: `${listWebUrl(tenant, place.site, place.list)}/${path.map(encodeURIComponent).join("/")}`,
    cTag: `"c:{${guid}},${item.contentVersion}"`,
    size: item.size,
    createdBy: identitySet(readActor(item.createdBy)),
    lastModifiedBy: identitySet(readActor(item.modifiedBy)),
    parentReference: {
      driveType: "documentLibrary",
      driveId: place.driveId,
      id: item.parentId,
      path: parentPath(place, path),
      siteId: place.site.siteGuid,
    },
    fileSystemInfo: { createdDateTime: item.created, lastModifiedDateTime: item.modified },
  };
  if (item.folder === 1) return { ...json, folder: { childCount: childrenOf(tenant.db, item.driveItemId).length } };
  return {
    "@microsoft.graph.downloadUrl": downloadUrl(tenant, item),
    ...json,
    file: { mimeType: item.mimeType, hashes: { sha256Hash: item.hash.toUpperCase() } },
  };
}

/** The library's root folder. */
export function rootJson(tenant: Tenant, place: DrivePlace): JsonDraft {
  const id = rootIdOf(place.list);
  return {
    createdDateTime: place.list.created,
    id,
    lastModifiedDateTime: place.list.modified,
    name: "root",
    webUrl: listWebUrl(tenant, place.site, place.list),
    size: 0,
    parentReference: { driveType: "documentLibrary", driveId: place.driveId },
    folder: { childCount: childrenOf(tenant.db, id).length },
    root: {},
  };
}

function parentPath(place: DrivePlace, path: readonly string[]): string {
  const folders = path.slice(0, -1).map(encodeURIComponent);
  return ["/drives", place.driveId, "root:", ...folders].join("/");
}

function pathOf(tenant: Tenant, place: DrivePlace, item: DriveItem): readonly string[] {
  const path = [item.name];
  let parent = findDriveItem(tenant.db, place.list, item.parentId);
  while (parent) {
    path.unshift(parent.name);
    parent = findDriveItem(tenant.db, place.list, parent.parentId);
  }
  return path;
}
