import { Link, mergeClasses } from "@fluentui/react-components";
import { ArrowDownRegular } from "@fluentui/react-icons/svg/arrow-down";
import { ArrowUpRegular } from "@fluentui/react-icons/svg/arrow-up";
import { useMemo, useState } from "react";
import type { ActionPlan, ActionRow } from "#contract/action-plans.ts";
import { type GridSort, gridRows } from "../../components/grid-rows.ts";
import { useGridStyles } from "../../components/record-grid.styles.ts";
import { hrefOf, routes } from "../../components/routes.ts";
import { useManyColumnStyles, useTableStyles } from "../../components/table.styles.ts";
import { useLanguage } from "../../texts/texts-context.ts";
import { usePlanStyles } from "./plan.styles.ts";
import { ActionStatusBadge, LightMark, MilestoneCell, OwnerCell, UpdatedCell } from "./plan-marks.tsx";
import { usePlanTexts } from "./plan-texts.ts";

type ColumnId = "title" | "status" | "light" | "owner" | "milestone" | "updated";

const columnIds: readonly ColumnId[] = ["title", "status", "light", "owner", "milestone", "updated"];
const statusOrder = ["idea", "planned", "running", "on-hold", "done", "stopped"];
const lightOrder = ["green", "yellow", "red"];

/** What each column is sorted by; the worst light and the longest silence are the greatest. */
const sources = columnIds.map((id) => ({ id, sortBy: (row: ActionRow) => sortValue(id, row) }));

function sortValue(id: ColumnId, row: ActionRow): string | number {
  switch (id) {
    case "title":
      return row.title;
    case "status":
      return statusOrder.indexOf(row.status);
    case "light":
      return lightOrder.indexOf(row.light?.light ?? "");
    case "owner":
      return row.owner?.name ?? row.ownerRole;
    case "milestone":
      // Items without one come last.
      return row.nextMilestone?.due ?? "9999";
    case "updated":
      return row.daysSinceUpdate;
  }
}

interface PlanTableProps {
  readonly plan: ActionPlan;
  readonly isShown: (row: ActionRow) => boolean;
}

/**
 * The plan as a table under the focus areas in KL's order, each with its count, an empty one with 0 (001-18). One
 * heading for all areas; a press on it sorts within each.
 */
export function PlanTable({ plan, isShown }: PlanTableProps) {
  const table = useTableStyles();
  const many = useManyColumnStyles();
  const styles = usePlanStyles();
  const words = usePlanTexts();
  const [sort, setSort] = useState<GridSort>();
  return (
    <div className={styles.card}>
      <table className={table.table} aria-label={words.title}>
        <thead className={mergeClasses(table.head, many.head)}>
          <tr>
            {columnIds.map((id) => (
              <Heading key={id} id={id} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        {plan.areas.map((area) => (
          <AreaRows key={area.number} area={area} today={plan.today} sort={sort} isShown={isShown} />
        ))}
      </table>
    </div>
  );
}

interface HeadingProps {
  readonly id: ColumnId;
  readonly sort: GridSort | undefined;
  readonly onSort: (sort: GridSort | undefined) => void;
}

/** Ascending, descending, and back to the order of the letters. */
function Heading({ id, sort, onSort }: HeadingProps) {
  const table = useTableStyles();
  const grid = useGridStyles();
  const { columns } = usePlanTexts();
  const direction = sort?.column === id ? sort.direction : undefined;
  const next = { undefined: "ascending", ascending: "descending", descending: undefined } as const;
  const then = next[direction ?? "undefined"];
  return (
    <th scope="col" className={table.th} {...(direction ? { "aria-sort": direction } : {})}>
      <button
        type="button"
        className={grid.heading}
        onClick={() => {
          onSort(then && { column: id, direction: then });
        }}
      >
        {columns[id]}
        {direction === "ascending" ? <ArrowUpRegular /> : null}
        {direction === "descending" ? <ArrowDownRegular /> : null}
      </button>
    </th>
  );
}

interface AreaRowsProps {
  readonly area: ActionPlan["areas"][number];
  readonly today: string;
  readonly sort: GridSort | undefined;
  readonly isShown: (row: ActionRow) => boolean;
}

function AreaRows({ area, today, sort, isShown }: AreaRowsProps) {
  const table = useTableStyles();
  const many = useManyColumnStyles();
  const styles = usePlanStyles();
  const language = useLanguage();
  const words = usePlanTexts();
  const shown = area.items.filter(isShown);
  const rows = useMemo(() => gridRows(area.items, sources, language).select("", sort), [area.items, language, sort]);
  return (
    <tbody className={many.body}>
      <tr className={mergeClasses(table.row, many.row, styles.areaRow)}>
        <th scope="rowgroup" colSpan={columnIds.length} className={styles.areaHead}>
          {`${area.number}. ${area.name}`} <span className={styles.count}>{words.items(shown.length)}</span>
        </th>
      </tr>
      {shown.length === 0 ? (
        <tr className={mergeClasses(table.row, many.row)}>
          <td colSpan={columnIds.length} className={mergeClasses(table.td, many.td, many.main, styles.none)}>
            {area.items.length === 0 ? words.areaEmpty : words.areaNoneShown}
          </td>
        </tr>
      ) : (
        rows.filter(isShown).map((row) => <ItemRow key={row.key} row={row} today={today} />)
      )}
    </tbody>
  );
}

function ItemRow({ row, today }: { readonly row: ActionRow; readonly today: string }) {
  const table = useTableStyles();
  const many = useManyColumnStyles();
  const styles = usePlanStyles();
  const words = usePlanTexts();
  const { columns } = words;
  return (
    <tr className={mergeClasses(table.row, many.row)}>
      <th scope="row" className={mergeClasses(table.td, table.main, many.td, many.main, styles.title)}>
        <Link href={hrefOf(routes.actionItem(row.key))}>{row.title}</Link>
        {row.furtherAreas.length > 0 ? (
          <span className={styles.small}>{words.also(row.furtherAreas.join(", "))}</span>
        ) : null}
      </th>
      <td className={mergeClasses(table.td, many.td)} data-label={columns.status}>
        <ActionStatusBadge status={row.status} />
      </td>
      <td className={mergeClasses(table.td, many.td)} data-label={columns.light}>
        <LightMark light={row.light} withReason />
      </td>
      <td className={mergeClasses(table.td, many.td, styles.lines)} data-label={columns.owner}>
        <OwnerCell row={row} />
      </td>
      <td className={mergeClasses(table.td, many.td, styles.lines)} data-label={columns.milestone}>
        <MilestoneCell row={row} today={today} />
      </td>
      <td className={mergeClasses(table.td, many.td, styles.lines)} data-label={columns.updated}>
        <UpdatedCell row={row} />
      </td>
    </tr>
  );
}
