import type { Column } from "../columns/column.ts";
import type { SqlFragment } from "../database/open-database.ts";
import type { GraphCall } from "../http/graph-call.ts";
import { GraphError, invalidRequest } from "../http/graph-error.ts";
import { topOf } from "../http/query-options.ts";
import { type Item, itemColumns } from "../items/item.ts";
import { limits } from "../limits.ts";
import { itemCount, type SharePointList } from "../lists/list.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { type Filter, parseFilter, pathsOf } from "./filter.ts";
import { filterSql } from "./filter-sql.ts";
import { type PageCursor, readPageToken, writePageToken } from "./page-token.ts";
import { isIndexedField, type QueriedField, queriedField, valueExpression } from "./queried-field.ts";

interface Order {
  readonly field: QueriedField;
  readonly descending: boolean;
}

interface ItemPage {
  readonly items: readonly Item[];
  /** Present when there is more: the value of `$skiptoken`. */
  readonly nextToken: string | undefined;
}

const honorNonIndexed = /\bHonorNonIndexedQueriesWarningMayFailRandomly\b/i;

/** One page of a list's items by `$filter`, `$orderby`, `$top` and `$skiptoken`, with SharePoint's rules on indexes. */
export function queryItems(
  tenant: Tenant,
  call: GraphCall,
  list: SharePointList,
  columns: readonly Column[],
): ItemPage {
  refuseUnsupported(call);
  const filterText = call.query.get("$filter");
  const filter = filterText === undefined ? undefined : parseFilter(filterText);
  const order = orderOf(call, columns);
  requireIndexes(tenant, call, list, columns, filter, order);
  const top = topOf(call.query, limits.itemPageDefault, limits.itemPageMax);
  const queryKey = `${list.id}\n${filterText ?? ""}\n${call.query.get("$orderby") ?? ""}`;
  const token = call.query.get("$skiptoken");
  const after = token === undefined ? undefined : readPageToken(tenant, queryKey, token);
  const where = filter && filterSql(filter, columns, tenant.time);
  const rows = selectPage(tenant, list, { where, order, after, count: top + 1 });
  const items = rows.slice(0, top);
  const last = items.at(-1);
  const nextToken =
    rows.length > top && last
      ? writePageToken(tenant, queryKey, { id: last.id, sortValue: last.sortValue }, order !== undefined)
      : undefined;
  return { items, nextToken };
}

function refuseUnsupported({ query }: GraphCall): void {
  for (const option of ["$count", "$skip"]) {
    if (query.has(option)) {
      throw invalidRequest(
        `${option} is not supported on this API. Only URLs returned by the API can be used to page.`,
      );
    }
  }
  if (query.has("$search")) throw invalidRequest("$search is not supported on this API.");
}

function orderOf(call: GraphCall, columns: readonly Column[]): Order | undefined {
  const text = call.query.get("$orderby");
  if (text === undefined) return undefined;
  const match = /^\s*([\w/]+)(?:\s+(asc|desc))?\s*$/.exec(text);
  if (!match?.[1]) throw invalidRequest("Only one field can be used in $orderby.");
  return { field: queriedField(match[1], columns), descending: match[2] === "desc" };
}

function requireIndexes(
  tenant: Tenant,
  call: GraphCall,
  list: SharePointList,
  columns: readonly Column[],
  filter: Filter | undefined,
  order: Order | undefined,
): void {
  const filtered = filter ? pathsOf(filter).map((path) => queriedField(path, columns)) : [];
  const used = order ? [...filtered, order.field] : filtered;
  const offender = used.find((field) => !isIndexedField(field));
  if (offender && !honorNonIndexed.test(call.headers.get("prefer") ?? "")) {
    throw invalidRequest(
      `Field '${offender.name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: ` +
        "HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail " +
        "on large lists.",
    );
  }
  const mixed = order !== undefined && filtered.some((field) => field.name !== order.field.name);
  if ((offender || mixed) && itemCount(tenant.db, list.key) > limits.listViewThreshold) {
    throw new GraphError(422, "notSupported", "The request is unprocessable because it uses too many resources", {
      innerCode: "tooManyResources",
    });
  }
}

interface PageRow extends Item {
  readonly sortValue: string | number | null;
}

function selectPage(
  tenant: Tenant,
  list: SharePointList,
  wanted: {
    readonly where: SqlFragment | undefined;
    readonly order: Order | undefined;
    readonly after: PageCursor | undefined;
    readonly count: number;
  },
): readonly PageRow[] {
  const sort = wanted.order ? valueExpression(wanted.order.field) : { sql: "NULL", values: [] };
  const where = wanted.where
    ? { sql: `AND ${wanted.where.sql}`, values: wanted.where.values }
    : { sql: "", values: [] };
  const after = wanted.after ? afterCursor(wanted.after, wanted.order) : { sql: "1", values: [] };
  const direction = wanted.order?.descending === true ? "DESC" : "ASC";
  const by = wanted.order ? `sortValue ${direction}, i.id` : "i.id";
  return tenant.db.all<PageRow>(
    `SELECT * FROM (SELECT ${itemColumns}, ${sort.sql} AS sortValue FROM items i WHERE i.listKey = ? ${where.sql}) i
     WHERE ${after.sql} ORDER BY ${by} LIMIT ?`,
    ...sort.values,
    list.key,
    ...where.values,
    ...after.values,
    wanted.count,
  );
}

/** Rows after the cursor; empty values come first upwards and last downwards, rows of one value by number. */
function afterCursor(after: PageCursor, order: Order | undefined): SqlFragment {
  if (!order) return { sql: "i.id > ?", values: [after.id] };
  if (after.sortValue === null) {
    const rest = order.descending ? "0" : "sortValue IS NOT NULL";
    return { sql: `(${rest} OR (sortValue IS NULL AND i.id > ?))`, values: [after.id] };
  }
  const beyond = order.descending ? "(sortValue < ? OR sortValue IS NULL)" : "sortValue > ?";
  return {
    sql: `(${beyond} OR (sortValue = ? AND i.id > ?))`,
    values: [after.sortValue, after.sortValue, after.id],
  };
}
