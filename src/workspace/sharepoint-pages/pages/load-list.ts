import * as z from "zod/mini";
import { parseViewQuery, type ViewQuery } from "./caml-query.ts";
import { columnsReadBy } from "./format-expression.ts";
import type { GraphReader } from "./graph-reader.ts";
import { ReadFailure } from "./graph-reader.ts";
import {
  type Column,
  columnSchema,
  itemSchema,
  type ListInfo,
  listSchema,
  type Row,
  toColumn,
  toList,
  toRow,
  type View,
  type ViewLayout,
  valueName,
  versionSchema,
} from "./list-model.ts";
import { conditionFields } from "./view-threshold.ts";

/** A site's lists in the order they were made. */
export interface SiteData {
  readonly siteId: string;
  readonly lists: readonly ListInfo[];
}

/** A list without its rows. */
export interface ListData {
  readonly siteId: string;
  readonly list: ListInfo;
  readonly columns: ReadonlyMap<string, Column>;
  /** Never empty; the default view comes first. */
  readonly views: readonly View[];
  readonly rights: Rights;
  /** How many items the list holds; undefined where SharePoint did not say. */
  readonly itemCount: number | undefined;
}

/** What the persona may do with items of the site. */
export interface Rights {
  readonly add: boolean;
  readonly change: boolean;
  readonly remove: boolean;
}

export interface ItemVersion {
  readonly id: string;
  readonly at: string;
  readonly identity: z.infer<typeof versionSchema>["lastModifiedBy"];
  readonly values: Readonly<Record<string, unknown>>;
}

/** More rows than this are not fetched: a view in SharePoint ends there too. */
export const rowCeiling = 5_000;
const pageSize = 500;

const viewsSchema = z.object({
  value: z.array(
    z.object({
      Id: z.string(),
      Title: z.string(),
      ViewFields: z.array(z.string()),
      ViewQuery: z.nullable(z.string()),
      DefaultView: z.boolean(),
      ViewType2: z.optional(z.string()),
      ViewData: z.nullish(z.string()),
      CustomFormatter: z.nullable(z.string()),
    }),
  ),
});
const formatsSchema = z.object({
  value: z.array(z.object({ InternalName: z.string(), CustomFormatter: z.nullable(z.string()) })),
});
const countsSchema = z.object({ value: z.array(z.object({ Id: z.string(), ItemCount: z.number() })) });

export async function loadSite(reader: GraphReader, siteHost: string, sitePath: string): Promise<SiteData> {
  const site = await reader.get(z.object({ id: z.string() }), `/sites/${siteHost}:${encodeURI(sitePath)}?$select=id`);
  const lists: ListInfo[] = [];
  await reader.pages(listSchema, `/sites/${site.id}/lists?$select=id,displayName,description,webUrl,list`, (page) => {
    lists.push(...page.filter(({ list }) => list?.hidden !== true).map(toList));
    return true;
  });
  return { siteId: site.id, lists };
}

/** How many items each list holds, by list id. */
export async function loadCounts(reader: GraphReader): Promise<ReadonlyMap<string, number>> {
  const { value } = await reader.rest(countsSchema, "/_api/web/lists");
  return new Map(value.map(({ Id, ItemCount }) => [Id.toLowerCase(), ItemCount]));
}

/** A list by the path of its address, with columns, formatting and views. */
export async function loadList(reader: GraphReader, site: SiteData, listPath: string): Promise<ListData> {
  const list = site.lists.find(({ path }) => path.toLowerCase() === listPath.toLowerCase());
  if (list === undefined) throw new ReadFailure("not-found", `No list at ${listPath}`);
  const rest = `/_api/web/lists(guid'${list.id}')`;
  const [columns, formats, views, rights, counts] = await Promise.all([
    reader.get(
      z.object({ value: z.array(columnSchema) }),
      `/sites/${site.siteId}/lists/${list.id}/columns?$select=id,name,displayName,description,hidden,readOnly,text,choice,number,currency,dateTime,boolean,personOrGroup,lookup,hyperlinkOrPicture,required,indexed`,
    ),
    reader.rest(formatsSchema, `${rest}/fields`),
    reader.rest(viewsSchema, `${rest}/views`),
    loadRights(reader),
    loadCounts(reader),
  ]);
  const formatOf = new Map(
    formats.value.map(({ InternalName, CustomFormatter }) => [InternalName, parseJson(CustomFormatter)]),
  );
  const known = new Map(columns.value.map((json) => [json.name, toColumn(json, formatOf.get(json.name))]));
  return {
    siteId: site.siteId,
    list,
    columns: known,
    views: inMenuOrder(views.value.map(toView), known),
    rights,
    itemCount: counts.get(list.id.toLowerCase()),
  };
}

/** SharePoint's permission bits for items. */
const bits = { add: 0x2, change: 0x4, remove: 0x8 } as const;

async function loadRights(reader: GraphReader): Promise<Rights> {
  const { Low } = await reader.rest(z.object({ Low: z.string() }), "/_api/web/effectiveBasePermissions");
  const may = (bit: number): boolean => Math.floor(Number(Low) / bit) % 2 === 1;
  return { add: may(bits.add), change: may(bits.change), remove: may(bits.remove) };
}

function toView(json: z.infer<typeof viewsSchema>["value"][number]): View {
  const query = parseViewQuery(json.ViewQuery ?? "");
  return {
    id: json.Id,
    title: json.Title,
    fields: json.ViewFields,
    query,
    isDefault: json.DefaultView,
    layout: layoutOf(json.ViewType2, json.ViewData ?? "", query),
    format: parseJson(json.CustomFormatter),
  };
}

/** Where a modern view's columns stand: the board's choice and the calendar's title in its data, the dates in its query. */
function layoutOf(type: string | undefined, data: string, { overlap }: ViewQuery): ViewLayout | undefined {
  const roles = new DOMParser().parseFromString(`<ViewData>${data}</ViewData>`, "text/xml");
  const columnFor = (role: string): string | undefined =>
    roles.querySelector(`FieldRef[Type="${role}"]`)?.getAttribute("Name") ?? undefined;
  const bucket = columnFor("KanbanPivotColumn");
  if (type === "KANBAN" && bucket !== undefined) return { kind: "board", column: bucket };
  if (type !== "MODERNCALENDAR" || overlap === undefined) return undefined;
  return { kind: "calendar", ...overlap, title: valueName(columnFor("CalendarMonthTitle") ?? "Title") };
}

/** The views with the default first; a list without any has one of all its columns, which the page names itself. */
function inMenuOrder(views: readonly View[], columns: ReadonlyMap<string, Column>): readonly View[] {
  const usable = views.map((view) => ({ ...view, fields: view.fields.filter((name) => columns.has(valueName(name))) }));
  if (usable.length > 0) return usable.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault));
  const fields = [...columns.values()].filter(({ own }) => own).map(({ name }) => name);
  return [
    {
      id: "all",
      title: "",
      fields,
      query: parseViewQuery(""),
      isDefault: true,
      layout: undefined,
      format: undefined,
    },
  ];
}

/**
 * Fetches the rows page by page, with only the columns that some view shows, sorts or formats by, until there are
 * `ceiling` of them.
 */
export async function loadRows(
  reader: GraphReader,
  data: ListData,
  ceiling: number,
  onRows: (rows: readonly Row[], complete: boolean) => void,
): Promise<void> {
  const rows: Row[] = [];
  let cut = false;
  await reader.pages(itemSchema, `${itemsPath(data)}?${rowQuery(data)}&$top=${pageSize}`, (page) => {
    rows.push(...page.map(toRow));
    cut = rows.length >= ceiling;
    onRows([...rows], false);
    return !cut;
  });
  onRows(rows, !cut);
}

/** One row as the list shows it. */
export async function loadRow(reader: GraphReader, data: ListData, itemId: string): Promise<Row> {
  return toRow(await reader.get(itemSchema, `${itemsPath(data)}/${itemId}?${rowQuery(data)}`));
}

/** Where Graph has the list's items. */
export function itemsPath({ siteId, list }: ListData): string {
  return `/sites/${siteId}/lists/${list.id}/items`;
}

function rowQuery(data: ListData): string {
  const select = [...neededFields(data)].map(encodeURIComponent).join(",");
  return `$select=id,webUrl,eTag,createdDateTime,lastModifiedDateTime,createdBy,lastModifiedBy&$expand=fields($select=${select})`;
}

/** SharePoint allows twelve person and lookup columns in one query; names of who made a row come with it anyway. */
const comesWithRow = new Set(["ID", "Created", "Modified", "Author", "Editor"]);

function neededFields({ columns, views }: ListData): ReadonlySet<string> {
  const fields = views.flatMap(({ fields: shown, query, format, layout }) => [
    ...shown,
    ...(layout?.kind === "board" ? [layout.column] : []),
    ...(layout?.kind === "calendar" ? [layout.start, layout.end, layout.title] : []),
    ...query.orderBy.map(({ field }) => field),
    ...query.groupBy.map(({ field }) => field),
    ...columnsReadBy(format),
    ...conditionFields(query.where),
  ]);
  const shown = ["Title", ...fields].map(valueName);
  const inFormats = shown.flatMap((name) => columnsReadBy(columns.get(name)?.format));
  return new Set([...shown, ...inFormats].filter((name) => columns.has(name) && !comesWithRow.has(name)));
}

/** The list's own columns, in the list's order. */
export function ownColumns(data: ListData): readonly Column[] {
  return [...data.columns.values()].filter(({ own, name }) => own || (data.list.isLibrary && name === "LinkFilename"));
}

/** One item with all its fields. */
export async function loadItem(reader: GraphReader, data: ListData, itemId: string): Promise<Row> {
  return toRow(await reader.get(itemSchema, `${itemsPath(data)}/${itemId}?$expand=fields`));
}

/** An item's versions, newest first. */
export async function loadVersions(
  reader: GraphReader,
  data: ListData,
  itemId: string,
): Promise<readonly ItemVersion[]> {
  const versions: ItemVersion[] = [];
  const path = `${itemsPath(data)}/${itemId}/versions?$expand=fields`;
  await reader.pages(versionSchema, path, (page) => {
    versions.push(
      ...page.map(({ id, lastModifiedDateTime, lastModifiedBy, fields }) => ({
        id,
        at: lastModifiedDateTime,
        identity: lastModifiedBy,
        values: fields ?? {},
      })),
    );
    return true;
  });
  return versions;
}

function parseJson(text: string | null): unknown {
  try {
    return text === null || text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
