import { plainNumber } from "./edit-value.ts";
import { fieldText, linkOf, type TextStyle } from "./field-text.ts";
import type { Column, Row } from "./list-model.ts";

/**
 * The rows as a file that Excel in Danish opens by itself: byte order mark, semicolons, decimal comma, no grouping.
 * Text that Excel would take for a formula gets an apostrophe before it (CSV injection).
 */
export function csvOf(columns: readonly Column[], rows: readonly Row[], style: TextStyle): string {
  const separator = style.locale.startsWith("da") ? ";" : ",";
  const lines = [
    columns.map(({ title }) => quoted(harmless(title), separator)),
    ...rows.map((row) => columns.map((column) => quoted(cellText(column, row.values[column.name], style), separator))),
  ];
  return `\u{feff}${lines.map((line) => line.join(separator)).join("\r\n")}\r\n`;
}

/** "Puljer og runder - Økonomi 2026-03-02.csv", without what a file name cannot hold. */
export function csvName(list: string, view: string, now: Date, { timeZone }: TextStyle): string {
  const day = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone }).format(now);
  return `${`${list} - ${view}`.replaceAll(/[\\/:*?"<>|\p{Cc}\s]+/gu, " ").trim()} ${day}.csv`;
}

function cellText(column: Column, value: unknown, style: TextStyle): string {
  if (typeof value === "number" && column.kind === "number" && !column.percentage) return plainNumber(value, style);
  const link = column.kind === "link" ? linkOf(value) : undefined;
  return harmless(link ?? fieldText(column, value, style));
}

/** Spreadsheets run what begins so, also after white space. */
function harmless(text: string): string {
  return /^\s*[=+\-@\t\r|]/u.test(text) ? `'${text}` : text;
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
