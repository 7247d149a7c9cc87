import {
  createTableColumn,
  DataGrid,
  DataGridBody,
  DataGridCell,
  DataGridHeader,
  DataGridHeaderCell,
  DataGridRow,
  FluentProvider,
  Input,
  TableCellLayout,
  webLightTheme,
} from "@fluentui/react-components";
import {
  DataGrid as WindowGrid,
  DataGridBody as WindowGridBody,
  DataGridCell as WindowGridCell,
  DataGridHeader as WindowGridHeader,
  DataGridHeaderCell as WindowGridHeaderCell,
  DataGridRow as WindowGridRow,
} from "@fluentui-contrib/react-data-grid-react-window";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { type GridColumn, RecordGrid } from "#tab/components/record-grid.tsx";
import { da } from "#tab/texts/da.ts";
import { TextsContext } from "#tab/texts/texts-context.ts";
import { cells, cellText, drawn, type Line, makeLines } from "./lines.ts";

declare global {
  interface Window {
    bench: {
      readonly drawn: typeof drawn;
      /** Rows the grid says it shows. */
      shown(): number;
    };
  }
}

const HEIGHT = 720;
const ROW = 44;

const ourColumns: readonly GridColumn<Line>[] = cells.map(({ id, text }) => ({
  id,
  label: id,
  width: 1,
  ...(id === "title" ? { kind: "main", find: text } : {}),
  sortBy: text,
  cell: (line) => cellText(id, line),
}));

/** The search of the others: a plain `includes` over titles that were made small beforehand. */
function useSearch(lines: readonly Line[], draw: (found: readonly Line[]) => ReactNode): ReactNode {
  const [search, setSearch] = useState("");
  const small = useMemo(() => lines.map(({ title }) => title.toLowerCase()), [lines]);
  const found = useMemo(
    () => (search === "" ? lines : lines.filter((_, index) => small[index]?.includes(search.toLowerCase()) === true)),
    [lines, small, search],
  );
  return (
    <>
      <Input
        type="search"
        aria-label="Search"
        value={search}
        onChange={(_, { value }) => {
          setSearch(value);
        }}
      />
      <output data-shown={found.length}>{found.length}</output>
      {draw(found)}
    </>
  );
}

/** The lower bound: bare elements with the least of roles. */
function BareRows({ lines }: { readonly lines: readonly Line[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
  });
  return (
    <div ref={scroller} data-scroller style={{ height: HEIGHT, overflow: "auto" }}>
      <div style={{ height: rows.getTotalSize(), position: "relative" }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const line = lines[index];
          return line ? (
            <div
              key={key}
              style={{ position: "absolute", display: "flex", height: ROW, transform: `translateY(${start}px)` }}
            >
              {cells.map(({ id }) => (
                <div key={id} style={{ width: 150 }}>
                  {cellText(id, line)}
                </div>
              ))}
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}

/** As Fluent's own examples have them. */
const fluentColumns = cells.map(({ id }) =>
  createTableColumn<Line>({
    columnId: id,
    renderHeaderCell: () => id,
    renderCell: (line) => <TableCellLayout>{cellText(id, line)}</TableCellLayout>,
  }),
);

function PlainGrid({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <div data-scroller style={{ height: HEIGHT, overflow: "auto" }}>
      <DataGrid items={[...lines]} columns={fluentColumns} getRowId={({ key }: Line) => key}>
        <DataGridHeader>
          <DataGridRow>
            {({ renderHeaderCell }) => <DataGridHeaderCell>{renderHeaderCell()}</DataGridHeaderCell>}
          </DataGridRow>
        </DataGridHeader>
        <DataGridBody<Line>>
          {({ item, rowId }) => (
            <DataGridRow<Line> key={rowId}>
              {({ renderCell }) => <DataGridCell>{renderCell(item)}</DataGridCell>}
            </DataGridRow>
          )}
        </DataGridBody>
      </DataGrid>
    </div>
  );
}

function ContribGrid({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <WindowGrid items={[...lines]} columns={fluentColumns} getRowId={({ key }: Line) => key}>
      <WindowGridHeader>
        <WindowGridRow>
          {({ renderHeaderCell }) => <WindowGridHeaderCell>{renderHeaderCell()}</WindowGridHeaderCell>}
        </WindowGridRow>
      </WindowGridHeader>
      <WindowGridBody<Line> itemSize={ROW} height={HEIGHT}>
        {({ item, rowId }, style) => (
          <WindowGridRow<Line> key={rowId} style={style}>
            {({ renderCell }) => <WindowGridCell>{renderCell(item)}</WindowGridCell>}
          </WindowGridRow>
        )}
      </WindowGridBody>
    </WindowGrid>
  );
}

function Searched({
  lines,
  draw,
}: {
  readonly lines: readonly Line[];
  readonly draw: (found: readonly Line[]) => ReactNode;
}) {
  return useSearch(lines, draw);
}

const grids: Readonly<Record<string, (lines: readonly Line[]) => ReactNode>> = {
  ours: (lines) => <RecordGrid label="List" rows={lines} columns={ourColumns} />,
  bare: (lines) => <Searched lines={lines} draw={(found) => <BareRows lines={found} />} />,
  plain: (lines) => <Searched lines={lines} draw={(found) => <PlainGrid lines={found} />} />,
  contrib: (lines) => <Searched lines={lines} draw={(found) => <ContribGrid lines={found} />} />,
};

const query = new URLSearchParams(location.search);
const lines = makeLines(Number(query.get("rows")));
window.bench = {
  drawn,
  shown: () => Number(/\d+/u.exec(document.querySelector("output")?.textContent ?? "")?.[0]),
};
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <FluentProvider theme={webLightTheme}>
      <TextsContext value={{ language: "da", texts: da }}>
        <div id="grid">{grids[query.get("grid") ?? "ours"]?.(lines)}</div>
      </TextsContext>
    </FluentProvider>,
  );
}
