import { fieldText, linkOf, type TextStyle } from "./field-text.ts";
import type { Column, FieldKind, Row } from "./list-model.ts";

/** Whose texts do not tell how wide they are drawn: formats may add a unit or draw a bar. */
const atLeast: Partial<Record<FieldKind, number>> = { number: 130, note: 300, link: 150 };
const [narrowest, widest] = [96, 300] as const;
const letterPx = 7.5;
/** Headings are semibold. */
const headingPx = 9;
const paddingPx = 32;
/** Beside a heading: the sign of its menu, and of the order where the rows are sorted by it. */
const signsPx = 44;
/** Before a choice's word. */
const signPx = 24;
/** So many rows tell how long a column's texts are. */
const looked = 200;

/** Pixels a column takes: its heading and its longest text, within bounds, so that short ones leave room for long ones. */
export function columnWidth(column: Column, rows: readonly Row[], style: TextStyle): number {
  const values = rows.slice(0, looked).map(({ values: held }) => held[column.name]);
  const isLink = column.kind === "link" || values.some((value) => linkOf(value) !== undefined);
  const longest = isLink ? 0 : Math.max(0, ...values.map((value) => fieldText(column, value, style).length));
  const text = longest * letterPx + (column.kind === "choice" ? signPx : 0);
  const heading = column.title.length * headingPx + signsPx;
  const least = atLeast[isLink ? "link" : column.kind] ?? narrowest;
  return Math.min(widest, Math.max(least, Math.ceil(Math.max(text, heading) + paddingPx)));
}
