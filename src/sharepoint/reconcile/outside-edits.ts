import type { EditedColumn, OutsideEdit } from "#domain/projections/outside-edit.ts";
import type { ProjectionName } from "#domain/projections/projection-row.ts";
import { keyOf } from "#domain/shared/keys.ts";
import type { GraphItem } from "../client/list-item.ts";
import type { ListDefinition } from "../lists/define-list.ts";
import type { RowValues } from "../lists/projection-list.ts";

interface OpenList {
  readonly name: ProjectionName;
  readonly list: ListDefinition<RowValues>;
}

/** A changed row as an edit: one for each version of the item. */
export function changedRow(
  { name, list }: OpenList,
  item: GraphItem,
  columns: readonly string[],
  wanted: RowValues | undefined,
): OutsideEdit {
  const edited = columns.map((column): EditedColumn => {
    return { name: column, heading: list.columns[column]?.title ?? column, value: item.fields[column] };
  });
  const link = textOf(wanted?.["Link"]);
  return {
    key: keyOf("outside-edit", item.etag),
    kind: "changed",
    list: name,
    listTitle: list.title,
    columns: edited,
    // Numbers and codes where the row has one; a title is ours as well, but may hold what a person typed.
    reference: textOf(wanted?.["Nummer"]) || textOf(wanted?.["Kode"]),
    route: link.includes("#") ? link.slice(link.indexOf("#") + 1) : "",
    rows: 1,
  };
}

/** A row somebody added: one edit, however often it is changed afterwards. */
export function ownRow({ name, list }: OpenList, item: GraphItem): OutsideEdit {
  return {
    ...aboutList({ name, list }),
    key: keyOf("outside-edit", "own-row", uniqueId(item)),
    kind: "own-row",
    rows: 1,
  };
}

/** Rows of ours that are gone though nobody here took them away; undefined when none is. */
export function deletedRows(open: OpenList, gone: readonly GraphItem[]): OutsideEdit | undefined {
  if (gone.length === 0) return undefined;
  const etags = gone.map(({ etag }) => etag).toSorted();
  return { ...aboutList(open), key: keyOf("outside-edit", "deleted", ...etags), kind: "deleted", rows: gone.length };
}

/** Items that were there before a look and are not any more, though they are wanted. */
export function missing(
  before: readonly GraphItem[],
  after: readonly GraphItem[],
  isWanted: (item: GraphItem) => boolean,
): readonly GraphItem[] {
  const here = new Set(after.map(({ id }) => id));
  return before.filter((item) => !here.has(item.id) && isWanted(item));
}

function aboutList({ name, list }: OpenList): Omit<OutsideEdit, "key" | "kind" | "rows"> {
  return { list: name, listTitle: list.title, columns: [], reference: "", route: "" };
}

/** The item's own id in its eTag `"<guid>,<n>"`: never used again, as the number in a list made anew is. */
function uniqueId({ etag }: GraphItem): string {
  return etag.replace(/,\d+"?$/u, "");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
