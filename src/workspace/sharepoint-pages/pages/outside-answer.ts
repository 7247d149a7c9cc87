import { isSameValue } from "./edit-value.ts";
import { fieldText, type TextStyle } from "./field-text.ts";
import { type Column, editorOf, type Row } from "./list-model.ts";

/** A row as it was before somebody wrote it here, and as it was saved. */
export interface OwnEdit {
  readonly before: Row;
  readonly after: Row;
  /** Internal names of what was written. */
  readonly fields: readonly string[];
}

/** What somebody else made of a field that was just written here. */
export interface Answered {
  readonly column: Column;
  readonly by: string;
  readonly mine: string;
  readonly now: string;
  /** It stands as it stood before. */
  readonly putBack: boolean;
}

/** The fields of an own edit that are otherwise now: another program or person has answered it. */
export function answersTo(
  { before, after, fields }: OwnEdit,
  now: Row,
  columns: ReadonlyMap<string, Column>,
  style: TextStyle,
): readonly Answered[] {
  return fields.flatMap((name) => {
    const column = columns.get(name);
    const [was, mine, is] = [before, after, now].map(({ values }) => values[name]);
    if (column === undefined || isSameValue(column, mine, is, style)) return [];
    const text = (value: unknown): string => fieldText(column, value, style);
    return [
      {
        column,
        by: editorOf(now),
        mine: text(mine),
        now: text(is),
        putBack: isSameValue(column, was, is, style),
      },
    ];
  });
}
