import type { Draft, DraftField, DraftFields } from "#domain/grants/draft.ts";
import type { DraftEdit } from "#domain/grants/merge-draft.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Records } from "../ports/records.ts";

/** Whose hand it was: the asker's own in another window, somebody else's, or not known. */
export type ChangedBy = "self" | "other" | "unknown";

interface Writing {
  readonly stamp: Instant;
  readonly by: Key;
}

/**
 * Who wrote each field last, for the sentence about two windows alone: forgotten with the process, and then nobody is
 * named. A draft keeps no names of its own.
 */
const writings = new WeakMap<Records, Map<string, Writing>>();

/** What saves have written over unseen, by draft, field, hand and the stamp that hand knew. */
const unseen = new WeakMap<Records, Map<string, readonly Partial<DraftFields>[]>>();

/** Most texts that are told again of one field. */
const MOST_UNSEEN = 10;

/** Remembers whose hand changed what is new in a saved draft, and what it had not seen. */
export function rememberWriter(
  records: Records,
  { before, after }: { readonly before: Draft; readonly after: Draft },
  edit: DraftEdit,
  by: Key,
): void {
  const known = writings.get(records) ?? new Map<string, Writing>();
  writings.set(records, known);
  const overs = unseen.get(records) ?? new Map<string, readonly Partial<DraftFields>[]>();
  unseen.set(records, overs);
  for (const [name, stamp] of Object.entries(after.stamps)) {
    const field = name as DraftField;
    const [old, base] = [before.stamps[field], edit.base[field]];
    if (stamp === old) continue;
    known.set(`${after.key} ${field}`, { stamp, by });
    if (old === undefined || (base !== undefined && old <= base)) continue;
    const place = placeOf(after, field, by, edit);
    overs.set(place, [...(overs.get(place) ?? []), { [field]: before.fields[field] }].slice(-MOST_UNSEEN));
  }
}

/**
 * What earlier saves by the same hand on the same stamps have written over. A window that had its answer knows newer
 * stamps; one that asks with the old ones again may never have been told (T08 after T30). Forgotten with the process.
 */
export function overwrittenBefore(
  records: Records,
  draft: Draft,
  edit: DraftEdit,
  by: Key,
): readonly Partial<DraftFields>[] {
  const names = Object.keys(edit.changes) as readonly DraftField[];
  return names.flatMap((field) => unseen.get(records)?.get(placeOf(draft, field, by, edit)) ?? []);
}

function placeOf(draft: Draft, field: DraftField, by: Key, { base }: DraftEdit): string {
  return `${draft.key} ${field} ${by} ${base[field] ?? ""}`;
}

/** Who changed these fields of a draft, as seen by the asker. */
export function changedBy(records: Records, draft: Draft, fields: readonly DraftField[], asker: Key): ChangedBy {
  const hands = fields.map((field) => {
    const writing = writings.get(records)?.get(`${draft.key} ${field}`);
    return writing?.stamp === draft.stamps[field] ? writing?.by : undefined;
  });
  if (hands.some((by) => by !== undefined && by !== asker)) return "other";
  return hands.every((by) => by === asker) ? "self" : "unknown";
}
