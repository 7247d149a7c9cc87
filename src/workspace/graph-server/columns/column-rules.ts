import { invalidRequest, nameAlreadyExists } from "../http/graph-error.ts";
import { limits } from "../limits.ts";
import { isIndexable, type NewColumn } from "./column.ts";

/** Refuses a name that another column of the list already has. */
export function requireFreeName(columns: readonly Pick<NewColumn, "name">[], name: string): void {
  const taken = columns.some((column) => column.name.toLowerCase() === name.toLowerCase());
  if (taken) throw nameAlreadyExists(`A column with the name '${name}' already exists.`);
}

/** The rules about indexes: only single values, at most 20 in a list, and uniqueness rests on an index. */
export function requireLawfulIndex(
  others: readonly Pick<NewColumn, "indexed">[],
  column: Pick<NewColumn, "kind" | "indexed" | "isUnique">,
): void {
  if (column.isUnique && !column.indexed) {
    throw invalidRequest("This field must be indexed to enforce unique values.");
  }
  if (!column.indexed) return;
  if (!isIndexable(column)) throw invalidRequest("This type of column cannot be indexed.");
  if (others.filter((other) => other.indexed).length >= limits.indexedColumnsPerList) {
    throw invalidRequest(`A list can have at most ${limits.indexedColumnsPerList} indexed columns.`);
  }
}
