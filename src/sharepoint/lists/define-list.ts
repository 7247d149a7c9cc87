import { isKey, type Key, sha256Hex } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { type AnyColumn, type ColumnProblem, keyColumn, textColumn, type ValueOf } from "./column.ts";
import type { ListFormatting, ListView } from "./list-view.ts";

/** A row that is not what its list says: shown on the health page, breaks nothing (law 11). */
export interface MalformedItem {
  readonly column: string;
  readonly reason: string;
}

/** A value that does not fit its list. */
export interface EncodeRefusal extends ColumnProblem {
  readonly column: string;
}

export type Columns = Readonly<Record<string, AnyColumn>>;
/** Column values of a row, typed by its columns. */
export type FieldsOf<C> = { readonly [K in keyof C]: ValueOf<C[K]> | undefined };
/** Fields as Graph takes them; null clears. */
export type GraphFields = Readonly<Record<string, string | number | boolean | null>>;

/** Fields as they stand in SharePoint, whoever wrote them. */
export type StoredFields = Readonly<Record<string, unknown>>;

export interface ListSpec<C, T> {
  /** ASCII; becomes the list's address and never changes. */
  readonly name: string;
  /** Danish, as managers see it. */
  readonly title: string;
  readonly description: string;
  readonly site: "records" | "open";
  /** Columns are only added; rises when they are. */
  readonly schemaVersion: number;
  readonly columns: C;
  readonly codec: {
    /** `before` are the stored fields that this value takes the place of, where there were any. */
    readonly toFields: (value: T, before?: StoredFields) => FieldsOf<C>;
    readonly fromFields: (fields: FieldsOf<C>, key: Key) => Result<T, MalformedItem>;
  };
  /** Columns a reader needs; default all. The rest is written for people only. */
  readonly readColumns?: readonly (keyof C & string)[];
  readonly views: readonly ListView[];
  readonly formatting?: ListFormatting;
}

/** A list with its codec, whatever its columns are. */
export interface ListDefinition<T>
  extends Omit<ListSpec<Columns, T>, "columns" | "codec" | "readColumns" | "formatting"> {
  /** All columns by internal name, key and stamp included. */
  readonly columns: Readonly<Record<string, ColumnFacts>>;
  readonly readColumns: readonly string[];
  readonly formatting: ListFormatting;
  /**
   * The fields of a value without its key; every column is named, so that what was there is cleared. Of `before`, the
   * stored fields it takes the place of, a record keeps the members that this version does not know.
   */
  readonly encode: (value: T, before?: StoredFields) => Result<GraphFields, EncodeRefusal>;
  readonly decode: (
    fields: Readonly<Record<string, unknown>>,
  ) => Result<{ readonly key: Key; readonly value: T }, MalformedItem>;
  /** The readable columns in one fixed form: equal texts are equal rows, whatever SharePoint did to them. */
  readonly canonical: (fields: Readonly<Record<string, unknown>>) => string;
  /** The row read and written again by this version: what a former version, or a lost column, left to be filled. */
  readonly rewrite: (fields: Readonly<Record<string, unknown>>) => Result<RewrittenRow, MalformedItem>;
}

/** A row as this version writes it. */
export interface RewrittenRow {
  readonly key: Key;
  readonly fields: GraphFields;
  /** Columns whose stored value is another than the written one. */
  readonly differing: readonly string[];
}

/** A list to provision, whatever it holds; a library has rows of its own kind only. */
export type WantedList = Omit<ListDefinition<never>, "encode" | "decode" | "canonical" | "readColumns" | "rewrite"> & {
  readonly template?: "genericList" | "documentLibrary";
  readonly readColumns?: readonly string[];
  readonly rewrite?: ListDefinition<never>["rewrite"];
};

/** What provisioning needs to know of a column. */
export type ColumnFacts = Pick<AnyColumn, "kind" | "unique" | "facet" | "title" | "description" | "indexed" | "hidden">;

/** Internal name of the key column in every list. */
export const KEY_COLUMN = "Noegle";
/** Internal name of the column that holds the hash of what we wrote last (open lists). */
export const STAMP_COLUMN = "Aftryk";

const KEY_TEXTS = { title: "Nøgle", description: "Fremdrifts egen nøgle til rækken. Må ikke ændres." };
const RECORD_COLUMNS = { [KEY_COLUMN]: keyColumn(KEY_TEXTS) };
// Managers read these lists: what only Fremdrift uses is hidden from them.
const OPEN_COLUMNS = {
  [KEY_COLUMN]: keyColumn({ ...KEY_TEXTS, hidden: true }),
  [STAMP_COLUMN]: textColumn({
    title: "Aftryk",
    description: "Kontroltal: viser Fremdrift, om rækken er ændret af andre. Må ikke ændres.",
    hidden: true,
  }),
};

/** Defines a list: types of its fields, codec, texts for managers. Throws on a definition SharePoint would refuse. */
export function defineList<C extends Columns, T>(spec: ListSpec<C, T>): ListDefinition<T> {
  const own: Columns = spec.columns;
  const columns = { ...own, ...(spec.site === "open" ? OPEN_COLUMNS : RECORD_COLUMNS) };
  checkDefinition(spec.name, columns, spec.views);
  const read = spec.readColumns ?? Object.keys(own);
  const decode: ListDefinition<T>["decode"] = (fields) => {
    const key = fields[KEY_COLUMN];
    if (!isKey(key)) return refuse({ column: KEY_COLUMN, reason: "is no key" });
    const typed = decodeFields(own, read, fields);
    if (!typed.ok) return typed;
    // Each column read its own type; only the compiler cannot follow through the loop.
    const value = spec.codec.fromFields(typed.value as FieldsOf<C>, key);
    return value.ok ? ok({ key, value: value.value }) : value;
  };
  return {
    ...spec,
    columns,
    formatting: spec.formatting ?? {},
    readColumns: [...read, KEY_COLUMN, ...(spec.site === "open" ? [STAMP_COLUMN] : [])],
    encode: (value, before) => encodeFields(own, spec.codec.toFields(value, before)),
    decode,
    canonical: (fields) => JSON.stringify(read.map((name) => canonicalValue(own[name], fields[name]))),
    rewrite: (fields) => {
      const row = decode(fields);
      if (!row.ok) return row;
      const written = encodeFields(own, spec.codec.toFields(row.value.value));
      if (!written.ok) return written;
      const differing = Object.keys(own).filter((name) => !isSame(own[name], fields[name], written.value[name]));
      return ok({ key: row.value.key, fields: written.value, differing });
    },
  };
}

function isSame(column: AnyColumn | undefined, one: unknown, other: unknown): boolean {
  return JSON.stringify(canonicalValue(column, one)) === JSON.stringify(canonicalValue(column, other));
}

/** Hash of a row's canonical form, as it stands in the stamp column. */
export function stampOf(canonical: string): string {
  return sha256Hex(canonical).slice(0, 32);
}

function encodeFields(columns: Columns, fields: Readonly<Record<string, unknown>>): Result<GraphFields, EncodeRefusal> {
  const written: Record<string, string | number | boolean | null> = {};
  for (const [name, column] of Object.entries(columns)) {
    const value = column.write(fields[name] as never);
    if (!value.ok) return refuse({ ...value.refusal, column: name });
    written[name] = value.value;
  }
  return ok(written);
}

function decodeFields(
  columns: Columns,
  names: readonly string[],
  fields: Readonly<Record<string, unknown>>,
): Result<Readonly<Record<string, unknown>>, MalformedItem> {
  const typed: Record<string, unknown> = {};
  for (const name of names) {
    const value = columns[name]?.read(fields[name]);
    if (value === undefined) continue;
    if (!value.ok) return refuse({ column: name, reason: value.refusal.reason });
    typed[name] = value.value;
  }
  return ok(typed);
}

/** What a column reads; a value it cannot read stands as it is, so that it differs from everything we write. */
function canonicalValue(column: AnyColumn | undefined, raw: unknown): unknown {
  const value = column?.read(raw);
  if (value === undefined || !value.ok) return { unreadable: raw };
  return value.value ?? null;
}

/** A list definition that SharePoint would refuse: a bug, found when the module is loaded. */
class ListDefinitionError extends Error {
  override name = "ListDefinitionError";
}

function checkDefinition(
  name: string,
  columns: Readonly<Record<string, ColumnFacts>>,
  views: readonly ListView[],
): void {
  const problem = (text: string) => new ListDefinitionError(`${name}: ${text}`);
  if (!/^[A-Za-z][A-Za-z0-9]{1,31}$/.test(name)) throw problem("the name must be ASCII");
  const indexed = Object.values(columns).filter((column) => column.indexed === true);
  if (indexed.length > 20) throw problem("SharePoint indexes at most 20 columns");
  for (const [column, { kind, indexed: isIndexed }] of Object.entries(columns)) {
    // Longer names are cut, and a leading underscore cannot be written (graph.md 4.2).
    if (!/^[A-Za-z][A-Za-z0-9]{0,31}$/.test(column)) throw problem(`${column} is no internal column name`);
    if (isIndexed === true && kind === "note") throw problem(`${column}: notes cannot be indexed`);
  }
  for (const view of views) {
    for (const column of view.columns) {
      if (columns[column] === undefined && !["Modified", "Editor", "Created"].includes(column)) {
        throw problem(`view ${view.name} shows unknown column ${column}`);
      }
    }
    // Above 5,000 rows SharePoint shows an error instead of a view that looks for anything else (graph.md 5.4).
    const unindexed = columnsLookedFor(view).find((column) => columns[column]?.indexed !== true);
    if (unindexed !== undefined)
      throw problem(`view ${view.name} filters, sorts or groups by ${unindexed}, not indexed`);
  }
}

/** The columns SharePoint must look through all rows for, to show the view. */
function columnsLookedFor({ where = [], orderBy = [], groupBy = [], layout }: ListView): readonly string[] {
  const dates = layout?.kind === "calendar" ? [layout.start, layout.end] : [];
  const bucket = layout?.kind === "board" ? [layout.column] : [];
  return [
    ...where.map(({ column }) => column),
    ...orderBy.map(({ column }) => column),
    ...groupBy,
    ...dates,
    ...bucket,
  ];
}
