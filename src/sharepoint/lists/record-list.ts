import * as z from "zod/mini";
import type { Key } from "#domain/shared/keys.ts";
import { ok, refuse } from "#domain/shared/result.ts";
import { carryUnknown } from "./carry-unknown.ts";
import { type Column, NOTE_LIMIT } from "./column.ts";
import { type Columns, defineList, type FieldsOf, type ListDefinition, type StoredFields } from "./define-list.ts";
import { joinJson, jsonPartColumns, partNames, splitJson } from "./json-parts.ts";
import { packJson, unpackJson } from "./pack-json.ts";

export interface RecordListSpec<C, T> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly schemaVersion: number;
  /** Reads what a former or this version wrote. */
  readonly schema: z.ZodMiniType<T>;
  /** Scalar columns for the administrator's eye and for looking up; never read back. */
  readonly columns: C;
  readonly toColumns: (value: T) => FieldsOf<C>;
  /** Note columns of 63,999 characters each; default 1. */
  readonly parts?: number;
}

/**
 * A list of the closed site: each item holds its own whole truth as JSON (law 4), beside a few scalar columns.
 * `undefined` is written as null, so that every property is named and a missing one is told from an empty one.
 */
export function defineRecordList<C extends Columns, T extends { readonly key: Key }>(
  spec: RecordListSpec<C, T>,
): ListDefinition<T> {
  const { schema, columns, toColumns, parts = 1, ...rest } = spec;
  const jsonColumns: Readonly<Record<string, Column<string>>> = jsonPartColumns(parts);
  return {
    ...defineList<Columns, T>({
      ...rest,
      site: "records",
      columns: { ...columns, ...jsonColumns },
      readColumns: partNames(parts),
      views: [{ name: "Alle", columns: Object.keys(columns), isDefault: true }],
      codec: {
        toFields: (value, before) => {
          const stored = before === undefined ? undefined : recordIn(before, parts);
          const known = stored === undefined ? undefined : z.safeParse(schema, stored);
          const json = storedJson(
            known?.success === true ? carryUnknown(stored, plain(known.data), plain(value)) : value,
          );
          const pieces = splitJson(json, parts);
          // What does not fit goes whole into one column, which refuses it as too large.
          const content = pieces.ok ? pieces.value : { [partNames(1)[0] ?? ""]: json };
          return { ...toColumns(value), ...content };
        },
        fromFields: (fields, key) => {
          const value = z.safeParse(schema, recordIn(fields, parts));
          if (!value.success) return refuse({ column: partNames(parts)[0] ?? "", reason: firstIssue(value.error) });
          return value.data.key === key
            ? ok(value.data)
            : refuse({ column: "Noegle", reason: "is not the key in the record" });
        },
      },
    }),
  };
}

/** The JSON of a record, as it is stored and measured; packed where it would not fit one column. */
export function storedJson(value: unknown): string {
  const text = plainText(value);
  return text.length <= NOTE_LIMIT ? text : JSON.stringify(packJson(JSON.parse(text)));
}

/** The record as it is stored, unpacked. */
function plain(value: unknown): unknown {
  return JSON.parse(plainText(value));
}

function plainText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (part === undefined ? null : part));
}

function recordIn(fields: StoredFields, parts: number): unknown {
  return unpackJson(parseJson(joinJson(fields, parts)));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Path and rule only: the value may be personal. */
function firstIssue(error: z.core.$ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? "is not of its schema" : `${issue.path.join(".") || "JSON"}: ${issue.code}`;
}
