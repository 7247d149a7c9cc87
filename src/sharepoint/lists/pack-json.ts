/**
 * A shorter, still readable form of big JSON: rows with the same properties become a table, a long text that occurs
 * several times stands once. `unpackJson(packJson(v))` is `v`. Records that fit a column are stored as they are.
 */
export function packJson(value: unknown): unknown {
  const counts = new Map<string, number>();
  countTexts(value, counts);
  const texts = [...counts].filter(([, count]) => count > 1).map(([text]) => text);
  const places = new Map(texts.map((text, index) => [text, index]));
  return { [TEXTS]: texts, [VALUE]: pack(value, places) };
}

/** The value that was packed; what is not packed comes back unchanged. */
export function unpackJson(packed: unknown): unknown {
  if (!isObject(packed) || !(VALUE in packed)) return packed;
  const texts = packed[TEXTS];
  return unpack(packed[VALUE], Array.isArray(texts) ? texts : []);
}

const TEXTS = "~texts";
const VALUE = "~value";
const NAMES = "~names";
const ROWS = "~rows";
/** Shorter texts would not become shorter by a reference. */
const WORTH_SHARING = 12;

type Json = Readonly<Record<string, unknown>>;

function countTexts(value: unknown, counts: Map<string, number>): void {
  if (typeof value === "string") {
    if (value.length >= WORTH_SHARING) counts.set(value, (counts.get(value) ?? 0) + 1);
  } else if (Array.isArray(value)) {
    for (const part of value) countTexts(part, counts);
  } else if (isObject(value)) {
    for (const part of Object.values(value)) countTexts(part, counts);
  }
}

function pack(value: unknown, places: ReadonlyMap<string, number>): unknown {
  if (typeof value === "string") {
    const place = places.get(value);
    if (place !== undefined) return `~${place}`;
    return value.startsWith("~") ? `~${value}` : value;
  }
  if (Array.isArray(value)) {
    const parts: readonly unknown[] = value;
    const names = sharedNames(parts);
    if (names === undefined) return parts.map((part) => pack(part, places));
    const rows = parts.filter(isObject).map((row) => names.map((name) => pack(row[name], places)));
    return { [NAMES]: names, [ROWS]: rows };
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, pack(part, places)]));
}

function unpack(value: unknown, texts: readonly unknown[]): unknown {
  if (typeof value === "string") {
    if (!value.startsWith("~")) return value;
    return value.startsWith("~~") ? value.slice(1) : texts[Number(value.slice(1))];
  }
  if (Array.isArray(value)) return value.map((part) => unpack(part, texts));
  if (!isObject(value)) return value;
  const [names, rows] = [value[NAMES], value[ROWS]];
  if (Array.isArray(names) && Array.isArray(rows)) return rows.map((row) => unpackRow(names, row, texts));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, unpack(part, texts)]));
}

function unpackRow(names: readonly unknown[], row: unknown, texts: readonly unknown[]): unknown {
  const parts: readonly unknown[] = Array.isArray(row) ? row : [];
  return Object.fromEntries(names.map((name, index) => [String(name), unpack(parts[index], texts)]));
}

/** The properties of rows that all have the same; undefined when a table is not worth it. */
function sharedNames(parts: readonly unknown[]): readonly string[] | undefined {
  const first = parts[0];
  if (parts.length < 2 || !isObject(first)) return undefined;
  const names = Object.keys(first);
  const same = (part: unknown) =>
    isObject(part) && Object.keys(part).length === names.length && names.every((name) => name in part);
  return names.length > 0 && parts.every(same) ? names : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
