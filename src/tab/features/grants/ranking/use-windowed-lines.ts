import type { CSSProperties } from "react";
import { useWindowedRows } from "../../../components/use-windowed-rows.ts";
import type { RankingLine } from "./ranking-lines.ts";

const GUESSED_HEIGHT = 76;

interface VisibleLine {
  readonly line: RankingLine;
  readonly index: number;
  readonly rowProps: {
    readonly "data-index"?: number;
    readonly ref?: (element: HTMLTableRowElement | null) => void;
    readonly style?: CSSProperties;
  };
}

interface WindowedLines {
  readonly attachBody: (body: HTMLTableSectionElement | null) => void;
  readonly bodyStyle: CSSProperties | undefined;
  readonly floating: boolean;
  readonly visible: readonly VisibleLine[];
}

/** The lines to draw; those of a long list float at their places, as each is a grid of its own. */
export function useWindowedLines(lines: readonly RankingLine[]): WindowedLines {
  const { attachBody, windowed, measure, height, visible } = useWindowedRows(lines, GUESSED_HEIGHT);
  if (!windowed) {
    const all = visible.map(({ row, index }) => ({ line: row, index, rowProps: {} }));
    return { attachBody, bodyStyle: undefined, floating: false, visible: all };
  }
  const shown = visible.map(({ row, index, start }) => ({
    line: row,
    index,
    rowProps: { "data-index": index, ...(measure && { ref: measure }), style: { transform: `translateY(${start}px)` } },
  }));
  return { attachBody, bodyStyle: { height }, floating: true, visible: shown };
}
