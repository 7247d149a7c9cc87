import { currentSequence } from "../database/sequence.ts";
import type { GraphReply, RoutedCall } from "../http/graph-call.ts";
import type { JsonDraft } from "../http/json.ts";
import { expandOf, selectOf, topOf, withOption } from "../http/query-options.ts";
import type { Route } from "../http/route.ts";
import { limits } from "../limits.ts";
import { contextOf, graphUrl, type Tenant } from "../tenant/tenant.ts";
import { type DeltaPosition, readDeltaToken, startOfFeed, writeDeltaToken } from "./delta-token.ts";
import { type Item, itemColumns } from "./item.ts";
import { type ItemPlace, itemPlace, itemView } from "./item-place.ts";
import { contentTypeJson } from "./show-item.ts";

interface Tombstone {
  readonly id: number;
  readonly seq: number;
  readonly contentType: Item["contentType"];
}

type Change = { readonly seq: number; readonly json: JsonDraft };

function getDelta(tenant: Tenant, call: RoutedCall): GraphReply {
  const place = itemPlace(tenant, call, "read");
  const token = call.query.get("$skiptoken") ?? call.query.get("token");
  const position = positionOf(tenant, call, place, token);
  const top = topOf(call.query, limits.itemPageDefault, limits.itemPageMax);
  const changes = changesAfter(tenant, call, place, position, top + 1);
  const page = changes.slice(0, top);
  const body: JsonDraft = {
    "@odata.context": contextOf(tenant, `${place.base}/items(fields())/$delta`),
    value: page.map((change) => change.json),
  };
  if (changes.length > top) {
    const since = page.at(-1)?.seq ?? position.since;
    body["@odata.nextLink"] = linkTo(tenant, call, place, "$skiptoken", { ...position, since });
  } else {
    const told = page.at(-1)?.seq ?? 0;
    const since = Math.max(position.since, position.deletedSince, told);
    body["@odata.deltaLink"] = linkTo(tenant, call, place, "token", { since, deletedSince: since });
  }
  return { status: 200, body };
}

function positionOf(tenant: Tenant, call: RoutedCall, place: ItemPlace, token: string | undefined): DeltaPosition {
  if (token === undefined) return startOfFeed(tenant);
  if (token === "latest") {
    const now = currentSequence(tenant.db);
    return { since: now, deletedSince: now };
  }
  return readDeltaToken(tenant, place.list, call.path, token);
}

/** Changed and removed items in the order of the tenant's sequence, so nothing slips between two pages. */
function changesAfter(
  tenant: Tenant,
  call: RoutedCall,
  place: ItemPlace,
  position: DeltaPosition,
  count: number,
): readonly Change[] {
  const view = itemView(tenant, place, selectOf(call.query), expandOf(call.query));
  const items = tenant.db.all<Item>(
    `SELECT ${itemColumns} FROM items i WHERE i.listKey = ? AND i.seq > ? ORDER BY i.seq LIMIT ?`,
    place.list.key,
    position.since,
    count,
  );
  const removed = tenant.db.all<Tombstone>(
    "SELECT id, seq, contentType FROM tombstones WHERE listKey = ? AND seq > ? ORDER BY seq LIMIT ?",
    place.list.key,
    Math.max(position.since, position.deletedSince),
    count,
  );
  const changes = [
    ...items.map((item) => ({ seq: item.seq, json: withoutEditor(view(item)) })),
    ...removed.map((tombstone) => ({ seq: tombstone.seq, json: removedJson(place, tombstone) })),
  ];
  return changes.toSorted((left, right) => left.seq - right.seq).slice(0, count);
}

/** The feed says that an item changed, never who changed it. */
function withoutEditor(json: JsonDraft): JsonDraft {
  const { lastModifiedBy: _editor, ...rest } = json;
  return rest;
}

function removedJson(place: ItemPlace, tombstone: Tombstone): JsonDraft {
  return {
    id: String(tombstone.id),
    parentReference: { siteId: place.site.id },
    contentType: contentTypeJson(tombstone.contentType),
    deleted: { state: "deleted" },
  };
}

function linkTo(tenant: Tenant, call: RoutedCall, place: ItemPlace, option: string, position: DeltaPosition): string {
  const token = writeDeltaToken(tenant, place.list, position);
  return `${graphUrl(tenant, call.path)}?${withOption(call.query.raw, ["$skiptoken", "token"], option, token)}`;
}

/** The change feed of a list. */
export const deltaRoutes: readonly Route[] = [
  { method: "GET", pattern: "/sites/{site}/lists/{list}/items/delta", cost: "delta", handle: getDelta },
];
