import * as z from "zod/mini";
import { demoMunicipality as municipality } from "#demo/municipality.ts";
import type { GraphReader } from "#workspace/sharepoint-pages/pages/graph-reader.ts";
import { type Row, type View, valueName } from "#workspace/sharepoint-pages/pages/list-model.ts";
import { loadList, loadRows, loadSite, rowCeiling } from "#workspace/sharepoint-pages/pages/load-list.ts";
import {
  groupRows,
  labelOf,
  matches,
  sortRows,
  type ViewContext,
  valueOf,
} from "#workspace/sharepoint-pages/pages/view-rows.ts";
import type { DemoTenant } from "./demo-tenant.ts";

/** A view of an open list as SharePoint's page shows it to a person: filtered, sorted and grouped by its own CAML. */
export interface ManagerView {
  /** Headings with their counts, in their order: "1. runde 2026 (8)". */
  readonly groups: readonly string[];
  /** The rows in their order, as texts by the columns' titles. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Sum of a shown number column, in whole øre; `inGroup` counts the rows under that heading only. */
  readonly sumOere: (column: string, inGroup?: string) => number;
  /** The heading a row of this view stands under; "" without groups. */
  readonly groupOf: (row: ManagerView["rows"][number]) => string;
}

/** Opens a view of a list by its names, as the person. The default view without `name`. */
export async function openView(tenant: DemoTenant, user: string, list: string, name?: string): Promise<ManagerView> {
  const reader = readerAs(tenant, user);
  const site = await loadSite(reader, municipality.siteHost, municipality.openSitePath);
  const data = await loadList(reader, site, `${municipality.openSitePath}/Lists/${list}`);
  const view = data.views.find(({ title, isDefault }) => (name === undefined ? isDefault : title === name));
  if (view === undefined) throw new Error(`no view ${name} in ${list}`);
  const context: ViewContext = {
    columns: data.columns,
    style: { locale: "da-DK", timeZone: "Europe/Copenhagen", yes: "Ja", no: "Nej" },
    now: new Date(tenant.deps.clock.now()),
    me: "",
  };
  const all: Row[] = [];
  await loadRows(reader, data, rowCeiling, (rows, complete) => {
    if (complete) all.push(...rows);
  });
  return asShown(view, all, context);
}

function asShown({ fields, query }: View, all: readonly Row[], context: ViewContext): ManagerView {
  const shown = all.filter((row) => matches(query.where, row, context));
  const sorted = sortRows(shown, [...query.groupBy, ...query.orderBy], context);
  const lines = groupRows(sorted, query.groupBy, () => false, context);
  const titleOf = (field: string): string => context.columns.get(valueName(field))?.title ?? field;
  const rows = lines.flatMap((line) => (line.kind === "row" ? [line.row] : []));
  const [grouped] = query.groupBy;
  const heading = (row: Row): string => (grouped === undefined ? "" : labelOf(row, grouped.field, context));
  const texts = rows.map((row) => ({
    row,
    text: Object.fromEntries(fields.map((field) => [titleOf(field), labelOf(row, field, context)])),
  }));
  return {
    groups: lines.flatMap((line) => (line.kind === "group" ? [`${line.label} (${line.count})`] : [])),
    rows: texts.map(({ text }) => text),
    groupOf: (wanted) => {
      const found = texts.find(({ text }) => text === wanted);
      return found === undefined ? "" : heading(found.row);
    },
    sumOere: (column, inGroup) => {
      const field = fields.find((each) => titleOf(each) === column);
      if (field === undefined) throw new Error(`the view does not show ${column}`);
      return rows
        .filter((row) => inGroup === undefined || heading(row) === inGroup)
        .reduce((sum, row) => sum + Math.round(Number(valueOf(row, field) ?? 0) * 100), 0);
    },
  };
}

/** What the list's page reads by, without its sign-in and its waiting. */
function readerAs(tenant: DemoTenant, user: string): GraphReader {
  const graph = (path: string) => tenant.getAs(user, "graph", `/v1.0${path}`);
  return {
    get: async (schema, path) => schema.parse(await graph(path)),
    pages: async (schema, path, more) => {
      const page = z.object({ value: z.array(schema), "@odata.nextLink": z.optional(z.string()) });
      let next: string | undefined = path;
      while (next !== undefined) {
        const answer: { value: z.infer<typeof schema>[]; "@odata.nextLink"?: string | undefined } = page.parse(
          await graph(next),
        );
        const link: string | undefined = answer["@odata.nextLink"];
        next = more(answer.value) && link !== undefined ? link.slice(link.indexOf("/v1.0") + 5) : undefined;
      }
    },
    write: () => Promise.reject(new Error("nobody writes here")),
    rest: async (schema, path) =>
      schema.parse(await tenant.getAs(user, "sharepoint", `${municipality.openSitePath}${path}`)),
  };
}
