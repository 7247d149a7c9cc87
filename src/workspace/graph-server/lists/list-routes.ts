import * as z from "zod/mini";
import { withBuiltInColumns } from "../columns/built-in-columns.ts";
import { columnsOf, forgetColumns, type NewColumn } from "../columns/column.ts";
import { readColumnBody, toNewColumn } from "../columns/column-definition.ts";
import { columnJson } from "../columns/column-json.ts";
import { requireFreeName, requireLawfulIndex } from "../columns/column-rules.ts";
import { foldCase } from "../database/open-database.ts";
import { type GraphReply, type RoutedCall, readBody } from "../http/graph-call.ts";
import { invalidRequest, nameAlreadyExists } from "../http/graph-error.ts";
import type { JsonDraft } from "../http/json.ts";
import { type Expansion, expandOf, selectOf } from "../http/query-options.ts";
import type { Route } from "../http/route.ts";
import { selectMembers } from "../http/select-members.ts";
import { itemsMember } from "../items/item-routes.ts";
import { limits } from "../limits.ts";
import { actorOf } from "../tenant/identity-set.ts";
import type { Site } from "../tenant/site-directory.ts";
import { requireSite } from "../tenant/site-rights.ts";
import { contextOf, type Tenant, wireTime } from "../tenant/tenant.ts";
import { createList } from "./create-list.ts";
import { listsOf, requireList, type SharePointList } from "./list.ts";
import { listETag, listJson } from "./list-json.ts";

const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.listTitleLength));

const newListSchema = z.object({
  displayName: title,
  description: z.optional(z.string()),
  columns: z.optional(z.array(z.unknown())),
  list: z.optional(z.object({ template: z.optional(z.string()) })),
});

const listPatchSchema = z.object({ displayName: z.optional(title), description: z.optional(z.string()) });

const templates = ["genericList", "documentLibrary"] as const;

function postList(tenant: Tenant, call: RoutedCall): GraphReply {
  const site = requireSite(tenant, call.claims, call.param("site"), "manage");
  refuseName(call.body.json());
  const body = readBody(call, newListSchema);
  const wantedTemplate = body.list?.template ?? "genericList";
  const template = templates.find((known) => known === wantedTemplate);
  if (!template) throw invalidRequest("One of the provided arguments is not acceptable.");
  const list = createList(
    tenant,
    site,
    {
      displayName: body.displayName,
      description: body.description ?? "",
      template,
      system: false,
      columns: readColumns(template, body.columns ?? []),
    },
    actorOf(tenant, call.claims),
  );
  const context = contextOf(tenant, `sites('${encodeURIComponent(site.id)}')/lists/$entity`);
  // In this answer SharePoint writes the eTag without its quotes.
  const json = { ...listJson(tenant, site, list), eTag: `${list.id},${list.version}` };
  return { status: 201, body: { "@odata.context": context, ...json } };
}

function refuseName(body: unknown): void {
  if (typeof body === "object" && body !== null && "name" in body) {
    throw invalidRequest(
      "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
    );
  }
}

function readColumns(template: string, bodies: readonly unknown[]): readonly NewColumn[] {
  const columns: NewColumn[] = [];
  const builtIn = withBuiltInColumns(template, []);
  for (const body of bodies) {
    const column = toNewColumn(readColumnBody(body));
    requireFreeName([...builtIn, ...columns], column.name);
    requireLawfulIndex(columns, column);
    columns.push(column);
  }
  return columns;
}

function getLists(tenant: Tenant, call: RoutedCall): GraphReply {
  const site = requireSite(tenant, call.claims, call.param("site"), "read");
  const select = selectOf(call.query);
  const withSystem = select?.includes("system") === true;
  const filter = call.query.get("$filter");
  const wanted = filter === undefined ? undefined : titleOf(filter);
  const value = listsOf(tenant.db, site.id)
    .filter((list) => withSystem || list.system === 0)
    .filter((list) => wanted === undefined || foldCase(list.displayName) === foldCase(wanted))
    .map((list) => showList(tenant, call, site, list));
  const context = contextOf(tenant, `sites('${encodeURIComponent(site.id)}')/lists`);
  return { status: 200, body: { "@odata.context": context, value } };
}

/** The only filter SharePoint knows on lists: `displayName eq 'X'`. */
function titleOf(filter: string): string {
  const match = /^\s*displayName\s+eq\s+'((?:[^']|'')*)'\s*$/.exec(filter);
  if (!match) throw invalidRequest("The provided filter statement is not supported");
  return (match[1] ?? "").replaceAll("''", "'");
}

function getList(tenant: Tenant, call: RoutedCall): GraphReply {
  const site = requireSite(tenant, call.claims, call.param("site"), "read");
  const list = requireList(tenant.db, site, call.param("list"));
  const context = contextOf(tenant, `sites('${encodeURIComponent(site.id)}')/lists/$entity`);
  return {
    status: 200,
    headers: { ETag: listETag(list) },
    body: { "@odata.context": context, ...showList(tenant, call, site, list) },
  };
}

function showList(tenant: Tenant, call: RoutedCall, site: Site, list: SharePointList): JsonDraft {
  const expansions = expandOf(call.query);
  const json = selectMembers(listJson(tenant, site, list), selectOf(call.query));
  for (const expansion of expansions) Object.assign(json, expandedMember(tenant, site, list, expansion));
  return json;
}

function expandedMember(tenant: Tenant, site: Site, list: SharePointList, expansion: Expansion): JsonDraft {
  const base = `sites('${encodeURIComponent(site.id)}')/lists('${list.id}')`;
  switch (expansion.name) {
    case "columns": {
      const columns = columnsOf(tenant.db, list.key).filter((column) => !column.hidden);
      return { "columns@odata.context": contextOf(tenant, `${base}/columns`), columns: columns.map(columnJson) };
    }
    case "items":
      return itemsMember(tenant, site, list, expansion, contextOf(tenant, `${base}/items`));
    default:
      throw invalidRequest(`Could not find a property named '${expansion.name}' on type 'microsoft.graph.list'.`);
  }
}

function patchList(tenant: Tenant, call: RoutedCall): GraphReply {
  const site = requireSite(tenant, call.claims, call.param("site"), "manage");
  const list = requireList(tenant.db, site, call.param("list"));
  refuseSystem(list);
  const body = readBody(call, listPatchSchema);
  const displayName = body.displayName ?? list.displayName;
  const others = listsOf(tenant.db, site.id).filter(({ key }) => key !== list.key);
  if (others.some((other) => foldCase(other.displayName) === foldCase(displayName))) throw nameAlreadyExists();
  tenant.db.run(
    "UPDATE lists SET displayName = ?, description = ?, version = version + 1, modified = ?, modifiedBy = ? WHERE key = ?",
    displayName,
    body.description ?? list.description,
    wireTime(tenant.now()),
    JSON.stringify(actorOf(tenant, call.claims)),
    list.key,
  );
  const changed = requireList(tenant.db, site, list.id);
  const context = contextOf(tenant, `sites('${encodeURIComponent(site.id)}')/lists/$entity`);
  return { status: 200, body: { "@odata.context": context, ...listJson(tenant, site, changed) } };
}

function deleteList(tenant: Tenant, call: RoutedCall): GraphReply {
  const site = requireSite(tenant, call.claims, call.param("site"), "manage");
  const list = requireList(tenant.db, site, call.param("list"));
  refuseSystem(list);
  forgetColumns(tenant.db, list.key);
  tenant.db.run("DELETE FROM lists WHERE key = ?", list.key);
  return { status: 204 };
}

function refuseSystem(list: SharePointList): void {
  if (list.system === 1) throw invalidRequest("A system list cannot be changed.");
}

/** Lists: read, make, rename, remove. */
export const listRoutes: readonly Route[] = [
  { method: "GET", pattern: "/sites/{site}/lists", cost: 2, handle: getLists },
  { method: "POST", pattern: "/sites/{site}/lists", cost: 2, handle: postList },
  { method: "GET", pattern: "/sites/{site}/lists/{list}", cost: 1, handle: getList },
  { method: "PATCH", pattern: "/sites/{site}/lists/{list}", cost: 2, handle: patchList },
  { method: "DELETE", pattern: "/sites/{site}/lists/{list}", cost: 2, handle: deleteList },
];
