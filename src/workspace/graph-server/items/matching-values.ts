import type { RowQuestion } from "../../guide.ts";
import type { SqlFragment } from "../database/open-database.ts";
import { findList } from "../lists/list.ts";
import type { Tenant } from "../tenant/tenant.ts";

/** The values of a column in all rows that pass the tests, empty ones left out; nothing when the list is not there. */
export function matchingValues(
  { db, sites }: Pick<Tenant, "db" | "sites">,
  question: RowQuestion,
  column: string,
): readonly string[] {
  const site = sites.all.find(({ path }) => path === question.site);
  const list = site && findList(db, site.id, question.list);
  if (list === undefined) return [];
  const tests = question.where.flatMap(sqlOf);
  const condition = ["listKey = ?", "value IS NOT NULL", ...tests.map(({ sql }) => sql)].join(" AND ");
  return db
    .all<{ value: string | number }>(
      `SELECT json_extract(fields, ?) AS value FROM items WHERE ${condition}`,
      pathOf(column),
      list.key,
      ...tests.flatMap(({ values }) => values),
    )
    .map(({ value }) => String(value));
}

function sqlOf({ column, is, startsWith, from }: RowQuestion["where"][number]): readonly SqlFragment[] {
  const path = pathOf(column);
  const field = "json_extract(fields, ?)";
  return [
    ...(is === undefined
      ? []
      : [{ sql: `${field} IN (SELECT value FROM json_each(?))`, values: [path, JSON.stringify(is)] }]),
    ...(startsWith === undefined
      ? []
      : [{ sql: `substr(${field}, 1, ?) = ?`, values: [path, startsWith.length, startsWith] }]),
    ...(from === undefined ? [] : [{ sql: `${field} >= ?`, values: [path, from] }]),
  ];
}

function pathOf(column: string): string {
  return `$."${column}"`;
}
