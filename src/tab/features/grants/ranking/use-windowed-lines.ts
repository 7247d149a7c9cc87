import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, useLayoutEffect, useState } from "react";
import type { RankingLine } from "./ranking-lines.ts";

/** Below this all lines are drawn: find-in-page and print then see them all. */
const WINDOW_FROM = 60;
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

/** The lines to draw: all of a short list, what the window shows of a long one. */
export function useWindowedLines(lines: readonly RankingLine[]): WindowedLines {
  const [body, attachBody] = useState<HTMLTableSectionElement | null>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const floating = lines.length > WINDOW_FROM;
  useLayoutEffect(() => {
    if (body) setScrollMargin(body.getBoundingClientRect().top + window.scrollY);
  }, [body]);
  // Its functions are used here only, never handed to memoised components.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useWindowVirtualizer({
    count: lines.length,
    enabled: floating,
    estimateSize: () => GUESSED_HEIGHT,
    overscan: 6,
    scrollMargin,
    getItemKey: (index) => lines[index]?.key ?? index,
  });
  if (!floating) {
    return {
      attachBody,
      bodyStyle: undefined,
      floating,
      visible: lines.map((line, index) => ({ line, index, rowProps: {} })),
    };
  }
  const visible = virtualizer.getVirtualItems().flatMap((item): VisibleLine[] => {
    const line = lines[item.index];
    const style = { transform: `translateY(${item.start - scrollMargin}px)` };
    return line
      ? [{ line, index: item.index, rowProps: { "data-index": item.index, ref: virtualizer.measureElement, style } }]
      : [];
  });
  return { attachBody, bodyStyle: { height: virtualizer.getTotalSize() }, floating, visible };
}
