import type { RankingRow, RankingView } from "#contract/ranking.ts";

/** A line of the list: an application, or the frame drawn between those that fit and those that do not. */
export type RankingLine =
  | { readonly kind: "row"; readonly key: string; readonly row: RankingRow }
  | { readonly kind: "frame"; readonly key: "frame"; readonly restOere: number | undefined };

/** The rows with the frame as a line of its own, below the last one that gets money. */
export function rankingLines(rows: readonly RankingRow[], restOere: number | undefined): readonly RankingLine[] {
  const lines = rows.map((row): RankingLine => ({ kind: "row", key: row.applicationKey, row }));
  const above = rows.filter((row) => row.cut === "fits" || row.cut === "partial-offered").length;
  if (rows.length === 0) return lines;
  return [...lines.slice(0, above), { kind: "frame", key: "frame", restOere }, ...lines.slice(above)];
}

/**
 * The list as it would be with the rest offered to the first application that does not fit, each with the reason that
 * would be sent. The service makes the real one when it is recommended; this only shows the choice.
 */
export function withPartialOffer(view: RankingView, offer: boolean): readonly RankingRow[] {
  const { partialCandidate, rows } = view;
  if (!offer || !partialCandidate) return rows;
  return rows.map((own) => {
    const row = asIfOffered(own);
    const rest = row.restAfterOere === undefined ? {} : { restAfterOere: 0 };
    if (row.applicationKey === partialCandidate.applicationKey) {
      const grantOere = partialCandidate.restOere;
      return { ...row, cut: "partial-offered", outcome: "partial-award", grantOere, ...rest };
    }
    return row.cut === "below-the-line" ? { ...row, ...rest } : row;
  });
}

/** A row with the texts of the other list; a draft made for a rejection is none for a partial award. */
function asIfOffered(row: RankingRow): RankingRow {
  const { reasonIfOffered: reason = row.reason, reasonDraftIfOffered: draft } = row;
  const { reason: _own, reasonIfOffered: _other, reasonDraft: _draft, reasonDraftIfOffered: _taken, ...rest } = row;
  return {
    ...rest,
    ...(reason === undefined ? {} : { reason }),
    ...(draft === undefined ? {} : { reasonDraft: draft }),
  };
}

/**
 * The drafts from remarks that would go out as they stand, by application key: shown to the reader in their field word
 * for word, with nothing written in their place. What nobody opened keeps the wording without remarks (decision 0017).
 *
 * @param read by application key, the draft the reader has had before the eyes
 */
export function untouchedDrafts(
  rows: readonly RankingRow[],
  read: ReadonlyMap<string, string>,
  isWritten: (row: RankingRow) => boolean,
): Readonly<Record<string, Pick<RankingRow, "outcome"> & { readonly reason: string }>> {
  return Object.fromEntries(
    rows.flatMap((row) => {
      const { applicationKey, outcome, reasonDraft } = row;
      const isRead = reasonDraft !== undefined && read.get(applicationKey) === reasonDraft;
      return !isRead || isWritten(row) ? [] : [[applicationKey, { outcome, reason: reasonDraft }]];
    }),
  );
}

/** How many drafts from remarks nobody here has read: they do not leave, and whoever puts the list up is told so. */
export function unreadDrafts(
  rows: readonly RankingRow[],
  read: ReadonlyMap<string, string>,
  isWritten: (row: RankingRow) => boolean,
): number {
  const isUnread = (row: RankingRow): boolean =>
    row.reasonDraft !== undefined && read.get(row.applicationKey) !== row.reasonDraft && !isWritten(row);
  return rows.filter(isUnread).length;
}

/** What the list gives, in øre and numbers. */
export function sumOfRows(rows: readonly RankingRow[]): {
  readonly awards: number;
  readonly rejections: number;
  readonly totalOere: number;
} {
  const awards = rows.filter((row) => row.outcome !== "rejection");
  return {
    awards: awards.length,
    rejections: rows.length - awards.length,
    totalOere: awards.reduce((sum, row) => sum + row.grantOere, 0),
  };
}
