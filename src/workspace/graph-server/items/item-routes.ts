import * as z from "zod/mini";
import { type GraphReply, type RoutedCall, readBody } from "../http/graph-call.ts";
import { invalidRequest, preconditionFailed } from "../http/graph-error.ts";
import type { JsonDraft } from "../http/json.ts";
import { type Expansion, expandOf, selectOf, withOption } from "../http/query-options.ts";
import type { Route } from "../http/route.ts";
import { limits } from "../limits.ts";
import type { SharePointList } from "../lists/list.ts";
import { queryItems } from "../query/item-query.ts";
import { actorOf } from "../tenant/identity-set.ts";
import type { Site } from "../tenant/site-directory.ts";
import { contextOf, graphUrl, type Tenant } from "../tenant/tenant.ts";
import { authorFields, editorFields } from "./authors.ts";
import { type Item, itemColumns, itemETag, requireItem } from "./item.ts";
import { type ItemPlace, itemPlace, itemView, placeOfList } from "./item-place.ts";
import { readFieldValues } from "./read-field-values.ts";
import { fieldsView } from "./show-item.ts";
import { deleteItem, insertItem, updateItem } from "./write-item.ts";

const itemBody = z.object({ fields: z.record(z.string(), z.unknown()) });

const allFields: readonly Expansion[] = [{ name: "fields", select: undefined, expand: [] }];

function getItems(tenant: Tenant, call: RoutedCall): GraphReply {
  const place = itemPlace(tenant, call, "read");
  const expansions = expandOf(call.query);
  const view = itemView(tenant, place, selectOf(call.query), expansions);
  const page = queryItems(tenant, call, place.list, place.columns);
  const shape = expansions.length > 0 ? "items(fields())" : "items";
  const body: JsonDraft = {
    "@odata.context": contextOf(tenant, `${place.base}/${shape}`),
    value: page.items.map(view),
  };
  if (page.nextToken !== undefined) {
    const query = withOption(call.query.raw, ["$skiptoken"], "$skiptoken", page.nextToken);
    body["@odata.nextLink"] = `${graphUrl(tenant, call.path)}?${query}`;
  }
  return { status: 200, body };
}

/** The first page of a list's items as member of the list, for `$expand=items($expand=fields)`. */
export function itemsMember(
  tenant: Tenant,
  site: Site,
  list: SharePointList,
  expansion: Expansion,
  context: string,
): JsonDraft {
  const place = placeOfList(tenant, site, list, "read");
  const view = itemView(tenant, place, expansion.select, expansion.expand);
  const items = tenant.db.all<Item>(
    `SELECT ${itemColumns} FROM items i WHERE i.listKey = ? ORDER BY i.id LIMIT ?`,
    list.key,
    limits.itemPageDefault,
  );
  return { "items@odata.context": context, items: items.map(view) };
}

function postItem(tenant: Tenant, call: RoutedCall): GraphReply {
  const place = itemPlace(tenant, call, "write");
  if (place.list.template === "documentLibrary")
    throw invalidRequest("Items of a library are made by uploading a file.");
  const values = readFieldValues(readBody(call, itemBody).fields, place.columns, tenant.time);
  const by = actorOf(tenant, call.claims);
  const fields = Object.fromEntries(
    [...values].flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const authors = authorFields(tenant, place.site, by);
  const item = insertItem(tenant, { ...place, fields, contentType: "Item", by, authors });
  return entity(tenant, place, item, 201, itemView(tenant, place, undefined, allFields)(item));
}

function getItem(tenant: Tenant, call: RoutedCall): GraphReply {
  const place = itemPlace(tenant, call, "read");
  const item = requireItem(tenant.db, place.list, call.param("item"));
  const view = itemView(tenant, place, selectOf(call.query), expandOf(call.query));
  return entity(tenant, place, item, 200, view(item));
}

function patchItem(tenant: Tenant, call: RoutedCall): GraphReply {
  const place = itemPlace(tenant, call, "write");
  const item = changeFields(tenant, call, place, readBody(call, itemBody).fields);
  return entity(tenant, place, item, 200, itemView(tenant, place, undefined, allFields)(item));
}

function patchFields(tenant: Tenant, call: RoutedCall): GraphReply {
  const place = itemPlace(tenant, call, "write");
  return fieldsReply(tenant, place, changeFields(tenant, call, place, call.body.json()), undefined);
}

function changeFields(tenant: Tenant, call: RoutedCall, place: ItemPlace, body: unknown): Item {
  const item = requireItem(tenant.db, place.list, call.param("item"));
  requireMatch(call, place.list, item);
  const changes = readFieldValues(body, place.columns, tenant.time);
  const by = actorOf(tenant, call.claims);
  return updateItem(tenant, { ...place, item, changes, by, authors: editorFields(tenant, place.site, by) });
}

/** If-Match must name the item's current version; absent or `*` lets the last writer win. */
export function requireMatch(call: RoutedCall, list: SharePointList, item: Item): void {
  const wanted = call.headers.get("if-match");
  if (wanted === null || wanted === "*") return;
  if (wanted !== itemETag(list, item)) throw preconditionFailed();
}

function getFields(tenant: Tenant, call: RoutedCall): GraphReply {
  const place = itemPlace(tenant, call, "read");
  const item = requireItem(tenant.db, place.list, call.param("item"));
  return fieldsReply(tenant, place, item, selectOf(call.query));
}

function removeItem(tenant: Tenant, call: RoutedCall): GraphReply {
  const place = itemPlace(tenant, call, "write");
  const item = requireItem(tenant.db, place.list, call.param("item"));
  requireMatch(call, place.list, item);
  deleteItem(tenant, { ...place, item, by: actorOf(tenant, call.claims) });
  return { status: 204 };
}

function entity(tenant: Tenant, place: ItemPlace, item: Item, status: 200 | 201, json: JsonDraft): GraphReply {
  const context = contextOf(tenant, `${place.base}/items/$entity`);
  return { status, headers: { ETag: itemETag(place.list, item) }, body: { "@odata.context": context, ...json } };
}

function fieldsReply(tenant: Tenant, place: ItemPlace, item: Item, select: readonly string[] | undefined): GraphReply {
  const context = contextOf(tenant, `${place.base}/items('${item.id}')/fields/$entity`);
  const fields = fieldsView(place.list, place.columns, select)(item);
  return { status: 200, headers: { ETag: itemETag(place.list, item) }, body: { "@odata.context": context, ...fields } };
}

/** Items: query, create, read, change, remove. */
export const itemRoutes: readonly Route[] = [
  { method: "GET", pattern: "/sites/{site}/lists/{list}/items", cost: 2, handle: getItems },
  { method: "POST", pattern: "/sites/{site}/lists/{list}/items", cost: 2, handle: postItem },
  { method: "GET", pattern: "/sites/{site}/lists/{list}/items/{item}", cost: 1, handle: getItem },
  { method: "PATCH", pattern: "/sites/{site}/lists/{list}/items/{item}", cost: 2, handle: patchItem },
  { method: "DELETE", pattern: "/sites/{site}/lists/{list}/items/{item}", cost: 2, handle: removeItem },
  { method: "GET", pattern: "/sites/{site}/lists/{list}/items/{item}/fields", cost: 1, handle: getFields },
  { method: "PATCH", pattern: "/sites/{site}/lists/{list}/items/{item}/fields", cost: 2, handle: patchFields },
];
