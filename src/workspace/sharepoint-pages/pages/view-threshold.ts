import type { Condition, SortKey } from "./caml-query.ts";
import { type Column, type View, valueName } from "./list-model.ts";

/** Above this many items SharePoint answers only what an index carries. */
export const listViewThreshold = 5_000;

/** What somebody looking at the view asks for beside it. */
export interface Asked {
  readonly sort: SortKey | undefined;
  /** Columns filtered by their headings. */
  readonly filtered: readonly string[];
}

/** The first column the view must look through every item for, in a list too large for that; undefined if there is none. */
export function beyondThreshold(
  itemCount: number | undefined,
  { query }: View,
  asked: Asked,
  columns: ReadonlyMap<string, Column>,
): Column | undefined {
  if (itemCount === undefined || itemCount <= listViewThreshold) return undefined;
  const sorted = asked.sort === undefined ? query.orderBy : [asked.sort];
  const names = [
    ...conditionFields(query.where),
    ...query.groupBy.map(({ field }) => field),
    ...sorted.map(({ field }) => field),
    ...asked.filtered,
  ];
  // The number of an item is always indexed.
  return names
    .filter((name) => name !== "ID")
    .map((name) => columns.get(valueName(name)))
    .find((column) => column !== undefined && !column.indexed);
}

/** The columns a condition compares. */
export function conditionFields(condition: Condition | undefined): readonly string[] {
  if (condition === undefined || condition.kind === "unknown") return [];
  return "parts" in condition ? condition.parts.flatMap(conditionFields) : [condition.field];
}
