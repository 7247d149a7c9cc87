import * as z from "zod/mini";
import { type FieldWrite, fieldsBody, isSameValue } from "./edit-value.ts";
import type { TextStyle } from "./field-text.ts";
import { type GraphReader, ReadFailure, type WriteAnswer } from "./graph-reader.ts";
import type { Column, Row } from "./list-model.ts";
import { itemsPath, type ListData, loadItem } from "./load-list.ts";

/** Why SharePoint did not take a change; what was typed is still there. `changed`: somebody has written it since. */
export type SaveRefusal = "no-right" | "gone" | "changed" | "invalid" | "throttled" | "unreachable" | "failed";

/** A field that somebody else wrote since the row was read. */
export interface FieldConflict {
  readonly column: Column;
  readonly mine: FieldWrite;
  readonly theirs: unknown;
}

export type SaveResult =
  | { readonly kind: "saved"; readonly row: Row }
  | { readonly kind: "conflict"; readonly current: Row; readonly fields: readonly FieldConflict[] }
  | { readonly kind: "refused"; readonly why: SaveRefusal };

export type Changes = ReadonlyMap<string, FieldWrite>;

interface SaveParts {
  readonly reader: GraphReader;
  readonly data: ListData;
  readonly style: TextStyle;
}

const attempts = 3;

/**
 * Writes fields of the row as it was read (`base`), with its eTag. If somebody has written the item since, only the
 * same fields are a conflict: other fields do not touch each other, and the write is tried again on the new version.
 */
export async function saveItem(parts: SaveParts, base: Row, changes: Changes): Promise<SaveResult> {
  let onto = base;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const answer = await patch(parts, onto, changes);
    if (answer.status === 200) return reread(parts, base.id);
    const isConflict = answer.status === 412 || answer.status === 409;
    if (!isConflict && answer.status !== 0) return { kind: "refused", why: refusalOf(answer) };
    const looked = await reread(parts, base.id);
    if (looked.kind !== "saved") return looked;
    const current = looked.row;
    const columns = [...changes].flatMap(([name, mine]) => {
      const column = parts.data.columns.get(name);
      return column === undefined ? [] : [{ column, mine, theirs: current.values[name] }];
    });
    // The answer may have been lost on the way: then what stands there is ours.
    if (columns.every(({ column, mine, theirs }) => isSameValue(column, mine, theirs, parts.style))) return looked;
    if (!isConflict) return { kind: "refused", why: "unreachable" };
    const fields = columns.filter(
      ({ column, theirs }) => !isSameValue(column, base.values[column.name], theirs, parts.style),
    );
    if (fields.length > 0) return { kind: "conflict", current, fields };
    onto = current;
  }
  return { kind: "refused", why: "failed" };
}

/** Writes a new item. */
export async function addItem(parts: SaveParts, changes: Changes): Promise<SaveResult> {
  const { reader, data } = parts;
  const answer = await reader.write("POST", itemsPath(data), { fields: fieldsBody(changes) });
  if (answer.status !== 201) return { kind: "refused", why: refusalOf(answer) };
  return reread(parts, z.object({ id: z.string() }).parse(answer.body).id);
}

/** Moves an item to the recycle bin, unless somebody has written it since it was read. */
export async function removeItem({ reader, data }: SaveParts, row: Row): Promise<SaveRefusal | undefined> {
  const answer = await reader.write("DELETE", `${itemsPath(data)}/${row.id}`, undefined, row.etag);
  if (answer.status === 412) return "changed";
  return answer.status === 204 || answer.status === 404 ? undefined : refusalOf(answer);
}

function patch({ reader, data }: SaveParts, onto: Row, changes: Changes): Promise<WriteAnswer> {
  return reader.write("PATCH", `${itemsPath(data)}/${onto.id}/fields`, fieldsBody(changes), onto.etag);
}

async function reread({ reader, data }: SaveParts, id: string): Promise<SaveResult> {
  try {
    return { kind: "saved", row: await loadItem(reader, data, id) };
  } catch (error) {
    const refusal = error instanceof ReadFailure ? error.refusal : "failed";
    const why = { "no-access": "no-right", "not-found": "gone" } as const;
    return { kind: "refused", why: refusal === "no-access" || refusal === "not-found" ? why[refusal] : refusal };
  }
}

function refusalOf({ status }: WriteAnswer): SaveRefusal {
  if (status === 0) return "unreachable";
  if (status === 401 || status === 403) return "no-right";
  if (status === 404) return "gone";
  if (status === 429 || status === 503) return "throttled";
  return status === 400 || status === 409 ? "invalid" : "failed";
}
