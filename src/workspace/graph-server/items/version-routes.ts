import type { GraphReply, RoutedCall } from "../http/graph-call.ts";
import { invalidRequest, itemNotFound } from "../http/graph-error.ts";
import type { JsonDraft } from "../http/json.ts";
import { expandOf } from "../http/query-options.ts";
import type { Route } from "../http/route.ts";
import { actorOf, identitySet, readActor } from "../tenant/identity-set.ts";
import { contextOf, type Tenant } from "../tenant/tenant.ts";
import { editorFields } from "./authors.ts";
import { type FieldValue, fieldsOf, type Item, requireItem } from "./item.ts";
import { type ItemPlace, itemPlace } from "./item-place.ts";
import { fieldsView } from "./show-item.ts";
import { updateItem } from "./write-item.ts";

type VersionRow = Pick<Item, "version" | "modified" | "modifiedBy" | "fields">;

function versionsOf(tenant: Tenant, item: Item): readonly VersionRow[] {
  const earlier = tenant.db.all<VersionRow>(
    "SELECT version, modified, modifiedBy, fields FROM itemVersions WHERE itemKey = ? ORDER BY version DESC",
    item.key,
  );
  return [item, ...earlier];
}

function requireVersion(tenant: Tenant, item: Item, id: string): VersionRow {
  const found = versionsOf(tenant, item).find((version) => `${version.version}.0` === id);
  if (!found) throw itemNotFound();
  return found;
}

function versionView(call: RoutedCall, place: ItemPlace, item: Item): (version: VersionRow) => JsonDraft {
  const fields = expandOf(call.query).find((expansion) => expansion.name === "fields");
  const showFields = fields && fieldsView(place.list, place.columns, fields.select);
  return (version) => {
    const json: JsonDraft = {
      id: `${version.version}.0`,
      lastModifiedDateTime: version.modified,
      lastModifiedBy: identitySet(readActor(version.modifiedBy)),
    };
    if (showFields) json["fields"] = showFields({ ...item, ...version });
    return json;
  };
}

function getVersions(tenant: Tenant, call: RoutedCall): GraphReply {
  const place = itemPlace(tenant, call, "read");
  const item = requireItem(tenant.db, place.list, call.param("item"));
  const value = versionsOf(tenant, item).map(versionView(call, place, item));
  return {
    status: 200,
    body: { "@odata.context": contextOf(tenant, `${place.base}/items('${item.id}')/versions`), value },
  };
}

function getVersion(tenant: Tenant, call: RoutedCall): GraphReply {
  const place = itemPlace(tenant, call, "read");
  const item = requireItem(tenant.db, place.list, call.param("item"));
  const version = requireVersion(tenant, item, call.param("version"));
  const context = contextOf(tenant, `${place.base}/items('${item.id}')/versions/$entity`);
  return { status: 200, body: { "@odata.context": context, ...versionView(call, place, item)(version) } };
}

/** Puts an earlier version's values on top as a new version. */
function restoreVersion(tenant: Tenant, call: RoutedCall): GraphReply {
  const place = itemPlace(tenant, call, "write");
  const item = requireItem(tenant.db, place.list, call.param("item"));
  const version = requireVersion(tenant, item, call.param("version"));
  if (version.version === item.version) throw invalidRequest("The current version cannot be restored.");
  const old = fieldsOf(version);
  const present = fieldsOf(item);
  const changes = new Map<string, FieldValue | undefined>();
  for (const column of place.columns) {
    if (!column.readOnly && (column.name in old || column.name in present)) changes.set(column.name, old[column.name]);
  }
  const by = actorOf(tenant, call.claims);
  updateItem(tenant, { ...place, item, changes, by, authors: editorFields(tenant, place.site, by) });
  return { status: 204 };
}

/** Versions of an item. */
export const versionRoutes: readonly Route[] = [
  { method: "GET", pattern: "/sites/{site}/lists/{list}/items/{item}/versions", cost: 2, handle: getVersions },
  { method: "GET", pattern: "/sites/{site}/lists/{list}/items/{item}/versions/{version}", cost: 1, handle: getVersion },
  {
    method: "POST",
    pattern: "/sites/{site}/lists/{list}/items/{item}/versions/{version}/restoreVersion",
    cost: 2,
    handle: restoreVersion,
  },
];
