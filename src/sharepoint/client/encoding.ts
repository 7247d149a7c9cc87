/** A text that may not stand where it was put, e.g. an item id that is no number: a bug or an attack, never a refusal. */
export class UnsafePathError extends Error {
  override name = "UnsafePathError";
}

/** One path segment; nothing in it can leave its place ("../", "?", "#"). */
export function segment(value: string): string {
  if (value === "" || value === "." || value === "..") throw new UnsafePathError(`Not a path segment: "${value}"`);
  return encoded(value);
}

/** A list item id: SharePoint's integer, nothing else. */
export function itemIdSegment(id: string): string {
  if (!/^[1-9]\d{0,9}$/.test(id)) throw new UnsafePathError(`Not a list item id: "${id}"`);
  return id;
}

/** A site id `host,guid,guid`; the commas stay as they are (graph.md 2). */
export function siteIdSegment(id: string): string {
  return id.split(",").map(segment).join(",");
}

/** A list id or title. */
export function listIdSegment(id: string): string {
  return segment(id);
}

/** `/sites/digital` → each part encoded, slashes kept. */
export function serverRelativePath(path: string): string {
  const parts = path.split("/").filter((part) => part !== "");
  return `/${parts.map(segment).join("/")}`;
}

/** Half a surrogate pair has no UTF-8: it stands as U+FFFD, as every encoder writes it, instead of throwing. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** An OData string literal, encoded for a query string: O'Brien → `'O''Brien'`. */
export function odataText(value: string): string {
  return encoded(`'${value.replaceAll("'", "''")}'`);
}

/** `fields/<column> eq '<value>'` for `$filter`; the column must be indexed. Numbers and booleans stand unquoted. */
export function filterEq(column: string, value: string | number | boolean): string {
  return `fields/${columnName(column)}%20eq%20${literal(value)}`;
}

/** `fields($select=A,B)` for `$expand`: only the columns needed. */
export function fieldsSelect(columns: readonly string[]): string {
  return `fields($select=${columns.map(columnName).join(",")})`;
}

/** An internal column name: ASCII, and only what SharePoint makes of a name. */
export function columnName(name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(name)) throw new UnsafePathError(`Not a column name: "${name}"`);
  return name;
}

/** `?$a=b&c=d` of already encoded values; undefined ones are left out. */
export function queryString(parts: Readonly<Record<string, string | number | undefined>>): string {
  const pairs = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

function literal(value: string | number | boolean): string {
  if (typeof value === "string") return odataText(value);
  if (typeof value === "number" && !Number.isFinite(value)) throw new UnsafePathError(`Not a number: ${value}`);
  return String(value);
}
