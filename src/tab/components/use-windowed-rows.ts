import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useMemo, useState } from "react";

/** Up to here all rows are drawn: find-in-page and print then see them all. */
const WINDOW_FROM = 60;

/** A row to draw, and where it stands among all. */
export interface WindowedRow<Row> {
  readonly row: Row;
  readonly index: number;
  /** Pixels from the top of the body; 0 where all rows are drawn. */
  readonly start: number;
  readonly end: number;
}

/** What a list draws of its rows. */
export interface WindowedRows<Row> {
  readonly attachBody: (body: HTMLTableSectionElement | null) => void;
  /** Only what the window shows is drawn. */
  readonly windowed: boolean;
  /** Measures a row of a windowed list by its `data-index`. */
  readonly measure: ((element: HTMLTableRowElement | null) => void) | undefined;
  /** Pixels that all rows take; 0 where all rows are drawn. */
  readonly height: number;
  readonly visible: readonly WindowedRow<Row>[];
}

/** The rows to draw: all of a short list, what the window shows of a long one. */
export function useWindowedRows<Row extends { readonly key: string }>(
  rows: readonly Row[],
  guessedHeight: number,
): WindowedRows<Row> {
  const [body, attachBody] = useState<HTMLTableSectionElement | null>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const [rowHeight, setRowHeight] = useState(guessedHeight);
  const isLong = rows.length > WINDOW_FROM;
  // The same functions from step to step: new ones, or a guess that most rows belie, cost a walk over all rows (G6).
  const size = useMemo(
    () => ({ of: () => rowHeight, key: (index: number) => rows[index]?.key ?? index }),
    [rows, rowHeight],
  );
  useLayoutEffect(() => {
    if (!body) return;
    setScrollMargin(body.getBoundingClientRect().top + window.scrollY);
    const first = body.querySelector<HTMLElement>("tr[data-index]");
    if (first && first.offsetHeight > 0) setRowHeight(first.offsetHeight);
  }, [body]);
  // Its functions are used here only, never handed to memoised components.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    enabled: isLong,
    estimateSize: size.of,
    overscan: 6,
    scrollMargin,
    getItemKey: size.key,
  });
  if (!isLong) {
    const visible = rows.map((row, index) => ({ row, index, start: 0, end: 0 }));
    return { attachBody, windowed: false, measure: undefined, height: 0, visible };
  }
  const visible = virtualizer.getVirtualItems().flatMap(({ index, start, end }): WindowedRow<Row>[] => {
    const row = rows[index];
    return row ? [{ row, index, start: start - scrollMargin, end: end - scrollMargin }] : [];
  });
  return {
    attachBody,
    windowed: true,
    measure: virtualizer.measureElement,
    height: virtualizer.getTotalSize(),
    visible,
  };
}
