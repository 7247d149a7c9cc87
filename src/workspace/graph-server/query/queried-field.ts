import type { Column } from "../columns/column.ts";
import type { SqlFragment } from "../database/open-database.ts";
import { invalidRequest } from "../http/graph-error.ts";
import { fieldKey } from "../items/column-index.ts";
import { invalidFilter } from "./filter.ts";

/** A field as `$filter` and `$orderby` name it. `ID` is always carried by an index. */
export type QueriedField =
  | { readonly kind: "id"; readonly name: "ID" }
  | { readonly kind: "column"; readonly name: string; readonly column: Column };

/** Finds the field behind "fields/X"; without the prefix it is Graph's "Invalid filter clause". */
export function queriedField(path: string, columns: readonly Column[]): QueriedField {
  if (!path.startsWith("fields/")) throw invalidFilter();
  const name = path.slice("fields/".length);
  if (name === "ID" || name === "id") return { kind: "id", name: "ID" };
  const column = columns.find((candidate) => candidate.name === name || fieldKey(candidate) === name);
  if (!column) throw invalidRequest(`Field '${name}' is not recognized`);
  if (
    column.kind === "note" ||
    column.kind === "multi-choice" ||
    column.kind === "computed" ||
    column.kind === "hyperlink"
  ) {
    throw invalidRequest(`Field '${name}' cannot be referenced in filter or orderby.`);
  }
  return { kind: "column", name, column };
}

export function isIndexedField(field: QueriedField): boolean {
  return field.kind === "id" || field.column.indexed;
}

/** The comparable value of a field in a row `i` of items. */
export function valueExpression(field: QueriedField): SqlFragment {
  if (field.kind === "id") return { sql: "i.id", values: [] };
  const { column } = field;
  if (column.indexed) {
    return {
      sql: "(SELECT v.value FROM columnValues v WHERE v.itemKey = i.key AND v.columnKey = ?)",
      values: [column.key],
    };
  }
  return { sql: "fold(json_extract(i.fields, ?))", values: [`$."${fieldKey(column)}"`] };
}
