import * as z from "zod/mini";
import { generalException, invalidRequest } from "../http/graph-error.ts";
import type { Json, JsonDraft, JsonObject } from "../http/json.ts";
import { limits } from "../limits.ts";
import type { ColumnKind, NewColumn } from "./column.ts";
import { toInternalName } from "./internal-name.ts";

const facet = z.record(z.string(), z.json());

/** What a column may be told; members that are absent keep their default (or, in a PATCH, their value). */
export const columnSchema = z.object({
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(limits.textLength))),
  displayName: z.optional(z.string().check(z.minLength(1), z.maxLength(limits.textLength))),
  description: z.optional(z.string()),
  columnGroup: z.optional(z.string()),
  required: z.optional(z.boolean()),
  indexed: z.optional(z.boolean()),
  enforceUniqueValues: z.optional(z.boolean()),
  hidden: z.optional(z.boolean()),
  text: z.optional(facet),
  choice: z.optional(facet),
  number: z.optional(facet),
  boolean: z.optional(facet),
  dateTime: z.optional(facet),
  hyperlinkOrPicture: z.optional(facet),
  currency: z.optional(facet),
  personOrGroup: z.optional(facet),
  lookup: z.optional(facet),
  calculated: z.optional(facet),
  term: z.optional(facet),
  thumbnail: z.optional(facet),
  geolocation: z.optional(facet),
});

export type ColumnBody = z.infer<typeof columnSchema>;

const creatable = ["text", "choice", "number", "boolean", "dateTime", "hyperlinkOrPicture"] as const;
const refused = ["currency", "personOrGroup", "lookup", "calculated", "term", "thumbnail", "geolocation"] as const;

export type FacetName = (typeof creatable)[number];

/** Parses the body of a column; explicit nulls where Graph cannot bear them are its general exception. */
export function readColumnBody(body: unknown): ColumnBody {
  const record = z.record(z.string(), z.unknown()).safeParse(body);
  if (!record.success) throw invalidRequest("Invalid request");
  if (record.data["defaultValue"] === null || record.data["validation"] === null) throw generalException();
  const parsed = columnSchema.safeParse(body);
  if (!parsed.success) throw invalidRequest("Invalid request");
  return parsed.data;
}

/** The one type facet a body carries, or undefined when it carries none; two or an unsupported one are refused. */
export function facetOf(body: ColumnBody): { readonly name: FacetName; readonly value: JsonObject } | undefined {
  const given = [...creatable, ...refused].filter((name) => body[name] !== undefined);
  if (given.length > 1) throw invalidRequest("One of the provided arguments is not acceptable.");
  if (body.currency) throw invalidRequest("Unable to determine type of provided column definition");
  const unsupported = refused.find((name) => body[name] !== undefined);
  if (unsupported) throw invalidRequest(`Columns of type '${unsupported}' are not supported by this server.`);
  const name = creatable.find((candidate) => body[candidate] !== undefined);
  return name === undefined ? undefined : { name, value: body[name] ?? {} };
}

/** A new column from its body: name rules, facet defaults, uniqueness only with an index. */
export function toNewColumn(body: ColumnBody): NewColumn {
  const given = body.name ?? body.displayName;
  if (given === undefined) throw invalidRequest("One of the provided arguments is not acceptable.");
  const chosen = facetOf(body);
  if (!chosen) throw invalidRequest("Unable to determine type of provided column definition");
  return {
    name: toInternalName(given),
    displayName: body.displayName ?? given,
    description: body.description ?? "",
    columnGroup: body.columnGroup ?? "Custom Columns",
    kind: kindOf(chosen.name, chosen.value),
    facet: { [chosen.name]: completeFacet(chosen.name, chosen.value) },
    indexed: body.indexed ?? false,
    isUnique: body.enforceUniqueValues ?? false,
    required: body.required ?? false,
    hidden: body.hidden ?? false,
    readOnly: false,
    builtIn: false,
  };
}

/** How the values of such a column behave. */
export function kindOf(name: FacetName, value: JsonObject): ColumnKind {
  switch (name) {
    case "text":
      return value["allowMultipleLines"] === true ? "note" : "text";
    case "choice":
      return value["displayAs"] === "checkBoxes" ? "multi-choice" : "choice";
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case "dateTime":
      return value["format"] === "dateOnly" ? "date-only" : "date-time";
    case "hyperlinkOrPicture":
      return "hyperlink";
  }
}

/** A facet with the defaults Graph shows for members that were not given. */
export function completeFacet(name: FacetName, given: JsonObject): JsonObject {
  const complete: JsonDraft = { ...facetDefaults(name, given) };
  for (const [member, value] of Object.entries(given)) {
    const model = complete[member];
    if (model === undefined) continue;
    if (!sameType(model, value)) throw invalidRequest("Invalid request");
    complete[member] = value;
  }
  if (name === "text" && Number(complete["maxLength"] ?? 1) > limits.textLength) {
    throw invalidRequest("One of the provided arguments is not acceptable.");
  }
  return complete;
}

function facetDefaults(name: FacetName, given: JsonObject): JsonObject {
  switch (name) {
    case "text":
      return given["allowMultipleLines"] === true
        ? { allowMultipleLines: true, appendChangesToExistingText: false, linesForEditing: 6, textType: "plain" }
        : {
            allowMultipleLines: false,
            appendChangesToExistingText: false,
            linesForEditing: 0,
            maxLength: limits.textLength,
          };
    case "choice":
      return { allowTextEntry: false, choices: [], displayAs: "dropDownMenu" };
    case "number":
      return {
        decimalPlaces: "automatic",
        displayAs: "number",
        maximum: Number.MAX_VALUE,
        minimum: -Number.MAX_VALUE,
      };
    case "boolean":
      return {};
    case "dateTime":
      return { displayAs: "default", format: "dateTime" };
    case "hyperlinkOrPicture":
      return { isPicture: false };
  }
}

function sameType(model: Json, value: Json): boolean {
  if (Array.isArray(model)) return Array.isArray(value) && value.every((entry) => typeof entry === "string");
  return typeof model === typeof value;
}
