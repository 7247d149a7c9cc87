import { randomUUID } from "node:crypto";
import type { Database } from "../database/open-database.ts";
import { limits } from "../limits.ts";
import type { SharePointList } from "../lists/list.ts";

/** A public view of a list: what the site script stores and the SharePoint pages draw. */
export interface View {
  readonly id: string;
  readonly title: string;
  /** Internal names, in order. */
  readonly fields: readonly string[];
  /** CAML as given: `<Where>`, `<OrderBy>`, `<GroupBy>`. */
  readonly query: string;
  readonly rowLimit: number;
  readonly paged: boolean;
  readonly isDefault: boolean;
  readonly viewType: string;
  /** Of a modern view: KANBAN, MODERNCALENDAR or TILES. */
  readonly viewType2?: string | undefined;
  /** The roles of a modern view's columns, as XML. */
  readonly viewData?: string | undefined;
  readonly customFormatter: string | undefined;
}

interface ViewRow {
  id: string;
  title: string;
  fields: string;
  query: string;
  rowLimit: number;
  paged: number;
  isDefault: number;
  viewType: string;
  customFormatter: string | null;
}

export function viewsOf(db: Database, listKey: number): readonly View[] {
  return db.all<ViewRow>("SELECT * FROM views WHERE listKey = ? ORDER BY key", listKey).map((row) => ({
    id: row.id,
    title: row.title,
    fields: JSON.parse(row.fields) as string[],
    query: row.query,
    rowLimit: row.rowLimit,
    paged: row.paged === 1,
    isDefault: row.isDefault === 1,
    ...readViewType(row.viewType),
    customFormatter: row.customFormatter ?? undefined,
  }));
}

/** One column holds what kind of view it is: `HTML`, for a modern one with its second type and its data after it. */
function readViewType(stored: string): Pick<View, "viewType" | "viewType2" | "viewData"> {
  const [viewType = "HTML", viewType2, ...data] = stored.split(" ");
  return { viewType, viewType2, viewData: data.length === 0 ? undefined : data.join(" ") };
}

/** Adds a view, or changes the one of that name; a view made default takes that from the one before. */
export function saveView(db: Database, listKey: number, view: Omit<View, "id">): void {
  if (view.isDefault) db.run("UPDATE views SET isDefault = 0 WHERE listKey = ?", listKey);
  db.run(
    `INSERT INTO views (listKey, id, title, fields, query, rowLimit, paged, isDefault, viewType, customFormatter)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (listKey, title) DO UPDATE SET fields = excluded.fields, query = excluded.query,
      rowLimit = excluded.rowLimit, paged = excluded.paged, isDefault = max(isDefault, excluded.isDefault),
      viewType = excluded.viewType, customFormatter = excluded.customFormatter`,
    listKey,
    randomUUID(),
    view.title,
    JSON.stringify(view.fields),
    view.query,
    view.rowLimit,
    Number(view.paged),
    Number(view.isDefault),
    [view.viewType, view.viewType2, view.viewData].filter((part) => part !== undefined).join(" "),
    view.customFormatter ?? null,
  );
}

/** Removes a view by name; a default view that goes leaves its place to the oldest one left. */
export function removeView(db: Database, listKey: number, title: string): void {
  db.run("DELETE FROM views WHERE listKey = ? AND title = ?", listKey, title);
  db.run(
    `UPDATE views SET isDefault = 1 WHERE key = (SELECT min(key) FROM views WHERE listKey = ?1)
     AND NOT EXISTS (SELECT 1 FROM views WHERE listKey = ?1 AND isDefault = 1)`,
    listKey,
  );
}

/** The view every new list has; columns made through Graph are not added to it. */
export function insertDefaultView(db: Database, list: SharePointList): void {
  const library = list.template === "documentLibrary";
  saveView(db, list.key, {
    title: library ? "Alle dokumenter" : "Alle elementer",
    fields: library ? ["DocIcon", "LinkFilename", "Modified", "Editor"] : ["LinkTitle"],
    query: "",
    rowLimit: limits.viewRowDefault,
    paged: true,
    isDefault: true,
    viewType: "HTML",
    customFormatter: undefined,
  });
}
