import { useEffect, useRef, useState } from "react";

/** A cell by its line (-1: the headings) and its column. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface GridFocus {
  readonly place: Place;
  /** The one cell Tab comes to; the arrows lead on from it. */
  readonly tabIndex: (line: number, column: number) => 0 | -1;
  /** True if the key was an arrow or the like and has moved the focus. */
  readonly onKey: (event: React.KeyboardEvent) => boolean;
  readonly moveTo: (place: Place) => void;
  /** The focus came by a click. */
  readonly onFocus: (event: React.FocusEvent) => void;
}

export interface GridSize {
  readonly lines: number;
  readonly columns: number;
  /** Lines that are drawn; the cell that Tab comes to must be one of them. */
  readonly firstDrawn: number;
  readonly lastDrawn: number;
}

const page = 10;

/** The focus of a grid as WAI-ARIA has it: one tab stop, arrows from cell to cell, also to rows not drawn yet. */
export function useGridFocus(
  frame: React.RefObject<HTMLElement | null>,
  size: GridSize,
  bringIntoView: (line: number) => void,
): GridFocus {
  const [place, setPlace] = useState<Place>({ line: 0, column: 0 });
  const wanted = useRef<Place>(undefined);
  const line = Math.min(place.line, size.lines - 1);
  const column = Math.min(place.column, size.columns - 1);
  useEffect(() => {
    const { current } = wanted;
    if (current === undefined) return;
    const target = cellAt(frame.current, current);
    if (target === undefined) return;
    wanted.current = undefined;
    target.focus({ preventScroll: current.line < 0 });
  });
  const moveTo = (to: Place): void => {
    const next = {
      line: Math.max(-1, Math.min(to.line, size.lines - 1)),
      column: Math.max(0, Math.min(to.column, size.columns - 1)),
    };
    wanted.current = next;
    setPlace({ ...next });
    if (next.line >= 0) bringIntoView(next.line);
  };
  const isDrawn = line < 0 || (line >= size.firstDrawn && line <= size.lastDrawn);
  const stop = isDrawn ? line : size.firstDrawn;
  return {
    place: { line, column },
    tabIndex: (atLine, atColumn) => (atLine === stop && atColumn === column ? 0 : -1),
    moveTo,
    onKey: (event) => {
      const to = target(event, { line, column }, size);
      if (to === undefined) return false;
      event.preventDefault();
      moveTo(to);
      return true;
    },
    onFocus: (event) => {
      const at = placeOf(event.target);
      if (at !== undefined && (at.line !== line || at.column !== column)) setPlace(at);
    },
  };
}

function target({ key, ctrlKey, metaKey }: React.KeyboardEvent, at: Place, { lines, columns }: GridSize) {
  const whole = ctrlKey || metaKey;
  switch (key) {
    case "ArrowDown":
      return { ...at, line: at.line + 1 };
    case "ArrowUp":
      return { ...at, line: at.line - 1 };
    case "ArrowRight":
      return { ...at, column: at.column + 1 };
    case "ArrowLeft":
      return { ...at, column: at.column - 1 };
    case "PageDown":
      return { ...at, line: at.line + page };
    case "PageUp":
      return { ...at, line: Math.max(0, at.line - page) };
    case "Home":
      return { line: whole ? 0 : at.line, column: 0 };
    case "End":
      return { line: whole ? lines - 1 : at.line, column: columns - 1 };
    default:
      return undefined;
  }
}

/** A group's heading is one cell across all columns. */
function cellAt(frame: HTMLElement | null, { line, column }: Place): HTMLElement | undefined {
  const named = (name: string) => frame?.querySelector<HTMLElement>(`[data-place="${name}"]`) ?? undefined;
  return named(`${line},${column}`) ?? named(`${line},*`);
}

function placeOf(element: Element): Place | undefined {
  const [line, column] = (element.closest("[data-place]")?.getAttribute("data-place") ?? "").split(",");
  if (line === undefined || column === undefined || line === "" || column === "*") return undefined;
  return { line: Number(line), column: Number(column) };
}
