import * as z from "zod/mini";
import { type Column, columnsOf, saveColumn } from "../columns/column.ts";
import { GraphError } from "../http/graph-error.ts";
import { limits } from "../limits.ts";
import { createList } from "../lists/create-list.ts";
import { findList, type SharePointList } from "../lists/list.ts";
import type { Actor } from "../tenant/identity-set.ts";
import type { Site } from "../tenant/site-directory.ts";
import { type Tenant, wireTime } from "../tenant/tenant.ts";
import { CamlError, fieldsOfQuery, parseViewQuery } from "./caml.ts";
import { removeView, saveView } from "./view.ts";

/** A formatter comes as JSON text or as the object itself. */
const formatter = z.union([z.string(), z.record(z.string(), z.json())]);

const subactionSchema = z.discriminatedUnion("verb", [
  z.object({ verb: z.literal("setTitle"), title: z.string() }),
  z.object({ verb: z.literal("setDescription"), description: z.string() }),
  z.object({
    verb: z.literal("addSPView"),
    name: z.string(),
    viewFields: z.array(z.string()),
    query: z.optional(z.string()),
    rowLimit: z.optional(z.int()),
    isPaged: z.optional(z.boolean()),
    makeDefault: z.optional(z.boolean()),
    viewType: z.optional(z.string()),
    viewType2: z.optional(z.enum(["KANBAN", "MODERNCALENDAR", "TILES"])),
    viewData: z.optional(z.string()),
    formatterJSON: z.optional(formatter),
  }),
  z.object({ verb: z.literal("removeSPView"), name: z.string() }),
  z.object({
    verb: z.literal("setSPFieldCustomFormatter"),
    fieldDisplayName: z.optional(z.string()),
    internalName: z.optional(z.string()),
    formatterJSON: formatter,
  }),
]);

const actionSchema = z.object({
  verb: z.literal("createSPList"),
  listName: z.string(),
  templateType: z.optional(z.int()),
  subactions: z.optional(z.array(z.unknown())),
});

const scriptSchema = z.object({ actions: z.array(z.unknown()), version: z.optional(z.unknown()) });

type Subaction = z.infer<typeof subactionSchema>;

/** What became of one action or subaction; `outcomeText` says why it failed. */
export interface SiteScriptOutcome {
  readonly title: string;
  readonly succeeded: boolean;
  readonly outcomeText: string | undefined;
}

/** Why a script was not run at all. */
export class SiteScriptError extends Error {
  override readonly name = "SiteScriptError";
}

/**
 * Runs a site script: binds to the list of that title (or makes it) and applies its subactions in order. A failed one
 * does not stop the others. Running it again changes nothing: views are known by name, formatters by column.
 */
export function applySiteScript(tenant: Tenant, site: Site, script: unknown, by: Actor): readonly SiteScriptOutcome[] {
  const parsed = scriptSchema.safeParse(script);
  if (!parsed.success) throw new SiteScriptError("The site script has no list of actions.");
  return tenant.db.transaction(() => parsed.data.actions.flatMap((action) => applyAction(tenant, site, action, by)));
}

function applyAction(tenant: Tenant, site: Site, action: unknown, by: Actor): readonly SiteScriptOutcome[] {
  const parsed = actionSchema.safeParse(action);
  if (!parsed.success) return [failed(verbOf(action), "This action is not supported.")];
  const { listName, templateType, subactions = [] } = parsed.data;
  const template = templateType === 101 ? "documentLibrary" : "genericList";
  const list =
    findList(tenant.db, site.id, listName) ??
    createList(tenant, site, { displayName: listName, description: "", template, system: false, columns: [] }, by);
  const title = `Create or update list "${listName}"`;
  return [succeeded(title), ...subactions.map((subaction) => applySubaction(tenant, list, subaction, title))];
}

function applySubaction(
  tenant: Tenant,
  list: SharePointList,
  subaction: unknown,
  listTitle: string,
): SiteScriptOutcome {
  const title = `${listTitle}: ${verbOf(subaction)}`;
  const parsed = subactionSchema.safeParse(subaction);
  if (!parsed.success) return failed(title, "This action is not supported or lacks a parameter.");
  try {
    perform(tenant, list, parsed.data);
    return succeeded(title);
  } catch (cause) {
    if (cause instanceof SiteScriptError || cause instanceof CamlError || cause instanceof GraphError) {
      return failed(title, cause.message);
    }
    throw cause;
  }
}

function perform(tenant: Tenant, list: SharePointList, action: Subaction): void {
  switch (action.verb) {
    case "setTitle":
      return setText(tenant, list, "displayName", action.title);
    case "setDescription":
      return setText(tenant, list, "description", action.description);
    case "removeSPView":
      return removeView(tenant.db, list.key, action.name);
    case "addSPView":
      return addView(tenant, list, action);
    case "setSPFieldCustomFormatter":
      return setFormatter(tenant, list, action);
  }
}

function setText(tenant: Tenant, list: SharePointList, property: "displayName" | "description", text: string): void {
  const holder = property === "displayName" ? findList(tenant.db, list.siteId, text) : undefined;
  if (holder && holder.key !== list.key) throw new SiteScriptError(`There is already a list called '${text}'.`);
  const column = { displayName: "displayName = ?", description: "description = ?" }[property];
  const now = wireTime(tenant.now());
  tenant.db.run(`UPDATE lists SET ${column}, version = version + 1, modified = ? WHERE key = ?`, text, now, list.key);
}

function addView(tenant: Tenant, list: SharePointList, action: Extract<Subaction, { verb: "addSPView" }>): void {
  const columns = columnsOf(tenant.db, list.key);
  const query = action.query ?? "";
  for (const name of [...action.viewFields, ...fieldsOfQuery(parseViewQuery(query))]) {
    if (!columns.some((column) => column.name === name)) throw new SiteScriptError(`The list has no column '${name}'.`);
  }
  saveView(tenant.db, list.key, {
    title: action.name,
    fields: action.viewFields,
    query,
    rowLimit: action.rowLimit ?? limits.viewRowDefault,
    paged: action.isPaged ?? true,
    isDefault: action.makeDefault ?? false,
    viewType: action.viewType ?? "HTML",
    viewType2: action.viewType2,
    viewData: action.viewType2 === undefined ? undefined : action.viewData,
    customFormatter: action.formatterJSON === undefined ? undefined : formatterText(action.formatterJSON),
  });
}

function setFormatter(
  tenant: Tenant,
  list: SharePointList,
  action: Extract<Subaction, { verb: "setSPFieldCustomFormatter" }>,
): void {
  const column = columnsOf(tenant.db, list.key).find((candidate) => isNamed(candidate, action));
  if (!column) throw new SiteScriptError("The list has no such column.");
  saveColumn(tenant.db, { ...column, customFormatter: formatterText(action.formatterJSON) });
}

function isNamed(
  column: Column,
  action: { readonly internalName?: string | undefined; readonly fieldDisplayName?: string | undefined },
): boolean {
  if (action.internalName !== undefined) return column.name === action.internalName;
  return column.displayName === action.fieldDisplayName || column.name === action.fieldDisplayName;
}

function formatterText(value: z.infer<typeof formatter>): string {
  if (typeof value !== "string") return JSON.stringify(value);
  try {
    JSON.parse(value);
  } catch {
    throw new SiteScriptError("The formatter is not JSON.");
  }
  return value;
}

function verbOf(action: unknown): string {
  const parsed = z.object({ verb: z.string() }).safeParse(action);
  return parsed.success ? parsed.data.verb : "Unknown action";
}

function succeeded(title: string): SiteScriptOutcome {
  return { title, succeeded: true, outcomeText: undefined };
}

function failed(title: string, outcomeText: string): SiteScriptOutcome {
  return { title, succeeded: false, outcomeText };
}
