import { parseInstant, plainDateOf } from "#domain/shared/dates.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import type { BatchPart } from "../client/batch.ts";
import { itemIdSegment } from "../client/encoding.ts";
import type { GraphClient } from "../client/graph-client.ts";
import { itemsPath } from "../client/items.ts";
import type { ListRef } from "../client/list-item.ts";
import { KEY_COLUMN, type WantedList } from "../lists/define-list.ts";
import type { BackupRow } from "./backup-format.ts";
import type { SiteRow } from "./read-rows.ts";

/** Rows of a list by key; rows without one cannot be told apart and are left out. */
export function byKey<R extends BackupRow>(rows: readonly R[]): ReadonlyMap<string, R> {
  return new Map(
    rows.flatMap((row) => {
      const key = row.fields[KEY_COLUMN];
      return typeof key === "string" ? [[key, row]] : [];
    }),
  );
}

/** Whether two rows say the same, whatever version wrote them; unreadable ones when their columns are equal. */
export function isSameRow(list: WantedList, one: BackupRow, other: BackupRow | undefined): boolean {
  if (other === undefined) return false;
  const [a, b] = [list.rewrite?.(one.fields), list.rewrite?.(other.fields)];
  if (a?.ok && b?.ok) return JSON.stringify(a.value.fields) === JSON.stringify(b.value.fields);
  return a?.ok === b?.ok && Object.keys(list.columns).every((name) => one.fields[name] === other.fields[name]);
}

/** Whether Fremdrift can read the row. */
export function isReadable(list: WantedList, row: BackupRow): boolean {
  return list.rewrite?.(row.fields).ok === true;
}

/** Rows to write: a new one, or the fields of one that is there and cannot be read. */
export interface RowToWrite {
  readonly row: BackupRow;
  /** The unreadable item that is filled again, as it was read. */
  readonly into: SiteRow | undefined;
}

/** Somebody else made, changed or deleted the row meanwhile. */
const LOOK_AGAIN: readonly string[] = ["duplicate-key", "conflict", "not-found"];

/** Batches are kept small: a pool's item may be half a megabyte. */
const BATCH_CHARACTERS = 1_500_000;

/**
 * Writes rows. A row whose answer was lost, or that somebody was faster with, is found by the next look; the same key
 * never comes twice, and nothing is written over what was not seen.
 */
export async function writeRows(
  client: GraphClient,
  ref: ListRef,
  list: WantedList,
  present: readonly string[],
  rows: readonly RowToWrite[],
): Promise<Result<void, StoreFailure>> {
  let parts: BatchPart[] = [];
  let size = 0;
  const send = async (): Promise<Result<void, StoreFailure>> => {
    for (const answer of await client.batch(parts)) {
      if (answer.ok || answer.refusal.ambiguous || LOOK_AGAIN.includes(answer.refusal.kind)) continue;
      return refuse(answer.refusal);
    }
    parts = [];
    size = 0;
    return ok(undefined);
  };
  for (const { row, into } of rows) {
    const part = partOf(ref, writableFields(list, present, row), into);
    const weight = JSON.stringify(part).length;
    if (parts.length > 0 && size + weight > BATCH_CHARACTERS) {
      const sent = await send();
      if (!sent.ok) return sent;
    }
    parts.push(part);
    size += weight;
  }
  return parts.length === 0 ? ok(undefined) : send();
}

function partOf(ref: ListRef, fields: BackupRow["fields"], into: SiteRow | undefined): BatchPart {
  const path = itemsPath(ref);
  if (into === undefined) return { method: "POST", path, units: 2, body: { fields } };
  const headers = { "If-Match": into.etag };
  return { method: "PATCH", path: `${path}/${itemIdSegment(into.id)}/fields`, units: 2, headers, body: fields };
}

const WRITTEN_BY_SHAREPOINT = ["Created", "Modified"];

/** Graph refuses to write a field whose name begins with "_"; a person has to fill it in. */
function isWritable(name: string, present: readonly string[]): boolean {
  return present.includes(name) && !name.startsWith("_");
}

/** Columns that the rows have values in and that no restore can fill. */
export function columnsLeft(rows: readonly BackupRow[], present: readonly string[]): readonly string[] {
  const names = new Set(rows.flatMap(({ fields }) => Object.keys(fields)));
  return [...names].filter((name) => !isWritable(name, present)).sort();
}

function writableFields(list: WantedList, present: readonly string[], row: BackupRow): BackupRow["fields"] {
  const entries = Object.entries(row.fields).filter(
    ([name]) => isWritable(name, present) && !WRITTEN_BY_SHAREPOINT.includes(name),
  );
  return Object.fromEntries(entries.map(([name, value]) => [name, written(list, name, value)]));
}

/** SharePoint gives a day as local midnight and takes it best as noon (graph.md 19.59). */
function written(list: WantedList, name: string, value: string | number | boolean): string | number | boolean {
  if (list.columns[name]?.kind !== "dateOnly" || typeof value !== "string") return value;
  const instant = parseInstant(value);
  return instant.ok ? `${plainDateOf(instant.value)}T12:00:00Z` : value;
}
