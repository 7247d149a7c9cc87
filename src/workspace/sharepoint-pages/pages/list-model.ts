import * as z from "zod/mini";
import type { ViewQuery } from "./caml-query.ts";

/** What a cell can hold, as Graph gives it. */
export type FieldKind =
  | "text"
  | "note"
  | "choice"
  | "multi-choice"
  | "number"
  | "date"
  | "date-time"
  | "boolean"
  | "person"
  | "lookup"
  | "link"
  | "other";

export interface Column {
  /** Internal name: the key in `fields`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly kind: FieldKind;
  /** Digits after the comma; undefined: as many as there are. */
  readonly decimals: number | undefined;
  readonly percentage: boolean;
  /** Words of a choice; empty for every other column. */
  readonly choices: readonly string[];
  readonly required: boolean;
  /** Whether views of a list above the threshold may look for it. */
  readonly indexed: boolean;
  /** One of the list's own columns, as opposed to SharePoint's. */
  readonly own: boolean;
  /** Column formatting JSON. */
  readonly format: unknown;
}

/** What a view looks like when it is no grid. */
export type ViewLayout =
  | { readonly kind: "board"; readonly column: string }
  | { readonly kind: "calendar"; readonly start: string; readonly end: string; readonly title: string };

export interface View {
  readonly id: string;
  readonly title: string;
  /** Internal names, in order. */
  readonly fields: readonly string[];
  readonly query: ViewQuery;
  readonly isDefault: boolean;
  readonly layout: ViewLayout | undefined;
  /** Row formatting JSON. */
  readonly format: unknown;
}

/** One item; built-in columns stand among the values under their internal names. */
export interface Row {
  readonly id: string;
  readonly webUrl: string;
  /** Names this version of the item; another one means that somebody has written it since. */
  readonly etag: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface ListInfo {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly path: string;
  readonly isLibrary: boolean;
}

export const listSchema = z.object({
  id: z.string(),
  displayName: z.string(),
  description: z.optional(z.string()),
  webUrl: z.string(),
  list: z.optional(z.object({ template: z.optional(z.string()), hidden: z.optional(z.boolean()) })),
});

export const columnSchema = z.looseObject({
  name: z.string(),
  displayName: z.string(),
  description: z.optional(z.string()),
  hidden: z.optional(z.boolean()),
  readOnly: z.optional(z.boolean()),
  required: z.optional(z.boolean()),
  indexed: z.optional(z.boolean()),
  text: z.optional(z.looseObject({ allowMultipleLines: z.optional(z.boolean()) })),
  choice: z.optional(z.looseObject({ displayAs: z.optional(z.string()), choices: z.optional(z.array(z.string())) })),
  number: z.optional(z.looseObject({ decimalPlaces: z.optional(z.string()), displayAs: z.optional(z.string()) })),
  currency: z.optional(z.looseObject({})),
  dateTime: z.optional(z.looseObject({ format: z.optional(z.string()) })),
  boolean: z.optional(z.looseObject({})),
  personOrGroup: z.optional(z.looseObject({})),
  lookup: z.optional(z.looseObject({})),
  hyperlinkOrPicture: z.optional(z.looseObject({})),
});

const personSchema = z.optional(z.looseObject({ displayName: z.optional(z.string()) }));
const identitySchema = z.optional(z.looseObject({ user: personSchema, application: personSchema }));
export const itemSchema = z.looseObject({
  id: z.string(),
  webUrl: z.string(),
  eTag: z.optional(z.string()),
  createdDateTime: z.string(),
  lastModifiedDateTime: z.string(),
  createdBy: identitySchema,
  lastModifiedBy: identitySchema,
  fields: z.optional(z.record(z.string(), z.unknown())),
});
export const versionSchema = z.looseObject({
  id: z.string(),
  lastModifiedDateTime: z.string(),
  lastModifiedBy: identitySchema,
  fields: z.optional(z.record(z.string(), z.unknown())),
});

export function toList(json: z.infer<typeof listSchema>): ListInfo {
  return {
    id: json.id,
    title: json.displayName,
    description: json.description ?? "",
    path: decodeURIComponent(new URL(json.webUrl).pathname),
    isLibrary: json.list?.template === "documentLibrary",
  };
}

export function toColumn(json: z.infer<typeof columnSchema>, format: unknown): Column {
  const places = ["none", "one", "two", "three", "four", "five"].indexOf(json.number?.decimalPlaces ?? "automatic");
  return {
    name: json.name,
    title: json.displayName,
    description: json.description ?? "",
    kind: kindOf(json),
    decimals: places < 0 ? undefined : places,
    percentage: json.number?.displayAs === "percentage",
    choices: json.choice?.choices ?? [],
    required: json.required === true,
    indexed: json.indexed === true,
    own: json.readOnly !== true && json.hidden !== true,
    format,
  };
}

function kindOf(json: z.infer<typeof columnSchema>): FieldKind {
  if (json.text !== undefined) return json.text.allowMultipleLines === true ? "note" : "text";
  if (json.choice !== undefined) return json.choice.displayAs === "checkBoxes" ? "multi-choice" : "choice";
  if (json.dateTime !== undefined) return json.dateTime.format === "dateOnly" ? "date" : "date-time";
  if (json.number !== undefined || json.currency !== undefined) return "number";
  if (json.boolean !== undefined) return "boolean";
  if (json.personOrGroup !== undefined) return "person";
  if (json.lookup !== undefined) return "lookup";
  return json.hyperlinkOrPicture === undefined ? "other" : "link";
}

/** Computed columns that show another one. */
const aliases: Readonly<Record<string, string>> = {
  LinkTitle: "Title",
  LinkTitleNoMenu: "Title",
  LinkFilenameNoMenu: "LinkFilename",
};

/** The column whose value a view field shows. */
export function valueName(field: string): string {
  return aliases[field] ?? field;
}

export function toRow(json: z.infer<typeof itemSchema>): Row {
  const values: Record<string, unknown> = {
    ...json.fields,
    ID: Number(json.id),
    Created: json.createdDateTime,
    Modified: json.lastModifiedDateTime,
    Author: actorName(json.createdBy),
    Editor: actorName(json.lastModifiedBy),
  };
  return { id: json.id, webUrl: json.webUrl, etag: json.eTag ?? "", values };
}

/** Who wrote the row last. */
export function editorOf({ values: { Editor: name } }: Row): string {
  return typeof name === "string" ? name : "";
}

/** A person, or the application that acted by itself. */
export function actorName(identity: z.infer<typeof identitySchema>): string {
  return identity?.user?.displayName ?? identity?.application?.displayName ?? "";
}
