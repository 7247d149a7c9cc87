import type { LogDetail } from "#domain/shared/log.ts";

/** Why an edit of a column that may be edited is put back; the sentences stand in the texts of the cards. */
export const editReasons = [
  "not-allowed",
  "gone",
  "unknown-status",
  "no-such-step",
  "note-missing",
  "note-emptied",
  "not-a-date",
  "end-before-start",
  "unknown-person",
  "several-persons",
  "too-long",
  "cpr",
  "need-gone",
  "need-not-allowed",
  "need-settled",
  "text-emptied",
  "unknown-frequency",
] as const;
export type EditReason = (typeof editReasons)[number];

/** What the editor is told; figures are codes, never what was typed. */
export interface EditRefusal {
  readonly reason: EditReason;
  readonly figures: LogDetail;
}

/** A refusal in short. */
export function putBackFor(reason: EditReason, figures: LogDetail = {}): EditRefusal {
  return { reason, figures };
}
