import { makeStyles, SearchBox, Spinner, Tab, TabList, Text, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useState } from "react";
import type { ReadRefusal } from "./graph-reader.ts";
import { ItemPanel } from "./item-panel.tsx";
import { ListGrid } from "./list-grid.tsx";
import type { Row } from "./list-model.ts";
import { type ListData, loadList, loadRows, loadSite, rowCeiling } from "./load-list.ts";
import { usePage } from "./page-context.ts";
import { Loading, Refused } from "./page-states.tsx";
import { useListView } from "./use-list-view.ts";
import { refusalIn, useLoaded } from "./use-loaded.ts";

/** A list or library with its views. `fileName`: an address that named a file of it. */
export function ListPage({
  listPath,
  fileName,
}: {
  listPath: string;
  fileName: string | undefined;
}): React.JSX.Element {
  const { reader, config, texts } = usePage();
  const load = useCallback(async () => {
    const site = await loadSite(reader, config.siteHost, config.site?.path ?? "");
    return loadList(reader, site, listPath, texts);
  }, [reader, config, listPath, texts]);
  const { state, retry } = useLoaded(load);
  if (state.status === "loading") return <Loading />;
  if (state.status === "refused") return <Refused refusal={state.refusal} retry={retry} />;
  return <OpenList data={state.value} startWords={fileName ?? ""} />;
}

interface Rows {
  readonly rows: readonly Row[];
  readonly status: "loading" | "complete" | "cut";
  readonly refusal: ReadRefusal | undefined;
}

/** Rows come page by page; what has come is shown at once. */
function useRows(data: ListData): Rows & { readonly retry: () => void } {
  const { reader } = usePage();
  const [state, setState] = useState<Rows>({ rows: [], status: "loading", refusal: undefined });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    setState({ rows: [], status: "loading", refusal: undefined });
    loadRows(reader, data, (rows, complete) => {
      if (!current) return;
      const cut = rows.length >= rowCeiling ? "cut" : "loading";
      setState({ rows, status: complete ? "complete" : cut, refusal: undefined });
    }).catch((error: unknown) => {
      if (current) setState((old) => ({ ...old, refusal: refusalIn(error) }));
    });
    return () => {
      current = false;
    };
    // `attempt` only starts a new run.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [reader, data, attempt]);
  return { ...state, retry: () => setAttempt((count) => count + 1) };
}

function OpenList({ data, startWords }: { data: ListData; startWords: string }): React.JSX.Element {
  const styles = useStyles();
  const { texts, link } = usePage();
  const { rows, status, refusal, retry } = useRows(data);
  const [opened, setOpened] = useState<Row>();
  const list = useListView(data, rows, startWords);
  if (refusal !== undefined) return <Refused refusal={refusal} retry={retry} />;
  if (list === undefined) return <Loading />;
  const itemHref = (row: Row): string => link(`${data.list.path}/DispForm.aspx`, { ID: row.id });
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <Text as="h1" size={600} weight="semibold" className={styles.title}>
          {data.list.title}
        </Text>
        {data.list.description !== "" && <Text className={styles.quiet}>{data.list.description}</Text>}
      </div>
      <div className={styles.tools}>
        <TabList
          size="small"
          className={styles.views}
          aria-label={texts.views}
          selectedValue={list.view.title}
          onTabSelect={(_, { value }) => list.choose(String(value))}
        >
          {data.views.map(({ id, title }) => (
            <Tab key={id} value={title}>
              {title}
            </Tab>
          ))}
        </TabList>
        <SearchBox
          size="small"
          className={styles.search}
          aria-label={texts.filter}
          placeholder={texts.filter}
          value={list.words}
          onChange={(_, { value }) => list.search(value)}
        />
      </div>
      <output className={styles.count}>
        {status === "loading" && <Spinner size="extra-tiny" aria-label={texts.loading} />}
        {status === "loading" && rows.length === 0 ? texts.loading : texts.showing(list.shown, list.inView)}
        {status === "cut" && ` ${texts.onlyFirst(rows.length)}`}
      </output>
      {list.lines.length === 0 && status !== "loading" ? (
        <Text className={styles.nothing}>{whyNothing(rows.length, list.inView, texts)}</Text>
      ) : (
        <ListGrid
          label={`${data.list.title}, ${list.view.title}`}
          columns={list.columns}
          lines={list.lines}
          context={list.context}
          sort={list.sort}
          rowFormat={list.view.format}
          isFolded={list.isFolded}
          onSort={list.sortBy}
          onFold={list.fold}
          onOpen={setOpened}
          itemHref={itemHref}
        />
      )}
      {opened !== undefined && (
        <ItemPanel
          data={data}
          row={opened}
          context={list.context}
          href={itemHref(opened)}
          onClose={() => setOpened(undefined)}
        />
      )}
    </div>
  );
}

function whyNothing(
  rows: number,
  inView: number,
  texts: { emptyList: string; emptyView: string; noHits: string },
): string {
  if (rows === 0) return texts.emptyList;
  return inView === 0 ? texts.emptyView : texts.noHits;
}

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0, minWidth: 0 },
  head: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
  },
  title: { margin: "0px" },
  quiet: { color: tokens.colorNeutralForeground3 },
  tools: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    padding: `0px ${tokens.spacingHorizontalM}`,
  },
  views: { minWidth: 0, maxWidth: "100%", flexWrap: "wrap", marginLeft: "-8px" },
  search: { width: "280px", maxWidth: "100%" },
  count: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  nothing: { padding: tokens.spacingHorizontalXXL, textAlign: "center", color: tokens.colorNeutralForeground3 },
});
