import { Input, mergeClasses } from "@fluentui/react-components";
import { ArrowDownRegular, ArrowUpRegular, SearchRegular } from "@fluentui/react-icons";
import { type ReactNode, useDeferredValue, useEffect, useMemo, useState } from "react";
import { useLanguage, useTexts } from "../texts/texts-context.ts";
import { type GridSort, type GridSource, gridRows } from "./grid-rows.ts";
import { useGridStyles } from "./record-grid.styles.ts";
import { useManyColumnStyles, useTableStyles } from "./table.styles.ts";
import { useWindowedRows } from "./use-windowed-rows.ts";

/** A column as people see it. */
export interface GridColumn<Row> extends GridSource<Row> {
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** The heading of the row, an amount at the right, or a short number that is never broken. */
  readonly kind?: "main" | "amount" | "number";
  /** Share of the width where the list is so long that only a part is drawn, or shares are asked for. */
  readonly width: number;
}

interface RecordGridProps<Row> {
  /** For readers: what the rows are. */
  readonly label: string;
  readonly rows: readonly Row[];
  /** The same array as long as the columns are the same. */
  readonly columns: readonly GridColumn<Row>[];
  /** Columns by their shares of the width, in line with a list above, or so that no short word is broken for a long one. */
  readonly shared?: boolean;
}

/** Fewer can be overlooked without help. */
const SEARCH_FROM = 12;
const GUESSED_HEIGHT = 44;

/**
 * A list of records: sorted by a press on a heading, searched while one types, and so windowed that 50,000 rows cost
 * what forty do (G6, G7). Native table, so that readers and print get it whole where it is short.
 */
export function RecordGrid<Row extends { readonly key: string }>(props: RecordGridProps<Row>) {
  const { label, rows, columns, shared = false } = props;
  const styles = useGridStyles();
  const { words } = useTexts();
  const language = useLanguage();
  const [search, setSearch] = useState("");
  const [sort, setSort] = useState<GridSort>();
  const wanted = useDeferredValue(search);
  const all = useMemo(() => gridRows(rows, columns, language), [rows, columns, language]);
  const shown = useMemo(() => all.select(wanted, sort), [all, wanted, sort]);
  const searchable = rows.length > SEARCH_FROM;
  useEffect(() => {
    if (!searchable) return undefined;
    const timer = setTimeout(all.prepare, 0);
    return () => {
      clearTimeout(timer);
    };
  }, [all, searchable]);
  return (
    <>
      {searchable ? (
        <div className={styles.bar}>
          <Input
            type="search"
            className={styles.search}
            aria-label={words.gridSearch(label)}
            placeholder={words.gridSearchHint}
            contentBefore={<SearchRegular />}
            value={search}
            onChange={(_, { value }) => {
              setSearch(value);
            }}
          />
          <output className={styles.count}>
            {wanted === "" ? words.gridCount(rows.length) : words.gridFound(shown.length, rows.length)}
          </output>
        </div>
      ) : null}
      <GridTable label={label} rows={shown} columns={columns} shared={shared} sort={sort} onSort={setSort} />
      {shown.length === 0 ? <p className={styles.none}>{words.gridNone(wanted)}</p> : null}
    </>
  );
}

interface GridTableProps<Row> extends RecordGridProps<Row> {
  readonly sort: GridSort | undefined;
  readonly onSort: (sort: GridSort | undefined) => void;
}

function GridTable<Row extends { readonly key: string }>(props: GridTableProps<Row>) {
  const { label, rows, columns, shared = false, sort, onSort } = props;
  const table = useTableStyles();
  const many = useManyColumnStyles();
  const styles = useGridStyles();
  const { attachBody, windowed, measure, height, visible } = useWindowedRows(rows, GUESSED_HEIGHT);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const before = visible[0]?.start ?? 0;
  const after = windowed ? height - (visible.at(-1)?.end ?? 0) : 0;
  return (
    <table
      className={mergeClasses(table.table, windowed && styles.fixed)}
      aria-label={label}
      aria-rowcount={rows.length + 1}
    >
      {windowed || shared ? (
        <colgroup className={styles.columns}>
          {columns.map((column) => (
            <col key={column.id} style={{ width: `${(100 * column.width) / width}%` }} />
          ))}
        </colgroup>
      ) : null}
      <thead className={mergeClasses(table.head, many.head)}>
        <tr>
          {columns.map((column) => (
            <GridHeading key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody ref={attachBody} className={many.body}>
        {before > 0 ? <Gap height={before} /> : null}
        {visible.map(({ row, index }) => (
          <tr
            key={row.key}
            className={mergeClasses(table.row, many.row)}
            aria-rowindex={index + 2}
            data-index={index}
            ref={measure}
          >
            <GridCells row={row} columns={columns} />
          </tr>
        ))}
        {after > 0 ? <Gap height={after} /> : null}
      </tbody>
    </table>
  );
}

/** Stands for the rows that are not drawn. */
function Gap({ height }: { readonly height: number }) {
  const styles = useGridStyles();
  return <tr aria-hidden="true" className={styles.gap} style={{ height }} />;
}

interface GridHeadingProps<Row> {
  readonly column: GridColumn<Row>;
  readonly sort: GridSort | undefined;
  readonly onSort: (sort: GridSort | undefined) => void;
}

/** Ascending, descending, and back to the order the list came in. */
function GridHeading<Row>({ column, sort, onSort }: GridHeadingProps<Row>) {
  const table = useTableStyles();
  const styles = useGridStyles();
  const direction = sort?.column === column.id ? sort.direction : undefined;
  const next = { undefined: "ascending", ascending: "descending", descending: undefined } as const;
  const press = (): void => {
    const then = next[direction ?? "undefined"];
    onSort(then && { column: column.id, direction: then });
  };
  return (
    <th
      scope="col"
      className={mergeClasses(table.th, column.kind === "amount" && table.amount)}
      {...(direction ? { "aria-sort": direction } : {})}
    >
      <button type="button" className={styles.heading} onClick={press}>
        {column.label}
        {direction === "ascending" ? <ArrowUpRegular /> : null}
        {direction === "descending" ? <ArrowDownRegular /> : null}
      </button>
    </th>
  );
}

/** The cells of a row; one that did not change is not drawn anew while somebody scrolls or types. */
function GridCells<Row>({ row, columns }: { readonly row: Row; readonly columns: readonly GridColumn<Row>[] }) {
  const table = useTableStyles();
  const many = useManyColumnStyles();
  return useMemo(
    () =>
      columns.map((column) =>
        column.kind === "main" ? (
          <th key={column.id} scope="row" className={mergeClasses(table.td, table.main, many.td, many.main)}>
            {column.cell(row)}
          </th>
        ) : (
          <td
            key={column.id}
            className={mergeClasses(table.td, many.td, column.kind && table[column.kind])}
            data-label={column.label}
          >
            {column.cell(row)}
          </td>
        ),
      ),
    [row, columns, table, many],
  );
}
