import type { Condition, Operand, SortKey } from "./caml-query.ts";
import { fieldText, type TextStyle } from "./field-text.ts";
import { dateFormat } from "./intl-formats.ts";
import { type Column, type Row, valueName } from "./list-model.ts";

/** What a view's rows depend on besides the rows. */
export interface ViewContext {
  readonly columns: ReadonlyMap<string, Column>;
  readonly style: TextStyle;
  /** Business time. */
  readonly now: Date;
  /** The persona's display name, for conditions on "me". */
  readonly me: string;
}

/** A line of the grid: a group's heading, or a row. */
export type Line =
  | {
      readonly kind: "group";
      readonly key: string;
      readonly level: number;
      readonly label: string;
      readonly count: number;
    }
  | { readonly kind: "row"; readonly row: Row };

/** True if the row belongs in the view. */
export function matches(condition: Condition | undefined, row: Row, context: ViewContext): boolean {
  if (condition === undefined) return true;
  switch (condition.kind) {
    case "and":
      return condition.parts.every((part) => matches(part, row, context));
    case "or":
      return condition.parts.some((part) => matches(part, row, context));
    case "null":
      return isEmpty(valueOf(row, condition.field));
    case "not-null":
      return !isEmpty(valueOf(row, condition.field));
    case "in":
      return condition.operands.some((operand) => compares(row, condition.field, "Eq", operand, context));
    case "compare":
      return compares(row, condition.field, condition.is, condition.operand, context);
    case "unknown":
      return true;
  }
}

type ComparisonName = Extract<Condition, { kind: "compare" }>["is"];

function compares(row: Row, field: string, is: ComparisonName, operand: Operand, context: ViewContext): boolean {
  const column = context.columns.get(valueName(field));
  const value = valueOf(row, field);
  if (Array.isArray(value)) {
    const held = value.some((part) => compareValues(part, operandValue(operand, column, context)) === 0);
    return is === "Neq" ? !held : held;
  }
  if (isEmpty(value)) return is === "Neq";
  const left = comparable(value, column, context);
  const right = operandValue(operand, column, context);
  if (is === "BeginsWith" || is === "Contains") {
    const [text, wanted] = [String(left).toLowerCase(), String(right).toLowerCase()];
    return is === "BeginsWith" ? text.startsWith(wanted) : text.includes(wanted);
  }
  const order = compareValues(left, right);
  switch (is) {
    case "Eq":
      return order === 0;
    case "Neq":
      return order !== 0;
    case "Lt":
      return order < 0;
    case "Leq":
      return order <= 0;
    case "Gt":
      return order > 0;
    case "Geq":
      return order >= 0;
  }
}

/** Days are compared as days where the site is, points in time as points in time. */
function comparable(value: unknown, column: Column | undefined, context: ViewContext): string | number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "string" && column?.kind === "date") return dayIn(new Date(value), context.style.timeZone);
  if (typeof value === "string" && column?.kind === "date-time") return new Date(value).getTime();
  return typeof value === "string" ? value : "";
}

function operandValue(operand: Operand, column: Column | undefined, context: ViewContext): string | number {
  if (operand.kind === "me") return context.me;
  const { timeZone } = context.style;
  if (operand.kind === "today") {
    const day = new Date(context.now.getTime() + operand.offsetDays * 86_400_000);
    return column?.kind === "date" ? dayIn(day, timeZone) : day.getTime();
  }
  return literalValue(operand.text, column, timeZone);
}

function literalValue(text: string, column: Column | undefined, timeZone: string): string | number {
  if (column?.kind === "number") return Number(text);
  if (column?.kind === "boolean") return /^(?:1|true)$/iu.test(text) ? 1 : 0;
  if (column?.kind === "date-time") return new Date(text).getTime();
  // A bare day is a day; an instant is the day it is in at the site.
  if (column?.kind === "date" && text.length > 10) return dayIn(new Date(text), timeZone);
  return text;
}

/** Rows in the order of the keys; empty values come first, as in SharePoint; equal rows keep their order. */
export function sortRows(rows: readonly Row[], keys: readonly SortKey[], context: ViewContext): readonly Row[] {
  if (keys.length === 0) return rows;
  const keyed = rows.map((row) => ({ row, parts: keys.map(({ field }) => sortValue(row, field, context)) }));
  const compare = (a: (typeof keyed)[number], b: (typeof keyed)[number]): number => {
    for (const [index, { descending }] of keys.entries()) {
      const order = compareOrEmpty(a.parts[index], b.parts[index]);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  };
  return keyed.toSorted(compare).map(({ row }) => row);
}

/** What a row is sorted by, worked out once per row; undefined for an empty field. */
function sortValue(row: Row, field: string, context: ViewContext): string | number | undefined {
  const value = valueOf(row, field);
  if (isEmpty(value)) return undefined;
  const column = context.columns.get(valueName(field));
  if (typeof value === "object" && column !== undefined) return fieldText(column, value, context.style);
  return comparable(value, column, context);
}

function compareOrEmpty(a: string | number | undefined, b: string | number | undefined): number {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined);
  return compareValues(a, b);
}

const collator = new Intl.Collator("da", { numeric: true, sensitivity: "base" });

function compareValues(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return collator.compare(String(a), String(b));
}

/** Puts group headings between sorted rows; rows of folded groups are left out, their count stays. */
export function groupRows(
  rows: readonly Row[],
  keys: readonly SortKey[],
  isFolded: (key: string) => boolean,
  context: ViewContext,
): readonly Line[] {
  const lines = (part: readonly Row[], level: number, parent: string): readonly Line[] => {
    const key = keys[level];
    if (key === undefined) return part.map((row) => ({ kind: "row", row }));
    const groups = new Map<string, Row[]>();
    for (const row of part) {
      const label = labelOf(row, key.field, context);
      const members = groups.get(label) ?? [];
      members.push(row);
      groups.set(label, members);
    }
    return [...groups].flatMap(([label, members]) => {
      const name = `${parent}/${label}`;
      const heading: Line = { kind: "group", key: name, level, label, count: members.length };
      return isFolded(name) ? [heading] : [heading, ...lines(members, level + 1, name)];
    });
  };
  return lines(rows, 0, "");
}

/** A field as people read it. */
export function labelOf(row: Row, field: string, { columns, style }: ViewContext): string {
  const column = columns.get(valueName(field));
  return column === undefined ? "" : fieldText(column, valueOf(row, field), style);
}

/** Tells whether any of the shown fields contains some words; a row's text is put together once, not at every letter. */
export function textFinder(fields: readonly string[], context: ViewContext): (row: Row, words: string) => boolean {
  const { locale } = context.style;
  const texts = new WeakMap<Row, string>();
  return (row, words) => {
    const wanted = words.trim().toLocaleLowerCase(locale);
    if (wanted === "") return true;
    const text =
      texts.get(row) ?? fields.map((field) => labelOf(row, field, context).toLocaleLowerCase(locale)).join("\n");
    texts.set(row, text);
    return text.includes(wanted);
  };
}

export function valueOf(row: Row, field: string): unknown {
  return row.values[valueName(field)];
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** "2026-03-01": the day an instant falls on in a time zone. */
export function dayIn(instant: Date, timeZone: string): string {
  if (Number.isNaN(instant.getTime())) return "";
  return dateFormat("sv-SE", { dateStyle: "short", timeZone }).format(instant);
}
