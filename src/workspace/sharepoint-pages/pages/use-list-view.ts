import { useMemo, useState } from "react";
import type { SortKey } from "./caml-query.ts";
import { type Column, type Row, type View, valueName } from "./list-model.ts";
import type { ListData } from "./load-list.ts";
import { usePage } from "./page-context.ts";
import { containsText, groupRows, type Line, matches, sortRows, type ViewContext } from "./view-rows.ts";

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
  readonly words: string;
  readonly choose: (viewTitle: string) => void;
  readonly sortBy: (field: string) => void;
  readonly search: (words: string) => void;
  readonly fold: (group: string) => void;
  readonly isFolded: (group: string) => boolean;
}

/** Chooses, filters, sorts and groups the rows; the chosen view stands in the address. */
export function useListView(data: ListData, rows: readonly Row[], startWords: string): ListView | undefined {
  const { config, now, style, query } = usePage();
  const [chosen, setChosen] = useState(query.get("view"));
  const [sort, setSort] = useState<SortKey>();
  const [words, setWords] = useState(startWords);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const view = data.views.find(({ title, id }) => chosen === title || chosen === id) ?? data.views[0];
  const { columns: known } = data;
  const me = config.persona.displayName;
  const context = useMemo<ViewContext>(() => ({ columns: known, style, now, me }), [known, style, now, me]);
  const inView = useMemo(
    () => (view === undefined ? [] : rows.filter((row) => matches(view.query.where, row, context))),
    [rows, view, context],
  );
  const found = useMemo(
    () => (view === undefined ? [] : inView.filter((row) => containsText(row, view.fields, words, context))),
    [inView, view, words, context],
  );
  const sorted = useMemo(
    () =>
      view === undefined
        ? []
        : sortRows(found, [...view.query.groupBy, ...(sort === undefined ? view.query.orderBy : [sort])], context),
    [found, view, sort, context],
  );
  if (view === undefined) return undefined;
  const isFolded = (group: string): boolean => view.query.collapsed !== toggled.has(group);
  return {
    view,
    columns: view.fields.map((field) => known.get(valueName(field))).filter((column) => column !== undefined),
    lines: groupRows(sorted, view.query.groupBy, isFolded, context),
    shown: found.length,
    inView: inView.length,
    context,
    sort: sort ?? view.query.orderBy[0],
    words,
    choose: (title) => {
      setChosen(title);
      setSort(undefined);
      setToggled(new Set());
      const address = new URL(location.href);
      address.searchParams.set("view", title);
      history.replaceState(undefined, "", address);
    },
    sortBy: (field) => setSort((old) => ({ field, descending: old?.field === field && !old.descending })),
    search: setWords,
    fold: (group) =>
      setToggled((old) =>
        old.has(group) ? new Set([...old].filter((key) => key !== group)) : new Set([...old, group]),
      ),
    isFolded,
  };
}
