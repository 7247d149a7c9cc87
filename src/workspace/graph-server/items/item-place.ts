import { type Column, columnsOf } from "../columns/column.ts";
import type { RoutedCall } from "../http/graph-call.ts";
import { invalidRequest } from "../http/graph-error.ts";
import type { JsonDraft } from "../http/json.ts";
import type { Expansion } from "../http/query-options.ts";
import { selectMembers } from "../http/select-members.ts";
import { requireList, type SharePointList } from "../lists/list.ts";
import type { Site } from "../tenant/site-directory.ts";
import { requireSite, type SiteRight } from "../tenant/site-rights.ts";
import { contextOf, type Tenant } from "../tenant/tenant.ts";
import type { Item } from "./item.ts";
import { fieldsView, itemJson } from "./show-item.ts";

/** The list an item call is about, after the rights of the caller were checked. */
export interface ItemPlace {
  readonly site: Site;
  readonly list: SharePointList;
  readonly columns: readonly Column[];
  /** `@odata.context` fragment of the list. */
  readonly base: string;
}

export function itemPlace(tenant: Tenant, call: RoutedCall, right: SiteRight): ItemPlace {
  const site = requireSite(tenant, call.claims, call.param("site"), right);
  return placeOfList(tenant, site, requireList(tenant.db, site, call.param("list")), right);
}

export function placeOfList(tenant: Tenant, site: Site, list: SharePointList, right: SiteRight): ItemPlace {
  if (list.system === 1 && right !== "read") throw invalidRequest("Items of a system list cannot be changed.");
  return {
    site,
    list,
    columns: columnsOf(tenant.db, list.key),
    base: `sites('${encodeURIComponent(site.id)}')/lists('${list.id}')`,
  };
}

/** Prepares how items of the list are shown under `$select` and `$expand`. */
export function itemView(
  tenant: Tenant,
  place: ItemPlace,
  select: readonly string[] | undefined,
  expansions: readonly Expansion[],
): (item: Item) => JsonDraft {
  const fields = expansions.find((expansion) => expansion.name === "fields");
  const stranger = expansions.find((expansion) => expansion.name !== "fields");
  if (stranger) {
    throw invalidRequest(`Could not find a property named '${stranger.name}' on type 'microsoft.graph.listItem'.`);
  }
  const showFields = fields && fieldsView(place.list, place.columns, fields.select);
  return (item) => {
    const json = selectMembers(itemJson(tenant, place.site, place.list, item), select);
    if (showFields) Object.assign(json, fieldsMember(tenant, place, item, showFields(item)));
    return json;
  };
}

function fieldsMember(tenant: Tenant, place: ItemPlace, item: Item, fields: JsonDraft): JsonDraft {
  return {
    "fields@odata.context": contextOf(tenant, `${place.base}/items('${item.id}')/fields/$entity`),
    fields,
  };
}
