import type { TextStyle } from "./field-text.ts";
import type { Column, FieldKind, Row } from "./list-model.ts";

export const danishStyle: TextStyle = { locale: "da-DK", timeZone: "Europe/Copenhagen", yes: "Ja", no: "Nej" };

/** A column of a kind, otherwise as plain as can be. */
export function columnOf(name: string, kind: FieldKind, more: Partial<Column> = {}): Column {
  return {
    name,
    title: name,
    description: "",
    kind,
    decimals: undefined,
    percentage: false,
    choices: [],
    required: false,
    indexed: false,
    own: true,
    format: undefined,
    ...more,
  };
}

export function rowOf(id: string, values: Readonly<Record<string, unknown>>, etag = ""): Row {
  return { id, webUrl: "", etag, values };
}
