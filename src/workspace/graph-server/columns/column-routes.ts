import { randomUUID } from "node:crypto";
import type { GraphReply, RoutedCall } from "../http/graph-call.ts";
import { invalidRequest, itemNotFound } from "../http/graph-error.ts";
import { isJsonObject, type JsonObject } from "../http/json.ts";
import { selectOf } from "../http/query-options.ts";
import type { Route } from "../http/route.ts";
import { selectMembers } from "../http/select-members.ts";
import { rebuildIndex } from "../items/column-index.ts";
import { forgetField } from "../items/forget-field.ts";
import { requireList, type SharePointList } from "../lists/list.ts";
import { requireSite, type SiteRight } from "../tenant/site-rights.ts";
import { contextOf, type Tenant, wireTime } from "../tenant/tenant.ts";
import { positionOfOwn } from "./built-in-columns.ts";
import { type Column, columnsOf, insertColumn, removeColumn, saveColumn } from "./column.ts";
import { type ColumnBody, completeFacet, facetOf, kindOf, readColumnBody, toNewColumn } from "./column-definition.ts";
import { columnJson } from "./column-json.ts";
import { requireFreeName, requireLawfulIndex } from "./column-rules.ts";

interface Place {
  readonly list: SharePointList;
  readonly columns: readonly Column[];
  readonly context: string;
}

function placeOf(tenant: Tenant, call: RoutedCall, right: SiteRight): Place {
  const site = requireSite(tenant, call.claims, call.param("site"), right);
  const list = requireList(tenant.db, site, call.param("list"));
  if (list.system === 1 && right !== "read") throw invalidRequest("A system list cannot be changed.");
  const context = contextOf(tenant, `sites('${encodeURIComponent(site.id)}')/lists('${list.id}')/columns`);
  return { list, columns: columnsOf(tenant.db, list.key), context };
}

function requireColumn(place: Place, id: string): Column {
  const column = place.columns.find((candidate) => candidate.id === id.toLowerCase() || candidate.name === id);
  if (!column) throw itemNotFound();
  return column;
}

function touch(tenant: Tenant, list: SharePointList): void {
  tenant.db.run("UPDATE lists SET version = version + 1, modified = ? WHERE key = ?", wireTime(tenant.now()), list.key);
}

function getColumns(tenant: Tenant, call: RoutedCall): GraphReply {
  const place = placeOf(tenant, call, "read");
  const select = selectOf(call.query);
  const withHidden = select?.includes("hidden") === true;
  const value = place.columns
    .filter((column) => withHidden || !column.hidden)
    .map((column) => selectMembers(columnJson(column), select));
  return { status: 200, body: { "@odata.context": place.context, value } };
}

function getColumn(tenant: Tenant, call: RoutedCall): GraphReply {
  const place = placeOf(tenant, call, "read");
  return { status: 200, body: entity(place, requireColumn(place, call.param("column"))) };
}

function postColumn(tenant: Tenant, call: RoutedCall): GraphReply {
  const place = placeOf(tenant, call, "manage");
  const column = toNewColumn(readColumnBody(call.body.json()));
  requireFreeName(place.columns, column.name);
  requireLawfulIndex(place.columns, column);
  const id = randomUUID();
  insertColumn(tenant.db, place.list.key, id, column, positionOfOwn);
  touch(tenant, place.list);
  const added = requireColumn({ ...place, columns: columnsOf(tenant.db, place.list.key) }, id);
  return { status: 201, body: entity(place, added) };
}

function patchColumn(tenant: Tenant, call: RoutedCall): GraphReply {
  const place = placeOf(tenant, call, "manage");
  const column = requireColumn(place, call.param("column"));
  const changed = applied(column, readColumnBody(call.body.json()));
  const others = place.columns.filter((candidate) => candidate.key !== column.key);
  requireLawfulIndex(others, changed);
  saveColumn(tenant.db, changed);
  if (changed.indexed !== column.indexed || changed.isUnique !== column.isUnique) rebuildIndex(tenant.db, changed);
  touch(tenant, place.list);
  return { status: 200, body: entity(place, changed) };
}

/** The column after a PATCH: name and kind are for life, absent members stay. */
function applied(column: Column, body: ColumnBody): Column {
  if (body.name !== undefined && body.name !== column.name) {
    throw invalidRequest("The name of a column cannot be changed.");
  }
  return {
    ...column,
    displayName: body.displayName ?? column.displayName,
    description: body.description ?? column.description,
    columnGroup: body.columnGroup ?? column.columnGroup,
    required: body.required ?? column.required,
    indexed: body.indexed ?? column.indexed,
    isUnique: body.enforceUniqueValues ?? column.isUnique,
    hidden: body.hidden ?? column.hidden,
    facet: patchedFacet(column, body),
  };
}

function patchedFacet(column: Column, body: ColumnBody): JsonObject {
  const given = facetOf(body);
  if (!given) return column.facet;
  const present = column.facet[given.name];
  if (!isJsonObject(present)) {
    throw invalidRequest("The type of a column cannot be changed.");
  }
  const merged = { ...present, ...given.value };
  if (kindOf(given.name, merged) !== column.kind) throw invalidRequest("The type of a column cannot be changed.");
  return { [given.name]: completeFacet(given.name, merged) };
}

function deleteColumn(tenant: Tenant, call: RoutedCall): GraphReply {
  const place = placeOf(tenant, call, "manage");
  const column = requireColumn(place, call.param("column"));
  if (column.builtIn) throw invalidRequest("This column cannot be deleted.");
  removeColumn(tenant.db, column);
  forgetField(tenant.db, place.list.key, column.name);
  touch(tenant, place.list);
  return { status: 204 };
}

function entity(place: Place, column: Column): JsonObject {
  return { "@odata.context": `${place.context}/$entity`, ...columnJson(column) };
}

/** Columns of a list. */
export const columnRoutes: readonly Route[] = [
  { method: "GET", pattern: "/sites/{site}/lists/{list}/columns", cost: 2, handle: getColumns },
  { method: "POST", pattern: "/sites/{site}/lists/{list}/columns", cost: 2, handle: postColumn },
  { method: "GET", pattern: "/sites/{site}/lists/{list}/columns/{column}", cost: 1, handle: getColumn },
  { method: "PATCH", pattern: "/sites/{site}/lists/{list}/columns/{column}", cost: 2, handle: patchColumn },
  { method: "DELETE", pattern: "/sites/{site}/lists/{list}/columns/{column}", cost: 2, handle: deleteColumn },
];
