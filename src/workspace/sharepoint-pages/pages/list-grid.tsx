import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import { columnWidth } from "./column-width.ts";
import { isEditable } from "./edit-value.ts";
import { GroupLine, RowLine } from "./grid-row.tsx";
import { lineHeight, useGridStyles } from "./grid-styles.ts";
import { HeaderCell, type HeadingActions } from "./header-cell.tsx";
import { InGrid } from "./in-grid.ts";
import type { Column, Row } from "./list-model.ts";
import type { GridEdit } from "./use-grid-edit.ts";
import { type GridFocus, useGridFocus } from "./use-grid-focus.ts";
import type { Line, ViewContext } from "./view-rows.ts";

export interface ListGridProps extends HeadingActions {
  readonly label: string;
  /** The columns shown, in order. */
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
  readonly context: ViewContext;
  /** Row formatting JSON of the view. */
  readonly rowFormat: unknown;
  /** Undefined when the list is only shown. */
  readonly edit: GridEdit | undefined;
  readonly isFolded: (group: string) => boolean;
  readonly onFold: (group: string) => void;
  readonly onOpen: (row: Row) => void;
  readonly itemHref: (row: Row) => string;
}

/** The rows of a view as a grid; only those on the screen are in the document. */
export function ListGrid(props: ListGridProps): React.JSX.Element {
  const { columns, lines, edit } = props;
  const styles = useGridStyles();
  const frame = useRef<HTMLElement>(null);
  // Its functions are used in this component only, which nobody memoises.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => lineHeight,
    overscan: 12,
    // The headings stand above the first line.
    scrollPaddingStart: lineHeight,
  });
  const shown = virtualizer.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const size = {
    lines: lines.length,
    columns: columns.length,
    firstDrawn: shown[0]?.index ?? 0,
    lastDrawn: shown.at(-1)?.index ?? 0,
  };
  const focus = useGridFocus(frame, size, (line) => virtualizer.scrollToIndex(line));
  const { style } = props.context;
  const widths = useMemo(() => {
    const rows = lines.flatMap((line) => (line.kind === "row" ? [line.row] : []));
    return columns.map((column) => columnWidth(column, rows, style));
  }, [columns, lines, style]);
  const width = widths.reduce((sum, each) => sum + each, 0);
  return (
    <section ref={frame} className={styles.frame} aria-label={props.label}>
      <table
        // Its cells are gone to by the arrows: what WAI-ARIA calls a grid.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        aria-label={props.label}
        aria-readonly={edit === undefined}
        aria-rowcount={lines.length + 1}
        className={styles.table}
        style={{ minWidth: `${width}px` }}
        onKeyDownCapture={(event) => onGridKey(event, props, focus)}
        onFocus={focus.onFocus}
      >
        <colgroup>
          {columns.map((column, place) => (
            <col key={column.name} style={{ width: `${widths[place]}px` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column, place) => (
              <HeaderCell
                key={column.name}
                column={column}
                place={`-1,${place}`}
                tabIndex={focus.tabIndex(-1, place)}
                sort={props.sort}
                onSort={props.onSort}
                choicesOf={props.choicesOf}
                filters={props.filters}
                onFilter={props.onFilter}
              />
            ))}
          </tr>
        </thead>
        <InGrid value={true}>
          <tbody>
            <Spacer height={before} />
            {shown.map(({ index }) => (
              <GridLine key={keyOf(lines[index], index)} {...props} index={index} focus={focus} />
            ))}
            <Spacer height={after} />
          </tbody>
        </InGrid>
      </table>
    </section>
  );
}

function keyOf(line: Line | undefined, index: number): string {
  if (line === undefined) return `none ${index}`;
  return line.kind === "group" ? `group ${line.key}` : line.row.id;
}

function GridLine(props: ListGridProps & { index: number; focus: GridFocus }): React.JSX.Element | undefined {
  const { lines, index, columns, focus } = props;
  const line = lines[index];
  if (line === undefined) return undefined;
  return line.kind === "group" ? (
    <GroupLine
      line={line}
      index={index}
      span={columns.length}
      folded={props.isFolded(line.key)}
      tabIndex={focus.tabIndex(index, focus.place.column)}
      onFold={props.onFold}
    />
  ) : (
    <RowLine
      row={line.row}
      index={index}
      columns={columns}
      context={props.context}
      rowFormat={props.rowFormat}
      edit={props.edit}
      tabColumn={focus.tabIndex(index, focus.place.column) === 0 ? focus.place.column : undefined}
      onOpen={props.onOpen}
      itemHref={props.itemHref}
    />
  );
}

/** Stands for the rows that are not drawn. */
function Spacer({ height }: { height: number }): React.JSX.Element | undefined {
  return height > 0 ? <tr aria-hidden style={{ height: `${height}px` }} /> : undefined;
}

/** Before the parts of the grid hear of it: a heading's menu would open on an arrow that is meant to lead on. */
function onGridKey(event: React.KeyboardEvent<HTMLElement>, props: ListGridProps, focus: GridFocus): void {
  const { target } = event;
  // Menus of the grid are drawn elsewhere, and editors have keys of their own.
  if (!(target instanceof HTMLElement) || !event.currentTarget.contains(target) || event.altKey) return;
  if (target.closest("[data-place]") !== target) return;
  if (focus.onKey(event)) return event.stopPropagation();
  onCellKey(event, target, props, focus);
}

function onCellKey(event: React.KeyboardEvent, target: HTMLElement, props: ListGridProps, focus: GridFocus): void {
  const line = props.lines[focus.place.line];
  const column = props.columns[focus.place.column];
  if (line?.kind !== "row" || column === undefined || target.tagName !== "TD") return;
  if (event.key !== "Enter" && event.key !== "F2") return;
  event.preventDefault();
  if (props.edit === undefined) return event.key === "Enter" ? follow(target, line.row, props) : undefined;
  if (isEditable(column)) props.edit.begin(line.row, column);
}

/** Enter on a cell that is only shown: the link in it, else its item. */
function follow(cell: HTMLElement, row: Row, { onOpen }: ListGridProps): void {
  const link = cell.querySelector<HTMLElement>("a, button");
  if (link === null) onOpen(row);
  else link.click();
}
