import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  ArrowSortDownRegular,
  ArrowSortUpRegular,
  ChevronDownRegular,
  ChevronRightRegular,
} from "@fluentui/react-icons";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import type { SortKey } from "./caml-query.ts";
import { Cell } from "./cell.tsx";
import { cellScope } from "./cell-scope.ts";
import { rowClasses } from "./column-format.ts";
import { columnWidth } from "./column-width.ts";
import { styleOfClasses } from "./format-classes.ts";
import { type Column, type Row, valueName } from "./list-model.ts";
import { usePage } from "./page-context.ts";
import { TitleCell } from "./title-cell.tsx";
import type { Line, ViewContext } from "./view-rows.ts";

export interface ListGridProps {
  readonly label: string;
  /** The columns shown, in order. */
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
  readonly context: ViewContext;
  readonly sort: SortKey | undefined;
  /** Row formatting JSON of the view. */
  readonly rowFormat: unknown;
  readonly isFolded: (group: string) => boolean;
  readonly onSort: (field: string) => void;
  readonly onFold: (group: string) => void;
  readonly onOpen: (row: Row) => void;
  readonly itemHref: (row: Row) => string;
}

const lineHeight = 42;

/** The rows of a view as a table; only those on the screen are in the document. */
export function ListGrid(props: ListGridProps): React.JSX.Element {
  const { columns, lines } = props;
  const styles = useStyles();
  const frame = useRef<HTMLElement>(null);
  // Its functions are used in this component only, which nobody memoises.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => lineHeight,
    overscan: 12,
  });
  const shown = virtualizer.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const { style } = props.context;
  const widths = useMemo(() => {
    const rows = lines.flatMap((line) => (line.kind === "row" ? [line.row] : []));
    return columns.map((column) => columnWidth(column, rows, style));
  }, [columns, lines, style]);
  const width = widths.reduce((sum, each) => sum + each, 0);
  return (
    // A scrolling area must be reachable for the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={frame} className={styles.frame} aria-label={props.label} tabIndex={0}>
      <table className={styles.table} style={{ minWidth: `${width}px` }} aria-rowcount={lines.length + 1}>
        <colgroup>
          {columns.map((column, place) => (
            <col key={column.name} style={{ width: `${widths[place]}px` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.name} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={before} />
          {shown.map(({ index }) => {
            const line = lines[index];
            if (line === undefined) return undefined;
            return line.kind === "group" ? (
              <GroupLine
                key={line.key}
                line={line}
                span={columns.length}
                folded={props.isFolded(line.key)}
                onFold={props.onFold}
              />
            ) : (
              <RowLine key={line.row.id} {...props} row={line.row} index={index} />
            );
          })}
          <Spacer height={after} />
        </tbody>
      </table>
    </section>
  );
}

/** Stands for the rows that are not drawn. */
function Spacer({ height }: { height: number }): React.JSX.Element | undefined {
  return height > 0 ? <tr aria-hidden style={{ height: `${height}px` }} /> : undefined;
}

function HeaderCell({
  column,
  sort,
  onSort,
}: {
  column: Column;
  sort: SortKey | undefined;
  onSort: (field: string) => void;
}): React.JSX.Element {
  const styles = useStyles();
  const { texts } = usePage();
  const active = sort?.field === column.name ? sort : undefined;
  const direction = active?.descending === true ? "descending" : "ascending";
  return (
    <th
      scope="col"
      className={mergeClasses(styles.header, column.kind === "number" && styles.right)}
      aria-sort={active === undefined ? undefined : direction}
    >
      <button
        type="button"
        className={styles.sort}
        title={column.description || texts.sortBy(column.title)}
        onClick={() => onSort(column.name)}
      >
        <span className={styles.clip}>{column.title}</span>
        {active !== undefined &&
          (active.descending ? <ArrowSortDownRegular aria-hidden /> : <ArrowSortUpRegular aria-hidden />)}
      </button>
    </th>
  );
}

function GroupLine({
  line,
  span,
  folded,
  onFold,
}: {
  line: Extract<Line, { kind: "group" }>;
  span: number;
  folded: boolean;
  onFold: (group: string) => void;
}): React.JSX.Element {
  const styles = useStyles();
  const { texts } = usePage();
  return (
    <tr className={styles.line}>
      <th scope="rowgroup" colSpan={span} className={styles.group} style={{ paddingLeft: `${12 + line.level * 24}px` }}>
        <button
          type="button"
          className={styles.sort}
          aria-expanded={!folded}
          title={folded ? texts.unfold : texts.fold}
          onClick={() => onFold(line.key)}
        >
          {folded ? <ChevronRightRegular aria-hidden /> : <ChevronDownRegular aria-hidden />}
          <span>
            {line.label === "" ? texts.empty : line.label} ({line.count})
          </span>
        </button>
      </th>
    </tr>
  );
}

function RowLine({
  row,
  index,
  columns,
  context,
  rowFormat,
  onOpen,
  itemHref,
}: ListGridProps & { row: Row; index: number }): React.JSX.Element {
  const styles = useStyles();
  const { config, theme } = usePage();
  const classes = rowClasses(
    rowFormat,
    cellScope(row, "Title", index, { ...context, mail: config.persona.userPrincipalName }),
  );
  return (
    <tr
      className={mergeClasses(styles.line, theme !== "contrast" && styles.hover)}
      style={styleOfClasses(classes)}
      aria-rowindex={index + 2}
    >
      {columns.map((column, place) => (
        <td key={column.name} className={mergeClasses(styles.cell, column.kind === "number" && styles.right)}>
          <div className={styles.clip}>
            {isTitle(column, columns, place) ? (
              <TitleCell row={row} column={column} href={itemHref(row)} onOpen={onOpen} />
            ) : (
              <Cell column={column} row={row} rowIndex={index} context={context} />
            )}
          </div>
        </td>
      ))}
    </tr>
  );
}

/** The column that leads to the item: the title, or the first one in a view without it. */
function isTitle({ name }: Column, columns: readonly Column[], place: number): boolean {
  const titles = ["Title", "LinkFilename"];
  return columns.some((column) => titles.includes(valueName(column.name)))
    ? titles.includes(valueName(name))
    : place === 0;
}

const useStyles = makeStyles({
  frame: {
    flexGrow: 1,
    minHeight: "200px",
    overflow: "auto",
    "&:focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  table: {
    tableLayout: "fixed",
    width: "100%",
    borderCollapse: "separate",
    borderSpacing: "0px",
    fontSize: tokens.fontSizeBase300,
  },
  header: {
    position: "sticky",
    top: 0,
    zIndex: 2,
    boxSizing: "border-box",
    height: `${lineHeight}px`,
    padding: `0px ${tokens.spacingHorizontalM}`,
    textAlign: "left",
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  sort: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    maxWidth: "100%",
    minHeight: "32px",
    padding: "0px",
    border: "none",
    backgroundColor: tokens.colorTransparentBackground,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  line: { height: `${lineHeight}px` },
  hover: { ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover } },
  group: {
    textAlign: "left",
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    boxSizing: "border-box",
    height: `${lineHeight}px`,
    padding: `0px ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  right: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  clip: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});
