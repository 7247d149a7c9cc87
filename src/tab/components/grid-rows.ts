import { searchKey } from "#domain/shared/plain-text.ts";

/** One column of a grid: what stands in it, what a search finds in it, and what it is sorted by. */
export interface GridSource<Row> {
  readonly id: string;
  /** What a search finds; a column without it is not searched. Plain text, as it is read for every row. */
  readonly find?: (row: Row) => string;
  readonly sortBy: (row: Row) => string | number;
}

/** By which column a list is sorted, and which way. */
export interface GridSort {
  readonly column: string;
  readonly direction: "ascending" | "descending";
}

/** The rows of a grid, ready to be searched and sorted again and again. */
export interface GridRows<Row> {
  /** Reads what a search needs, so that the first key does not wait for it. */
  prepare(): void;
  /** The rows in which every word of the search begins or stands, in the order asked for; equal rows keep theirs. */
  select(search: string, sort: GridSort | undefined): readonly Row[];
}

/** Holds the folded texts of the rows, and the order of each column once it was asked for. */
export function gridRows<Row>(
  rows: readonly Row[],
  columns: readonly GridSource<Row>[],
  language: string,
): GridRows<Row> {
  let texts: readonly string[] | undefined;
  const orders = new Map<string, readonly number[]>();
  const read = (): readonly string[] => {
    texts ??= rows.map((row) => searchKey(columns.map(({ find }) => find?.(row) ?? "").join(" ")));
    return texts;
  };
  const orderOf = (sort: GridSort): readonly number[] => {
    const known = orders.get(sort.column);
    if (known) return known;
    const column = columns.find(({ id }) => id === sort.column);
    const order = column ? ascending(rows.map(column.sortBy), language) : [...rows.keys()];
    orders.set(sort.column, order);
    return order;
  };
  return {
    prepare: () => {
      read();
    },
    select: (search, sort) => {
      const wanted = searchKey(search).split(" ").filter(Boolean);
      if (wanted.length === 0 && sort === undefined) return rows;
      const order = sort === undefined ? undefined : orderOf(sort);
      const found = wanted.length === 0 ? undefined : read();
      const isWanted = (index: number): boolean => wanted.every((word) => found?.[index]?.includes(word) === true);
      const indexes = (order ?? [...rows.keys()]).filter((index) => wanted.length === 0 || isWanted(index));
      if (sort?.direction === "descending") indexes.reverse();
      return indexes.flatMap((index) => rows[index] ?? []);
    },
  };
}

/** The places of the values from small to large; texts as they stand in a Danish or English dictionary. */
function ascending(values: readonly (string | number)[], language: string): readonly number[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return [...values.keys()].sort((one, other) => {
    const [a, b] = [values[one], values[other]];
    const difference = typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
    return difference === 0 ? one - other : difference;
  });
}
