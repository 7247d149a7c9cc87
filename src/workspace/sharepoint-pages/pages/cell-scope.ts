import * as z from "zod/mini";
import { fieldText } from "./field-text.ts";
import type { FormatScope, FormatValue } from "./format-scope.ts";
import type { Row } from "./list-model.ts";
import type { ViewContext } from "./view-rows.ts";

const partsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** What formatting can see from one cell of a row. */
export function cellScope(
  row: Row,
  field: string,
  rowIndex: number,
  context: ViewContext & { readonly mail: string },
): FormatScope {
  const { columns, style } = context;
  const { locale, timeZone } = style;
  return {
    currentField: field,
    value: (name) => formatValue(row.values[name], columns.get(name)?.kind),
    displayValue: (name) => {
      const column = columns.get(name);
      return column === undefined ? "" : fieldText(column, row.values[name], style);
    },
    now: context.now,
    me: context.mail,
    rowIndex,
    locale,
    timeZone,
  };
}

function formatValue(value: unknown, kind: string | undefined): FormatValue {
  if (typeof value === "string") return textValue(value, kind);
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map((part) => formatValue(part, undefined));
  const parts = partsSchema.safeParse(value);
  return parts.success ? objectValue(parts.data) : "";
}

function textValue(value: string, kind: string | undefined): FormatValue {
  if (kind === "date" || kind === "date-time") return new Date(value);
  return kind === "person" || kind === "lookup" ? { title: value, lookupValue: value } : value;
}

/** Graph's names for the parts of lookups and links, as formatting knows them. */
function objectValue(parts: Readonly<Record<string, string | number>>): FormatValue {
  const {
    LookupValue: lookupValue = "",
    LookupId: lookupId = "",
    Url: url = "",
    Description: desc = "",
    ...rest
  } = parts;
  return { ...rest, lookupValue, lookupId, title: lookupValue, desc: desc === "" ? url : desc };
}
