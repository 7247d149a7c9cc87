import { useMemo, useState } from "react";
import type { SortKey } from "./caml-query.ts";
import { type Column, type Row, type View, valueName } from "./list-model.ts";
import type { ListData } from "./load-list.ts";
import { usePage } from "./page-context.ts";
import { groupRows, type Line, labelOf, matches, sortRows, textFinder, type ViewContext } from "./view-rows.ts";
import { beyondThreshold } from "./view-threshold.ts";

/** What the list page shows of a view. */
export interface ListView {
  readonly view: View;
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
  /** Rows of the view that contain the words, and rows of the view. */
  readonly shown: number;
  readonly inView: number;
  readonly context: ViewContext;
  readonly sort: SortKey | undefined;
  /** The rows shown, in order, without the headings of groups. */
  readonly rows: readonly Row[];
  /** In a list this large the view cannot look for this column. */
  readonly beyond: Column | undefined;
  readonly words: string;
  readonly choose: (view: View) => void;
  readonly sortBy: (key: SortKey) => void;
  readonly search: (words: string) => void;
  /** The view as it is defined: nothing sorted or filtered beside it; from a view that cannot be shown, the first. */
  readonly reset: () => void;
  /** What stands in a column, for its heading's filter: each text once, in order. */
  readonly choicesOf: (column: Column) => readonly string[];
  readonly filters: Filters;
  /** Shows only rows with one of the texts in the column; none of them: the column is not filtered. */
  readonly filterBy: (field: string, texts: readonly string[]) => void;
  readonly fold: (group: string) => void;
  readonly isFolded: (group: string) => boolean;
}

/** Texts by the column whose heading they were chosen in. */
export type Filters = ReadonlyMap<string, readonly string[]>;

const unfiltered: Filters = new Map();
/** Kinds of columns whose values are written otherwise in another language. */
const localised = new Set<string>(["number", "date", "date-time", "boolean"]);

/** Chooses, filters, sorts and groups the rows; the chosen view stands in the address. */
export function useListView(data: ListData, rows: readonly Row[], startWords: string): ListView | undefined {
  const { config, now, style, query } = usePage();
  const [chosen, setChosen] = useState(query.get("view"));
  const [sort, setSort] = useState<SortKey>();
  const [words, setWords] = useState(startWords);
  const [filters, setFilters] = useState(unfiltered);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const view = data.views.find(({ title, id }) => chosen === title || chosen === id) ?? data.views[0];
  const { columns: known } = data;
  const [written, setWritten] = useState(style);
  if (written !== style) {
    // What was chosen is kept by its text, and numbers and dates have another one in another language.
    const holds = ([field]: readonly [string, unknown]): boolean => !localised.has(known.get(field)?.kind ?? "");
    setWritten(style);
    setFilters(new Map([...filters].filter(holds)));
  }
  const me = config.persona.displayName;
  const context = useMemo<ViewContext>(() => ({ columns: known, style, now, me }), [known, style, now, me]);
  const { inView, sorted, lines, columns } = useViewRows(view, rows, { words, filters, sort, toggled }, context);
  if (view === undefined) return undefined;
  return {
    view,
    columns,
    lines,
    rows: sorted,
    beyond: beyondThreshold(data.itemCount, view, { sort, filtered: [...filters.keys()] }, known),
    shown: sorted.length,
    inView: inView.length,
    context,
    sort: sort ?? view.query.orderBy[0],
    words,
    choose: ({ id, title }) => {
      setChosen(id);
      setSort(undefined);
      setFilters(unfiltered);
      setToggled(new Set());
      nameInAddress(title === "" ? id : title);
    },
    sortBy: setSort,
    search: setWords,
    reset: () => {
      if (sort === undefined && filters.size === 0) setChosen(data.views[0]?.id ?? null);
      setSort(undefined);
      setFilters(unfiltered);
    },
    choicesOf: (column) => textsIn(inView, column, context),
    filters,
    filterBy: (field, texts) =>
      setFilters((old) => {
        const others = [...old].filter(([name]) => name !== field);
        return new Map(texts.length === 0 ? others : [...others, [field, texts]]);
      }),
    fold: (group) =>
      setToggled((old) =>
        old.has(group) ? new Set([...old].filter((key) => key !== group)) : new Set([...old, group]),
      ),
    isFolded: (group) => view.query.collapsed !== toggled.has(group),
  };
}

interface Chosen {
  readonly words: string;
  readonly filters: Filters;
  readonly sort: SortKey | undefined;
  readonly toggled: ReadonlySet<string>;
}

/** Each step is done anew only when what it depends on has changed: a letter in the quick filter sorts nothing. */
function useViewRows(view: View | undefined, rows: readonly Row[], chosen: Chosen, context: ViewContext) {
  const { words, filters, sort, toggled } = chosen;
  const inView = useMemo(
    () => (view === undefined ? [] : rows.filter((row) => matches(view.query.where, row, context))),
    [rows, view, context],
  );
  const ordered = useMemo(() => {
    if (view === undefined) return [];
    const { groupBy, orderBy } = view.query;
    return sortRows(inView, [...groupBy, ...(sort === undefined ? orderBy : [sort])], context);
  }, [inView, view, sort, context]);
  const contains = useMemo(() => textFinder(view?.fields ?? [], context), [view, context]);
  const sorted = useMemo(
    () => ordered.filter((row) => contains(row, words) && passes(row, filters, context)),
    [ordered, contains, words, filters, context],
  );
  const lines = useMemo(() => {
    if (view === undefined) return [];
    return groupRows(sorted, view.query.groupBy, (group) => view.query.collapsed !== toggled.has(group), context);
  }, [sorted, view, toggled, context]);
  const columns = useMemo(() => {
    const shown = (view?.fields ?? []).map((field) => context.columns.get(valueName(field)));
    return shown.filter((column) => column !== undefined);
  }, [view, context]);
  return { inView, sorted, lines, columns };
}

function passes(row: Row, filters: Filters, context: ViewContext): boolean {
  return [...filters].every(([field, texts]) => texts.includes(labelOf(row, field, context)));
}

/** In the order the column is sorted in. */
function textsIn(rows: readonly Row[], column: Column, context: ViewContext): readonly string[] {
  const first = new Map<string, Row>();
  for (const row of rows) {
    const text = labelOf(row, column.name, context);
    if (!first.has(text)) first.set(text, row);
  }
  const sorted = sortRows([...first.values()], [{ field: column.name, descending: false }], context);
  return sorted.map((row) => labelOf(row, column.name, context));
}

function nameInAddress(view: string): void {
  const address = new URL(location.href);
  address.searchParams.set("view", view);
  history.replaceState(undefined, "", address);
}
