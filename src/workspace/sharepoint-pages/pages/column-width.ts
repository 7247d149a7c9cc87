import { fieldText, linkOf, type TextStyle } from "./field-text.ts";
import type { Column, Row } from "./list-model.ts";

const fixed: Partial<Record<Column["kind"], number>> = {
  number: 130,
  date: 150,
  "date-time": 160,
  boolean: 90,
  choice: 180,
  note: 300,
};
const [narrowest, usual, widest] = [96, 180, 300] as const;
const letterPx = 7.5;
const paddingPx = 32;
/** So many rows tell how long a column's texts are. */
const looked = 200;

/** Pixels a column takes: by its kind, a text column by its longest text, so that short ones leave room for long ones. */
export function columnWidth(column: Column, rows: readonly Row[], style: TextStyle): number {
  const known = fixed[column.kind];
  if (known !== undefined) return known;
  const values = rows.slice(0, looked).map(({ values: held }) => held[column.name]);
  if (column.kind === "link" || values.some((value) => linkOf(value) !== undefined)) return usual;
  const longest = Math.max(column.title.length, ...values.map((value) => fieldText(column, value, style).length));
  return Math.min(widest, Math.max(narrowest, Math.ceil(longest * letterPx) + paddingPx));
}
