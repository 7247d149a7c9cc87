import type { Column } from "../columns/column.ts";
import { foldCase, type SqlFragment, type SqlValue } from "../database/open-database.ts";
import { GraphError } from "../http/graph-error.ts";
import { readInstant } from "../items/read-field-values.ts";
import type { SiteTime } from "../tenant/site-time.ts";
import { wireTime } from "../tenant/tenant.ts";
import { type Comparison, type Filter, invalidFilter, type Literal } from "./filter.ts";
import { type QueriedField, queriedField, valueExpression } from "./queried-field.ts";

const operators: Readonly<Record<Comparison, string>> = { eq: "=", ne: "<>", lt: "<", le: "<=", gt: ">", ge: ">=" };

/** Above every character a text can hold: closes the range of a prefix. */
const lastCharacter = "\u{10ffff}";

/** The condition of a filter on rows `i` of items; values travel as parameters. */
export function filterSql(filter: Filter, columns: readonly Column[], time: SiteTime): SqlFragment {
  if (filter.kind === "joint") {
    const left = filterSql(filter.left, columns, time);
    const right = filterSql(filter.right, columns, time);
    const joint = filter.joint === "and" ? "AND" : "OR";
    return { sql: `(${left.sql} ${joint} ${right.sql})`, values: [...left.values, ...right.values] };
  }
  const field = queriedField(filter.path, columns);
  if (filter.kind === "starts-with") return startsWith(field, foldCase(filter.value));
  return compare(field, filter.operator, comparableLiteral(field, filter.value, time));
}

function compare(field: QueriedField, operator: Comparison, value: SqlValue): SqlFragment {
  // An empty field is unequal to every value.
  if (operator === "ne") {
    const equal = condition(field, "= ?", [value]);
    return { sql: `NOT coalesce(${equal.sql}, 0)`, values: equal.values };
  }
  return condition(field, `${operators[operator]} ?`, [value]);
}

function startsWith(field: QueriedField, prefix: string): SqlFragment {
  return condition(field, "BETWEEN ? AND ?", [prefix, `${prefix}${lastCharacter}`]);
}

/** One test of a field; on an indexed column it is answered by a range of the index. */
function condition(field: QueriedField, test: string, values: readonly SqlValue[]): SqlFragment {
  if (field.kind === "column" && field.column.indexed) {
    return {
      sql: `i.key IN (SELECT v.itemKey FROM columnValues v WHERE v.columnKey = ? AND v.value ${test})`,
      values: [field.column.key, ...values],
    };
  }
  const expression = valueExpression(field);
  return { sql: `${expression.sql} ${test}`, values: [...expression.values, ...values] };
}

function comparableLiteral(field: QueriedField, value: Literal, time: SiteTime): SqlValue {
  if (field.kind === "id") return numberOf(value);
  const { kind } = field.column;
  if (kind === "number") return numberOf(value);
  if (kind === "person") return String(numberOf(value));
  if (kind === "boolean") return truthOf(value);
  if (kind === "date-time") return foldCase(wireTime(instantOf(value)));
  if (kind === "date-only") return foldCase(wireTime(time.startOfDay(instantOf(value))));
  if (typeof value !== "string") throw invalidFilter();
  return foldCase(value);
}

function truthOf(value: Literal): number {
  if (typeof value === "string") throw invalidFilter();
  return Number(value);
}

function numberOf(value: Literal): number {
  const number = typeof value === "boolean" || value === "" ? Number.NaN : Number(value);
  if (Number.isNaN(number)) throw invalidFilter();
  return number;
}

function instantOf(value: Literal): Date {
  try {
    return readInstant(value);
  } catch (cause) {
    if (cause instanceof GraphError) throw invalidFilter();
    throw cause;
  }
}
