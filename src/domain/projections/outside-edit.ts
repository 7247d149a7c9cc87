import type { Instant } from "#domain/shared/dates.ts";
import { type Key, parseKey } from "#domain/shared/keys.ts";
import type { LogDetail, LogLine } from "#domain/shared/log.ts";
import { type EditRefusal, editReasons } from "./edit-refusal.ts";
import type { ProjectionName } from "./projection-row.ts";

/** A column somebody else changed, and what stands there now. */
export interface EditedColumn {
  /** Internal name. */
  readonly name: string;
  /** Danish heading, as managers read it. */
  readonly heading: string;
  readonly value: unknown;
}

/**
 * Something somebody else did in an open list: `changed` a row of ours, added an `own-row`, or `deleted` rows of ours
 * (one edit for all rows that one look found missing: SharePoint does not tell who took them).
 */
export interface OutsideEdit {
  /** The same in every service and on every run, so that an edit is answered once. */
  readonly key: Key;
  readonly kind: "changed" | "own-row" | "deleted";
  readonly list: ProjectionName;
  /** Danish title of the list. */
  readonly listTitle: string;
  readonly columns: readonly EditedColumn[];
  /** What people call the row, e.g. "FR22-03"; "" for rows that are not ours. */
  readonly reference: string;
  /** The tab's page where the facts of the row are, e.g. "/applications/…". */
  readonly route: string;
  readonly rows: number;
}

/** What became of an edit; an own row is kept, a deleted one written again. */
export type EditAnswer = "accepted" | "put-back" | "kept" | "restored";

/** Kind of an outside edit's line in the audit list. */
export const OUTSIDE_EDIT = "open-row";

/** An outside edit as it stands in the audit list. */
export interface RecordedEdit extends Pick<OutsideEdit, "key" | "kind" | "listTitle" | "reference" | "route" | "rows"> {
  readonly at: Instant;
  /** The editor, where the organisation records know who it was. */
  readonly editorKey: Key | undefined;
  readonly answer: EditAnswer;
  /** Headings of the changed columns, in one text. */
  readonly fields: string;
  /** Why an edit of a column that may be edited was put back; undefined for columns that are Fremdrift's. */
  readonly refusal?: EditRefusal | undefined;
}

/** What the log may tell of an edit: names of list and columns, never what was typed. */
export function editDetail(edit: OutsideEdit, answer: EditAnswer, refusal?: EditRefusal): LogDetail {
  const { kind, list, listTitle, columns, reference, route, rows } = edit;
  return {
    kind,
    list,
    listTitle,
    fields: columns.map(({ heading }) => heading).join(", "),
    reference,
    route,
    rows,
    answer,
    ...(refusal === undefined ? {} : { reason: refusal.reason, ...prefixed(refusal.figures) }),
  };
}

/** Figures of a refusal stand apart from the edit's own details. */
function prefixed(figures: LogDetail): LogDetail {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${FIGURE}${name}`, value]));
}

const FIGURE = "figure-";

/** Reads an edit back from its audit line; undefined for every other line. */
export function recordedEdit(
  line: Pick<LogLine, "at" | "by" | "detail"> & { readonly recordKey: Key; readonly recordKind: string },
): RecordedEdit | undefined {
  if (line.recordKind !== OUTSIDE_EDIT) return undefined;
  const { detail } = line;
  const text = (name: string): string => (typeof detail[name] === "string" ? detail[name] : "");
  const kind = (["changed", "own-row", "deleted"] as const).find((each) => each === detail["kind"]);
  const answer = (["accepted", "put-back", "kept", "restored"] as const).find((each) => each === detail["answer"]);
  if (kind === undefined || answer === undefined) return undefined;
  return {
    key: line.recordKey,
    kind,
    answer,
    at: line.at,
    editorKey: parseKey(line.by),
    listTitle: text("listTitle"),
    fields: text("fields"),
    reference: text("reference"),
    route: text("route"),
    rows: typeof detail["rows"] === "number" ? detail["rows"] : 1,
    refusal: refusalIn(detail),
  };
}

function refusalIn(detail: LogDetail): EditRefusal | undefined {
  const reason = editReasons.find((each) => each === detail["reason"]);
  if (reason === undefined) return undefined;
  const figures = Object.entries(detail).flatMap(([name, value]) =>
    name.startsWith(FIGURE) ? [[name.slice(FIGURE.length), value] as const] : [],
  );
  return { reason, figures: Object.fromEntries(figures) };
}
