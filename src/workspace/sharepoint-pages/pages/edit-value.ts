import type { TextStyle } from "./field-text.ts";
import { dateFormat } from "./intl-formats.ts";
import type { Column } from "./list-model.ts";

/** Why what was typed cannot be saved. */
export type EditProblem = "required" | "number" | "date" | "too-long";
export type ParsedEdit =
  | { readonly ok: true; readonly value: FieldWrite }
  | { readonly ok: false; readonly problem: EditProblem };
/** A value as Graph takes it; null empties the field. */
export type FieldWrite = string | number | boolean | readonly string[] | null;

const editable = new Set(["text", "note", "choice", "multi-choice", "number", "date", "date-time", "boolean"]);
const textLimit = 255;
const noteLimit = 63_999;

/** Graph writes neither links nor, by name, people: such columns are only shown. */
export function isEditable(column: Column): boolean {
  return column.own && editable.has(column.kind);
}

/** The value as it stands in its editor: numbers as typed here, days and moments as the browser's inputs want them. */
export function editText(column: Column, value: unknown, style: TextStyle): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.filter((part) => typeof part === "string").join("\n");
  if (typeof value === "boolean") return value ? "1" : "";
  if (typeof value === "number") return plainNumber(column.percentage ? value * 100 : value, style);
  const text = typeof value === "string" ? value : "";
  if (column.kind === "date") return localParts(text, style).slice(0, 10);
  return column.kind === "date-time" ? localParts(text, style) : text;
}

/** What was typed before the page's language changed, as it is typed in the new one; what cannot be read stays. */
export function restyled(column: Column, text: string, before: TextStyle, style: TextStyle): string {
  if (column.kind !== "number") return text;
  const read = parseEdit(column, text, before);
  return read.ok ? editText(column, read.value, style) : text;
}

/** A number without grouping, as it is typed: "1234,5" in Danish. */
export function plainNumber(value: number, { locale }: TextStyle): string {
  const text = String(Number(value.toPrecision(15)));
  return locale.startsWith("da") ? text.replace(".", ",") : text;
}

/** Reads what stands in an editor. */
export function parseEdit(column: Column, text: string, style: TextStyle): ParsedEdit {
  const typed = column.kind === "note" ? text : text.trim();
  if (column.kind === "boolean") return { ok: true, value: typed === "1" };
  if (typed === "") {
    if (column.required) return { ok: false, problem: "required" };
    return { ok: true, value: column.kind === "multi-choice" ? [] : null };
  }
  if (column.kind === "number") return parseNumber(column, typed, style);
  if (column.kind === "date") return parseDay(typed);
  if (column.kind === "date-time") return parseMoment(typed, style);
  if (column.kind === "multi-choice") return { ok: true, value: typed.split("\n") };
  const limit = column.kind === "note" ? noteLimit : textLimit;
  return typed.length > limit ? { ok: false, problem: "too-long" } : { ok: true, value: typed };
}

const danishNumber = /^-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/u;
const englishNumber = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u;

function parseNumber(column: Column, typed: string, { locale }: TextStyle): ParsedEdit {
  const text = typed.replaceAll(/[\s\u00a0]|kr\.?$|%$/gu, "").replace("\u2212", "-");
  const danish = locale.startsWith("da");
  if (!(danish ? danishNumber : englishNumber).test(text)) return { ok: false, problem: "number" };
  const value = Number(danish ? text.replaceAll(".", "").replace(",", ".") : text.replaceAll(",", ""));
  return { ok: true, value: column.percentage ? value / 100 : value };
}

/** A day is written as noon in UTC: the same day wherever the site is in Europe. */
function parseDay(typed: string): ParsedEdit {
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(typed) && !Number.isNaN(Date.parse(typed));
  return isDay ? { ok: true, value: `${typed}T12:00:00Z` } : { ok: false, problem: "date" };
}

function parseMoment(typed: string, style: TextStyle): ParsedEdit {
  const wanted = Date.parse(`${typed.slice(0, 16)}:00Z`);
  if (Number.isNaN(wanted)) return { ok: false, problem: "date" };
  // The zone's offset at that moment; asked twice, for the hours around a change of the clock.
  const once = wanted - offsetAt(wanted, style);
  const instant = wanted - offsetAt(once, style);
  return { ok: true, value: `${new Date(instant).toISOString().slice(0, 19)}Z` };
}

function offsetAt(instant: number, style: TextStyle): number {
  return Date.parse(`${localParts(new Date(instant).toISOString(), style)}:00Z`) - instant;
}

/** "2026-03-02T09:30" where the site is; "" for what is no instant. */
function localParts(text: string, { timeZone }: TextStyle): string {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) return "";
  const format = dateFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone });
  return format.format(instant).replace(" ", "T");
}

/** True if two values stand alike in their editor: what SharePoint gives back for what was written. */
export function isSameValue(column: Column, one: unknown, other: unknown, style: TextStyle): boolean {
  return editText(column, one, style) === editText(column, other, style);
}

/** The body of a write: lists of words carry their type, as Graph demands. */
export function fieldsBody(changes: ReadonlyMap<string, FieldWrite>): Readonly<Record<string, unknown>> {
  const typed = [...changes].filter(([, value]) => Array.isArray(value));
  return Object.fromEntries([
    ...typed.map(([name]) => [`${name}@odata.type`, "Collection(Edm.String)"] as const),
    ...changes,
  ]);
}
