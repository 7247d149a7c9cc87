import type { JsonObject } from "../http/json.ts";
import type { Column } from "./column.ts";

/** A column as Graph shows it; exactly one facet, or none for types Graph does not know. */
export function columnJson(column: Column): JsonObject {
  return {
    columnGroup: column.columnGroup,
    description: column.description,
    displayName: column.displayName,
    enforceUniqueValues: column.isUnique,
    hidden: column.hidden,
    id: column.id,
    indexed: column.indexed,
    name: column.name,
    readOnly: column.readOnly,
    required: column.required,
    ...column.facet,
  };
}
