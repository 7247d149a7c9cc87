import * as z from "zod/mini";
import { type FieldWrite, fieldsBody, isSameValue } from "./edit-value.ts";
import type { TextStyle } from "./field-text.ts";
import { type GraphReader, ReadFailure, type WriteAnswer } from "./graph-reader.ts";
import { type Column, itemSchema, type Row, toRow } from "./list-model.ts";
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

/** `unsure`: it may have been saved, nobody knows. */
export type AddResult = SaveResult | { readonly kind: "unsure" };

export type Changes = ReadonlyMap<string, FieldWrite>;

interface SaveParts {
  readonly reader: GraphReader;
  readonly data: ListData;
  readonly style: TextStyle;
}

const attempts = 3;
/** Nothing came back, or a gateway gave up waiting for what was behind it. */
const answerLost: ReadonlySet<number> = new Set([0, 502, 504]);

/**
 * Writes fields of the row as it was read (`base`), with its eTag. If somebody has written the item since, only the
 * same fields are a conflict: other fields do not touch each other, and the write is tried again on the new version.
 */
export async function saveItem(parts: SaveParts, base: Row, changes: Changes): Promise<SaveResult> {
  let onto = base;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const answer = await patch(parts, onto, changes);
    if (typeof answer === "string") return { kind: "refused", why: answer };
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

/**
 * Writes a new item, once. Told that it stands there (201) it is saved, also when it cannot be read just then; where no
 * answer came it may stand there or not.
 */
export async function addItem(parts: SaveParts, changes: Changes): Promise<AddResult> {
  const answer = await send(parts, "POST", itemsPath(parts.data), { fields: fieldsBody(changes) });
  if (typeof answer === "string") return { kind: "refused", why: answer };
  if (answerLost.has(answer.status)) return { kind: "unsure" };
  if (answer.status !== 201) return { kind: "refused", why: refusalOf(answer) };
  const whole = itemSchema.safeParse(answer.body);
  if (whole.success && whole.data.eTag !== undefined && whole.data.fields !== undefined)
    return { kind: "saved", row: toRow(whole.data) };
  const named = z.object({ id: z.string() }).safeParse(answer.body);
  if (!named.success) return { kind: "unsure" };
  const { id } = named.data;
  const looked = await reread(parts, id);
  if (looked.kind === "saved") return looked;
  // Without a version of its own: whoever follows the list reads it as soon as it can be read.
  return {
    kind: "saved",
    row: { id, webUrl: "", etag: "", values: { ...Object.fromEntries(changes), ID: Number(id) } },
  };
}

/** Moves an item to the recycle bin, unless somebody has written it since it was read. */
export async function removeItem(parts: SaveParts, row: Row): Promise<SaveRefusal | undefined> {
  const answer = await send(parts, "DELETE", `${itemsPath(parts.data)}/${row.id}`, undefined, row.etag);
  if (typeof answer === "string") return answer;
  if (answer.status === 412) return "changed";
  return answer.status === 204 || answer.status === 404 ? undefined : refusalOf(answer);
}

function patch(parts: SaveParts, onto: Row, changes: Changes): Promise<WriteAnswer | SaveRefusal> {
  return send(parts, "PATCH", `${itemsPath(parts.data)}/${onto.id}/fields`, fieldsBody(changes), onto.etag);
}

/** A refusal instead of an answer: nothing was sent. */
async function send(
  { reader }: SaveParts,
  ...write: Parameters<GraphReader["write"]>
): Promise<WriteAnswer | SaveRefusal> {
  try {
    return await reader.write(...write);
  } catch (error) {
    return whyOf(error);
  }
}

async function reread({ reader, data }: SaveParts, id: string): Promise<SaveResult> {
  try {
    return { kind: "saved", row: await loadItem(reader, data, id) };
  } catch (error) {
    return { kind: "refused", why: whyOf(error) };
  }
}

function whyOf(error: unknown): SaveRefusal {
  const refusal = error instanceof ReadFailure ? error.refusal : "failed";
  const why = { "no-access": "no-right", "not-found": "gone" } as const;
  return refusal === "no-access" || refusal === "not-found" ? why[refusal] : refusal;
}

function refusalOf({ status }: WriteAnswer): SaveRefusal {
  if (status === 0) return "unreachable";
  if (status === 401 || status === 403) return "no-right";
  if (status === 404) return "gone";
  if (status === 429 || status === 503) return "throttled";
  return status === 400 || status === 409 ? "invalid" : "failed";
}
