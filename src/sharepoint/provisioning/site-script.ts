import { sha256Hex } from "#domain/shared/keys.ts";
import type { WantedList } from "../lists/define-list.ts";
import type { ViewLayout } from "../lists/list-view.ts";
import { viewField, viewQuery } from "./caml.ts";

/** What a list needs for its views and formatting. */
export type ShownList = Pick<WantedList, "name" | "title" | "columns" | "views" | "formatting">;

/** A site script as SharePoint runs it; running it again changes nothing (sp-dev-docs, site template schema). */
export interface SiteScript {
  readonly $schema: string;
  readonly actions: readonly Readonly<Record<string, unknown>>[];
  readonly version: number;
}

/** One script for a whole site: the views and column formatting of all its lists. */
export function siteScript(lists: readonly ShownList[]): SiteScript {
  return {
    $schema: "https://developer.microsoft.com/json-schemas/sp/site-design-script-actions.schema.json",
    // On a list that is there already `createSPList` only carries its sub-actions; it finds the list by its title.
    actions: lists.map((list) => ({
      verb: "createSPList",
      listName: list.title,
      templateType: 100,
      subactions: subactions(list),
    })),
    version: 1,
  };
}

/** Changes when a view or a format of the list changes. */
export function appearanceHash(list: ShownList): string {
  return sha256Hex(JSON.stringify([list.title, subactions(list)])).slice(0, 8);
}

function subactions(list: ShownList): readonly Readonly<Record<string, unknown>>[] {
  const views = list.views.map((view) => ({
    verb: "addSPView",
    name: view.name,
    viewFields: view.columns.map(viewField),
    query: viewQuery(view, list.columns),
    rowLimit: view.rowLimit ?? 100,
    isPaged: true,
    makeDefault: view.isDefault ?? false,
    ...(view.layout === undefined ? {} : layoutMembers(view.layout)),
    ...(view.formatter === undefined ? {} : { formatterJSON: view.formatter }),
  }));
  const formats = Object.entries(list.formatting).map(([column, formatterJSON]) => ({
    verb: "setSPFieldCustomFormatter",
    fieldDisplayName: list.columns[column]?.title ?? column,
    formatterJSON,
  }));
  return [...views, ...formats];
}

/** Which modern view it is, and the roles of its columns, by the names SharePoint's own REST has for them. */
function layoutMembers(layout: ViewLayout): Readonly<Record<string, unknown>> {
  const roles = (parts: readonly (readonly [string, string])[]): string =>
    parts.map(([column, role]) => `<FieldRef Name="${viewField(column)}" Type="${role}" />`).join("");
  if (layout.kind === "board")
    return { viewType2: "KANBAN", viewData: roles([[layout.column, "KanbanPivotColumn"]]), formatterJSON: {} };
  const { title, subtitle } = layout;
  return {
    viewType2: "MODERNCALENDAR",
    viewData: roles([
      [title, "CalendarMonthTitle"],
      [title, "CalendarWeekTitle"],
      [subtitle, "CalendarWeekLocation"],
      [title, "CalendarDayTitle"],
      [subtitle, "CalendarDayLocation"],
    ]),
  };
}
