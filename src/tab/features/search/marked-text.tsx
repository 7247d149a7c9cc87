import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useMemo } from "react";
import { searchMarks, searchQuery } from "#domain/shared/find-text.ts";

const useStyles = makeStyles({
  mark: {
    color: "inherit",
    backgroundColor: "transparent",
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: "underline",
    textUnderlineOffset: "2px",
  },
});

/** A text with what was found in it marked, as it was written: å stands where aa was typed (U16). */
export function MarkedText({ text, typed }: { readonly text: string; readonly typed: string }): ReactNode {
  const styles = useStyles();
  const parts = useMemo(() => partsOf(text, typed), [text, typed]);
  return parts.map(({ start, part, marked }) =>
    marked ? (
      <mark key={start} className={styles.mark}>
        {part}
      </mark>
    ) : (
      part
    ),
  );
}

interface Part {
  readonly start: number;
  readonly part: string;
  readonly marked: boolean;
}

function partsOf(text: string, typed: string): readonly Part[] {
  const query = searchQuery(typed);
  if (query === undefined) return [{ start: 0, part: text, marked: false }];
  const parts: Part[] = [];
  let at = 0;
  for (const { start, end } of searchMarks(text, query)) {
    if (start > at) parts.push({ start: at, part: text.slice(at, start), marked: false });
    parts.push({ start, part: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) parts.push({ start: at, part: text.slice(at), marked: false });
  return parts;
}
