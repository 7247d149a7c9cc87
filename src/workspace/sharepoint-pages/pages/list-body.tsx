import { Button, makeStyles, Spinner, Tag, TagGroup, Text, tokens } from "@fluentui/react-components";
import { BoardView } from "./board-view.tsx";
import { CalendarView } from "./calendar-view.tsx";
import { viewTitle } from "./item-title.ts";
import { ListGrid } from "./list-grid.tsx";
import type { Row } from "./list-model.ts";
import type { ListData } from "./load-list.ts";
import { usePage } from "./page-context.ts";
import { BeyondThreshold } from "./page-states.tsx";
import type { GridEdit } from "./use-grid-edit.ts";
import type { ListView } from "./use-list-view.ts";
import type { LiveRows } from "./use-rows.ts";

export interface ListBodyProps {
  readonly data: ListData;
  readonly list: ListView;
  readonly live: LiveRows;
  /** Undefined when the grid is only shown. */
  readonly edit: GridEdit | undefined;
  readonly onMove: ((row: Row, field: string, bucket: string) => void) | undefined;
  readonly onOpen: (row: Row) => void;
  readonly itemHref: (row: Row) => string;
}

/** The rows of the view: as a grid, a board or a calendar, or why there are none. */
export function ListBody(props: ListBodyProps): React.JSX.Element {
  const { list, live, data } = props;
  const styles = useStyles();
  const { texts } = usePage();
  if (list.beyond !== undefined) return <BeyondThreshold column={list.beyond.title} onBack={() => list.reset()} />;
  const isWaiting = live.status === "loading";
  return (
    <>
      <output className={styles.count}>
        {isWaiting && <Spinner size="extra-tiny" aria-label={texts.loading} />}
        {isWaiting && live.rows.length === 0 ? texts.loading : texts.showing(list.shown, list.inView)}
      </output>
      {live.status === "cut" && (
        <div className={styles.cut}>
          <Text size={200}>{texts.onlyFirst(live.rows.length)}</Text>
          <Button size="small" onClick={live.more}>
            {texts.more}
          </Button>
        </div>
      )}
      <ChosenFilters list={list} data={data} />
      {list.lines.length === 0 && !isWaiting && list.view.layout?.kind !== "calendar" ? (
        <Text className={styles.nothing}>{whyNothing(live.rows.length, list.inView, texts)}</Text>
      ) : (
        <Rows {...props} />
      )}
    </>
  );
}

function Rows({ data, list, edit, onMove, onOpen, itemHref }: ListBodyProps): React.JSX.Element {
  const { texts } = usePage();
  const label = `${data.list.title}, ${viewTitle(list.view, texts)}`;
  const { layout } = list.view;
  const { context, rows, columns } = list;
  const bucketColumn = layout?.kind === "board" ? data.columns.get(layout.column) : undefined;
  if (bucketColumn !== undefined) {
    const move = onMove === undefined ? undefined : (row: Row, to: string) => onMove(row, bucketColumn.name, to);
    return <BoardView {...{ label, bucketColumn, columns, rows, context, onOpen, itemHref }} onMove={move} />;
  }
  if (layout?.kind === "calendar") return <CalendarView {...{ label, layout, rows, context, onOpen, itemHref }} />;
  return (
    <ListGrid
      {...{ label, columns, context, edit, onOpen, itemHref }}
      lines={list.lines}
      sort={list.sort}
      rowFormat={list.view.format}
      isFolded={list.isFolded}
      onSort={list.sortBy}
      choicesOf={list.choicesOf}
      filters={list.filters}
      onFilter={list.filterBy}
      onFold={list.fold}
    />
  );
}

/** What the headings filter by, each to be taken away. */
function ChosenFilters({ list, data }: { list: ListView; data: ListData }): React.JSX.Element | undefined {
  const styles = useStyles();
  const { texts } = usePage();
  if (list.filters.size === 0) return undefined;
  return (
    <TagGroup
      className={styles.filters}
      size="small"
      aria-label={texts.filtered}
      onDismiss={(_, { value }) => list.filterBy(value, [])}
    >
      {[...list.filters].map(([field, chosen]) => (
        <Tag key={field} value={field} dismissible dismissIcon={{ "aria-label": texts.clearFilter }}>
          {data.columns.get(field)?.title}: {chosen.map((text) => (text === "" ? texts.empty : text)).join(", ")}
        </Tag>
      ))}
    </TagGroup>
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
  count: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  cut: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `0px ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
  },
  filters: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    padding: `0px ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
  },
  nothing: { padding: tokens.spacingHorizontalXXL, textAlign: "center", color: tokens.colorNeutralForeground3 },
});
