import { isKey } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import type { BatchPart } from "../client/batch.ts";
import { itemIdSegment } from "../client/encoding.ts";
import type { GraphClient } from "../client/graph-client.ts";
import { ownFailure } from "../client/graph-error.ts";
import { itemsPath } from "../client/items.ts";
import type { GraphItem, ListRef } from "../client/list-item.ts";
import { type GraphFields, KEY_COLUMN, STAMP_COLUMN, type WantedList } from "../lists/define-list.ts";
import { joinJson, partNames } from "../lists/json-parts.ts";
import { unpackJson } from "../lists/pack-json.ts";
import { isOurs } from "../reconcile/plan-rows.ts";
import { TO_WRITE_AGAIN } from "../reconcile/row-stamp.ts";

/** Rows in one batch call (four batches of 20 in flight); what a stopped run has written stays written. */
const AT_ONCE = 80;
/** Rows somebody was faster with are looked at again, but not for ever. */
const MAX_ROUNDS = 5;

/**
 * Fills the columns of a list: after an upgrade, or when a column was deleted by hand. A record row is filled from its
 * own JSON, which is written as this version does; one that cannot be read is left as it is. A row of the open site
 * gets a stamp that is none: a deleted column leaves rows "unchanged" for whoever follows the list, and only so the
 * reconcile sees that it has to write them again. Any number of runs, stopped anywhere, end in the same rows.
 */
export async function backfill(
  client: GraphClient,
  ref: ListRef,
  list: WantedList,
): Promise<Result<{ readonly changed: number }, StoreFailure>> {
  let changed = 0;
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const items = await client.items(ref, Object.keys(list.columns));
    if (!items.ok) return items;
    const writes = items.value.flatMap((item) => writeOf(ref, list, item));
    if (writes.length === 0) return ok({ changed });
    for (let from = 0; from < writes.length; from += AT_ONCE) {
      const answers = await client.batch(writes.slice(from, from + AT_ONCE));
      for (const answer of answers) {
        if (answer.ok) changed += 1;
        else if (answer.refusal.kind !== "conflict" && answer.refusal.kind !== "not-found") return answer;
      }
    }
  }
  return refuse(ownFailure("conflict", `${list.name}: rows changed again and again while they were filled`));
}

function writeOf(ref: ListRef, list: WantedList, item: GraphItem): readonly BatchPart[] {
  const body = list.site === "open" ? stampToLose(item.fields) : missingFields(list, item.fields);
  if (body === undefined) return [];
  const path = `${itemsPath(ref)}/${itemIdSegment(item.id)}/fields`;
  return [{ method: "PATCH", path, units: 2, headers: { "If-Match": item.etag }, body }];
}

function stampToLose(fields: Readonly<Record<string, unknown>>): GraphFields | undefined {
  // A manager's own row has no stamp; with one it would be taken for a row of ours that nobody wants.
  if (!isOurs({ fields })) return undefined;
  return fields[STAMP_COLUMN] === TO_WRITE_AGAIN ? undefined : { [STAMP_COLUMN]: TO_WRITE_AGAIN };
}

/** What has to be written so that the row is whole; undefined when nothing, or when the row cannot be read. */
export function missingFields(list: WantedList, fields: Readonly<Record<string, unknown>>): GraphFields | undefined {
  const parts = (list.readColumns?.length ?? 1) - 1;
  const stored = storedRecord(fields, parts);
  const key = isKey(fields[KEY_COLUMN]) ? fields[KEY_COLUMN] : keyIn(stored);
  const row = list.rewrite?.({ ...fields, [KEY_COLUMN]: key });
  if (!row?.ok) return undefined;
  const jsonColumns = partNames(parts);
  const rewritten = storedRecord(row.value.fields, parts);
  // The same record may be written with its members in another order; and nothing this version does not know is lost.
  const isJsonNew = !isWithin(rewritten, stored) && isWithin(stored, rewritten);
  const body: Record<string, string | number | boolean | null> = {};
  for (const column of row.value.differing) {
    if (jsonColumns.includes(column) && !isJsonNew) continue;
    body[column] = row.value.fields[column] ?? null;
  }
  if (fields[KEY_COLUMN] !== row.value.key) body[KEY_COLUMN] = row.value.key;
  return Object.keys(body).length === 0 ? undefined : body;
}

function storedRecord(fields: Readonly<Record<string, unknown>>, parts: number): unknown {
  try {
    return unpackJson(JSON.parse(joinJson(fields, parts)));
  } catch {
    return undefined;
  }
}

function keyIn(record: unknown): unknown {
  return isObject(record) ? record["key"] : undefined;
}

/** Whether every member of `part` stands in `whole` with the same value; lists are equal in length. */
function isWithin(part: unknown, whole: unknown): boolean {
  if (Array.isArray(part)) {
    if (!Array.isArray(whole) || whole.length !== part.length) return false;
    const others: readonly unknown[] = whole;
    return part.every((entry, index) => isWithin(entry, others[index]));
  }
  if (isObject(part)) {
    return (
      isObject(whole) && Object.entries(part).every(([name, value]) => name in whole && isWithin(value, whole[name]))
    );
  }
  return part === whole;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
