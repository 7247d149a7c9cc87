import type { ColumnFacts } from "../lists/define-list.ts";
import type { ListView, ViewCondition } from "../lists/list-view.ts";

/** The CAML of a view: grouping, conditions and order. */
export function viewQuery(view: ListView, columns: Readonly<Record<string, ColumnFacts>>): string {
  const where = [...overlap(view), ...(view.where ?? []).map((condition) => conditionXml(condition, columns))];
  return `${groupXml(view.groupBy ?? [])}${where.length === 0 ? "" : `<Where>${all(where)}</Where>`}${orderXml(view)}`;
}

/** The name a view uses for a column: Title is shown as the link to the row. */
export function viewField(column: string): string {
  return column === "Title" ? "LinkTitle" : column;
}

function groupXml(columns: readonly string[]): string {
  if (columns.length === 0) return "";
  return `<GroupBy Collapse="FALSE" GroupLimit="100">${columns.map((name) => fieldRef(name)).join("")}</GroupBy>`;
}

function orderXml(view: ListView): string {
  const order = (view.orderBy ?? []).map(({ column, descending }) => fieldRef(column, descending));
  return order.length === 0 ? "" : `<OrderBy>${order.join("")}</OrderBy>`;
}

function fieldRef(name: string, descending = false): string {
  return `<FieldRef Name="${xml(name)}"${descending ? ' Ascending="FALSE"' : ""} />`;
}

/** What tells a calendar view its two dates. */
function overlap({ layout }: ListView): readonly string[] {
  if (layout?.kind !== "calendar") return [];
  const dates = `${fieldRef(layout.start)}${fieldRef(layout.end)}`;
  return [`<DateRangesOverlap>${dates}<Value Type="DateTime"><Month /></Value></DateRangesOverlap>`];
}

/** CAML joins exactly two. */
function all(conditions: readonly string[]): string {
  return conditions.reduceRight((rest, condition) => (rest === "" ? condition : `<And>${condition}${rest}</And>`), "");
}

const OPERATORS = {
  equal: "Eq",
  "not-equal": "Neq",
  before: "Lt",
  from: "Geq",
  below: "Lt",
  above: "Gt",
  empty: "IsNull",
  filled: "IsNotNull",
} as const;

function conditionXml(condition: ViewCondition, columns: Readonly<Record<string, ColumnFacts>>): string {
  const operator = OPERATORS[condition.is];
  const field = fieldRef(condition.column);
  if (condition.value === undefined) return `<${operator}>${field}</${operator}>`;
  return `<${operator}>${field}${valueXml(condition.value, columns[condition.column]?.kind)}</${operator}>`;
}

function valueXml(value: NonNullable<ViewCondition["value"]>, kind: ColumnFacts["kind"] | undefined): string {
  if (typeof value === "object") {
    const days = value.todayPlusDays;
    return `<Value Type="DateTime"><Today${days === 0 ? "" : ` OffsetDays="${days}"`} /></Value>`;
  }
  if (typeof value === "boolean") return `<Value Type="Boolean">${value ? 1 : 0}</Value>`;
  if (typeof value === "number") return `<Value Type="Number">${value}</Value>`;
  return `<Value Type="${kind === "choice" ? "Choice" : "Text"}">${xml(value)}</Value>`;
}

function xml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
