import { invalidRequest } from "./graph-error.ts";

/** The query string of a call: system options with `$`, everything else by its plain name. */
export interface QueryOptions {
  /** As it came, without the question mark. */
  readonly raw: string;
  readonly get: (name: string) => string | undefined;
  readonly has: (name: string) => boolean;
}

/** One member of `$expand`, with its own options, e.g. `fields($select=Title)`. */
export interface Expansion {
  readonly name: string;
  readonly select: readonly string[] | undefined;
  readonly expand: readonly Expansion[];
}

const mustHaveDollar = new Set(["select", "expand", "filter", "orderby", "top", "skiptoken"]);

/** Reads a query string; names are case-insensitive, and a system option without `$` is refused. */
export function parseQueryOptions(raw: string): QueryOptions {
  const values = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(raw)) {
    const key = name.toLowerCase();
    if (mustHaveDollar.has(key)) throw invalidRequest(`The query option '${name}' must be written '$${key}'.`);
    if (values.has(key)) throw invalidRequest(`Query option '${name}' was specified more than once.`);
    values.set(key, value);
  }
  return { raw, get: (name) => values.get(name), has: (name) => values.has(name) };
}

/** The names of `$select`, or undefined when all default members are wanted. */
export function selectOf(query: QueryOptions): readonly string[] | undefined {
  const value = query.get("$select");
  return value === undefined ? undefined : splitNames(value);
}

/** The members of `$expand`; refuses unbalanced parentheses. */
export function expandOf(query: QueryOptions): readonly Expansion[] {
  const value = query.get("$expand");
  return value === undefined ? [] : parseExpand(value);
}

/** `$top` as a positive number cut at `max`; `fallback` when absent. */
export function topOf(query: QueryOptions, fallback: number, max: number): number {
  const value = query.get("$top");
  if (value === undefined) return fallback;
  const top = /^\d{1,9}$/.test(value) ? Number(value) : 0;
  if (top < 1) throw invalidRequest(`Invalid value '${value}' for $top query option found.`);
  return Math.min(top, max);
}

/** The query string with one option replaced, for nextLink and deltaLink; other options stay exactly as they came. */
export function withOption(raw: string, drop: readonly string[], name: string, value: string): string {
  const kept = raw.split("&").filter((part) => part !== "" && !drop.includes(optionName(part)));
  return [...kept, `${name}=${encodeURIComponent(value)}`].join("&");
}

function optionName(part: string): string {
  const name = part.split("=", 1)[0] ?? "";
  return decodeURIComponent(name).toLowerCase();
}

function splitNames(value: string): readonly string[] {
  return value
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function parseExpand(text: string): readonly Expansion[] {
  return splitAtDepthZero(text, ",").map((part) => {
    const open = part.indexOf("(");
    if (open < 0) return { name: part, select: undefined, expand: [] };
    if (!part.endsWith(")")) throw invalidRequest("Parsing OData Select and Expand failed: Syntax error.");
    let select: readonly string[] | undefined;
    let expand: readonly Expansion[] = [];
    for (const option of splitAtDepthZero(part.slice(open + 1, -1), ";")) {
      const equals = option.indexOf("=");
      const name = option.slice(0, equals).trim().toLowerCase();
      const value = option.slice(equals + 1);
      if (name === "$select") select = splitNames(value);
      else if (name === "$expand") expand = parseExpand(value);
      else throw invalidRequest(`Query option '${name}' is not supported inside $expand.`);
    }
    return { name: part.slice(0, open).trim(), select, expand };
  });
}

function splitAtDepthZero(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === "(") depth++;
    if (letter === ")") depth--;
    if (depth < 0) break;
    if (letter === separator && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  if (depth !== 0) throw invalidRequest("Parsing OData Select and Expand failed: Syntax error.");
  parts.push(text.slice(start).trim());
  return parts.filter((part) => part !== "");
}
