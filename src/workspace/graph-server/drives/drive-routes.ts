import * as z from "zod/mini";
import { type GraphReply, type RoutedCall, readBody } from "../http/graph-call.ts";
import { itemNotFound, nameAlreadyExists } from "../http/graph-error.ts";
import type { JsonDraft } from "../http/json.ts";
import { expandOf, selectOf } from "../http/query-options.ts";
import type { Route } from "../http/route.ts";
import { selectMembers } from "../http/select-members.ts";
import { requireItem } from "../items/item.ts";
import { itemView, placeOfList } from "../items/item-place.ts";
import { requireMatch } from "../items/item-routes.ts";
import { deleteItem } from "../items/write-item.ts";
import { listsOf, listWebUrl, requireList } from "../lists/list.ts";
import { actorOf } from "../tenant/identity-set.ts";
import { requireSite } from "../tenant/site-rights.ts";
import { contextOf, type Tenant } from "../tenant/tenant.ts";
import { downloadUrl } from "./download.ts";
import { childNamed, childrenOf, type DriveItem, driveItemOf, requireDriveItem, rootIdOf } from "./drive-item.ts";
import { driveItemJson, rootJson } from "./drive-item-json.ts";
import { type DrivePlace, drivePlace, findAtPath, folderId, itemAtPath } from "./drive-place.ts";
import { readPath } from "./file-name.ts";
import { addFile, ensureFolder, replaceFile } from "./store-file.ts";

function driveJson(tenant: Tenant, place: Omit<DrivePlace, "columns">): JsonDraft {
  return {
    createdDateTime: place.list.created,
    description: place.list.description,
    id: place.driveId,
    lastModifiedDateTime: place.list.modified,
    name: place.list.displayName,
    webUrl: listWebUrl(tenant, place.site, place.list),
    driveType: "documentLibrary",
  };
}

function getListDrive(tenant: Tenant, call: RoutedCall): GraphReply {
  const site = requireSite(tenant, call.claims, call.param("site"), "read");
  const list = requireList(tenant.db, site, call.param("list"));
  if (!list.driveId) throw itemNotFound();
  return driveReply(tenant, { site, list, driveId: list.driveId });
}

function getSiteDrive(tenant: Tenant, call: RoutedCall): GraphReply {
  const site = requireSite(tenant, call.claims, call.param("site"), "read");
  const list = listsOf(tenant.db, site.id).find((candidate) => candidate.driveId !== null);
  if (!list?.driveId) throw itemNotFound();
  return driveReply(tenant, { site, list, driveId: list.driveId });
}

function getSiteDrives(tenant: Tenant, call: RoutedCall): GraphReply {
  const site = requireSite(tenant, call.claims, call.param("site"), "read");
  const value = listsOf(tenant.db, site.id).flatMap((list) =>
    list.driveId === null ? [] : [driveJson(tenant, { site, list, driveId: list.driveId })],
  );
  return { status: 200, body: { "@odata.context": contextOf(tenant, "drives"), value } };
}

function driveReply(tenant: Tenant, place: Omit<DrivePlace, "columns">): GraphReply {
  return { status: 200, body: { "@odata.context": contextOf(tenant, "drives/$entity"), ...driveJson(tenant, place) } };
}

function getDrive(tenant: Tenant, call: RoutedCall): GraphReply {
  return driveReply(tenant, drivePlace(tenant, call, "read"));
}

function getRoot(tenant: Tenant, call: RoutedCall): GraphReply {
  const place = drivePlace(tenant, call, "read");
  return itemReply(tenant, place, 200, rootJson(tenant, place));
}

/** Finds the item a call names, by id or by path, in a library the caller may use. */
type Locate = (tenant: Tenant, call: RoutedCall, place: DrivePlace) => DriveItem;

const byId: Locate = (tenant, call, place) => requireDriveItem(tenant.db, place.list, call.param("item"));
const fromRoot: Locate = (tenant, call, place) => itemAtPath(tenant, rootIdOf(place.list), call.param("path"));
const fromFolder: Locate = (tenant, call, place) =>
  itemAtPath(tenant, folderId(tenant, place, call.param("item")), call.param("path"));

const getItem =
  (locate: Locate): Route["handle"] =>
  (tenant, call) => {
    const place = drivePlace(tenant, call, "read");
    if (locate === byId && [rootIdOf(place.list), "root"].includes(call.param("item"))) return getRoot(tenant, call);
    const item = locate(tenant, call, place);
    return itemReply(tenant, place, 200, selectMembers(driveItemJson(tenant, place, item), selectOf(call.query)));
  };

const getContent =
  (locate: Locate): Route["handle"] =>
  (tenant, call) => {
    const item = locate(tenant, call, drivePlace(tenant, call, "read"));
    if (item.folder === 1) throw itemNotFound();
    return { status: 302, headers: { Location: downloadUrl(tenant, item) } };
  };

const removeItem =
  (locate: Locate): Route["handle"] =>
  (tenant, call) => {
    const place = drivePlace(tenant, call, "write");
    removeTree(tenant, call, place, locate(tenant, call, place));
    return { status: 204 };
  };

function removeTree(tenant: Tenant, call: RoutedCall, place: DrivePlace, item: DriveItem): void {
  requireMatch(call, place.list, item);
  for (const child of childrenOf(tenant.db, item.driveItemId))
    removeTree(tenant, { ...call, headers: new Headers() }, place, child);
  deleteItem(tenant, { ...place, item, by: actorOf(tenant, call.claims) });
}

function putReplace(tenant: Tenant, call: RoutedCall): GraphReply {
  const place = drivePlace(tenant, call, "write");
  const item = byId(tenant, call, place);
  return replaced(tenant, call, place, item);
}

const putContent =
  (startOf: (tenant: Tenant, call: RoutedCall, place: DrivePlace) => string): Route["handle"] =>
  (tenant, call) => {
    const place = drivePlace(tenant, call, "write");
    const path = readPath(call.param("path"));
    const start = startOf(tenant, call, place);
    const present = findAtPath(tenant, start, path);
    if (present) return replaced(tenant, call, place, present);
    const item = addFile(tenant, place, start, path, call.body.bytes(), actorOf(tenant, call.claims));
    return itemReply(tenant, place, 201, driveItemJson(tenant, place, item));
  };

function replaced(tenant: Tenant, call: RoutedCall, place: DrivePlace, item: DriveItem): GraphReply {
  if (item.folder === 1) throw nameAlreadyExists();
  requireMatch(call, place.list, item);
  const changed = replaceFile(tenant, place, item, call.body.bytes(), actorOf(tenant, call.claims));
  return itemReply(tenant, place, 200, driveItemJson(tenant, place, changed));
}

const getChildren =
  (idOf: (call: RoutedCall) => string): Route["handle"] =>
  (tenant, call) => {
    const place = drivePlace(tenant, call, "read");
    const children = childrenOf(tenant.db, folderId(tenant, place, idOf(call)));
    const select = selectOf(call.query);
    const value = children.map((child) => selectMembers(driveItemJson(tenant, place, child), select));
    return {
      status: 200,
      body: { "@odata.context": contextOf(tenant, `drives('${encodeURIComponent(place.driveId)}')/items`), value },
    };
  };

const folderBody = z.object({ name: z.string(), folder: z.record(z.string(), z.unknown()) });

const postFolder =
  (idOf: (call: RoutedCall) => string): Route["handle"] =>
  (tenant, call) => {
    const place = drivePlace(tenant, call, "write");
    const { name } = readBody(call, folderBody);
    const [only = ""] = readPath(name);
    const parentId = folderId(tenant, place, idOf(call));
    if (childNamed(tenant.db, parentId, only)) throw nameAlreadyExists();
    const folder = ensureFolder(tenant, place, parentId, only, actorOf(tenant, call.claims));
    return itemReply(tenant, place, 201, driveItemJson(tenant, place, folder));
  };

/** The list item of a file: its fields are read and changed through the library's list. */
const getListItem =
  (locate: Locate): Route["handle"] =>
  (tenant, call) => {
    const place = drivePlace(tenant, call, "read");
    const item = locate(tenant, call, place);
    const listPlace = placeOfList(tenant, place.site, place.list, "read");
    const view = itemView(tenant, listPlace, selectOf(call.query), expandOf(call.query));
    return {
      status: 200,
      body: { "@odata.context": contextOf(tenant, `${listPlace.base}/items/$entity`), ...view(item) },
    };
  };

/** From a library's list item to its file. */
function getDriveItem(tenant: Tenant, call: RoutedCall): GraphReply {
  const site = requireSite(tenant, call.claims, call.param("site"), "read");
  const list = requireList(tenant.db, site, call.param("list"));
  const item = driveItemOf(tenant.db, requireItem(tenant.db, list, call.param("item")));
  if (!item || !list.driveId) throw itemNotFound();
  const place = { site, list, driveId: list.driveId, columns: [] };
  return itemReply(tenant, place, 200, selectMembers(driveItemJson(tenant, place, item), selectOf(call.query)));
}

function itemReply(tenant: Tenant, place: DrivePlace, status: 200 | 201, json: JsonDraft): GraphReply {
  const context = contextOf(tenant, `drives('${encodeURIComponent(place.driveId)}')/items/$entity`);
  return { status, body: { "@odata.context": context, ...json } };
}

const rootId = (): string => "root";
const itemParam = (call: RoutedCall): string => call.param("item");

/** Document libraries as drives. */
export const driveRoutes: readonly Route[] = [
  { method: "GET", pattern: "/sites/{site}/drive", cost: 1, handle: getSiteDrive },
  { method: "GET", pattern: "/sites/{site}/drives", cost: 2, handle: getSiteDrives },
  { method: "GET", pattern: "/sites/{site}/lists/{list}/drive", cost: 1, handle: getListDrive },
  { method: "GET", pattern: "/sites/{site}/lists/{list}/items/{item}/driveItem", cost: 1, handle: getDriveItem },
  { method: "GET", pattern: "/drives/{drive}", cost: 1, handle: getDrive },
  { method: "GET", pattern: "/drives/{drive}/root", cost: 1, handle: getRoot },
  { method: "GET", pattern: "/drives/{drive}/root/children", cost: 2, handle: getChildren(rootId) },
  { method: "POST", pattern: "/drives/{drive}/root/children", cost: 2, handle: postFolder(rootId) },
  { method: "GET", pattern: "/drives/{drive}/items/{item}/children", cost: 2, handle: getChildren(itemParam) },
  { method: "POST", pattern: "/drives/{drive}/items/{item}/children", cost: 2, handle: postFolder(itemParam) },
  ...located("/drives/{drive}/root:/{path*}", ":", fromRoot),
  ...located("/drives/{drive}/items/{item}:/{path*}", ":", fromFolder),
  ...located("/drives/{drive}/items/{item}", "", byId),
  { method: "PUT", pattern: "/drives/{drive}/items/{item}/content", cost: 2, handle: putReplace },
  {
    method: "PUT",
    pattern: "/drives/{drive}/root:/{path*}:/content",
    cost: 2,
    handle: putContent((_tenant, _call, place) => rootIdOf(place.list)),
  },
  {
    method: "PUT",
    pattern: "/drives/{drive}/items/{item}:/{path*}:/content",
    cost: 2,
    handle: putContent((tenant, call, place) => folderId(tenant, place, call.param("item"))),
  },
];

function located(base: string, close: string, locate: Locate): readonly Route[] {
  return [
    { method: "GET", pattern: `${base}${close}/content`, cost: 1, handle: getContent(locate) },
    { method: "GET", pattern: `${base}${close}/listItem`, cost: 1, handle: getListItem(locate) },
    { method: "GET", pattern: base, cost: 1, handle: getItem(locate) },
    { method: "DELETE", pattern: base, cost: 2, handle: removeItem(locate) },
  ];
}
