import type { Draft, DraftField } from "#domain/grants/draft.ts";
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

/** Remembers whose hand changed what is new in a saved draft. */
export function rememberWriter(records: Records, before: Draft, after: Draft, by: Key): void {
  const known = writings.get(records) ?? new Map<string, Writing>();
  writings.set(records, known);
  for (const [field, stamp] of Object.entries(after.stamps)) {
    if (stamp !== before.stamps[field as DraftField]) known.set(`${after.key} ${field}`, { stamp, by });
  }
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
