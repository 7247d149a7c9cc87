import type { Column } from "../columns/column.ts";
import { isJsonObject, type Json, type JsonObject } from "../http/json.ts";
import { type CamlCondition, type CamlValue, parseViewQuery } from "./caml.ts";
import type { View } from "./view.ts";

/** A view for whoever draws it: the CAML as given (`ViewQuery`) and its parts (`Query`). */
export function viewJson(view: View): JsonObject {
  const query = parseViewQuery(view.query);
  return {
    Id: view.id,
    Title: view.title,
    ViewFields: view.fields,
    ViewQuery: view.query,
    Query: {
      Where: query.where ? conditionJson(query.where) : null,
      OrderBy: query.orderBy.map((order) => ({ Name: order.field, Ascending: order.ascending })),
      GroupBy: { Names: query.groupBy, Collapse: query.collapse },
    },
    RowLimit: view.rowLimit,
    Paged: view.paged,
    DefaultView: view.isDefault,
    ViewType: view.viewType,
    ViewType2: view.viewType2 ?? "",
    ViewData: view.viewData ?? null,
    CustomFormatter: view.customFormatter ?? null,
  };
}

function conditionJson(condition: CamlCondition): JsonObject {
  if (condition.kind === "joint") {
    return { Joint: condition.joint, Conditions: condition.conditions.map(conditionJson) };
  }
  if (condition.kind === "overlap") return { Test: "DateRangesOverlap", Names: [condition.start, condition.end] };
  return {
    Test: condition.test,
    Name: condition.field,
    Value: condition.value === undefined ? null : valueJson(condition.value),
  };
}

function valueJson(value: CamlValue): Json {
  switch (value.kind) {
    case "literal":
      return { Type: value.type, Text: value.text };
    case "today":
      return { Today: true, OffsetDays: value.offsetDays };
    case "me":
      return { Me: true };
  }
}

/** A column as SharePoint's own REST names its members. */
export function fieldJson(column: Column): JsonObject {
  return {
    Id: column.id,
    InternalName: column.name,
    StaticName: column.name,
    Title: column.displayName,
    Description: column.description,
    TypeAsString: typeName(column),
    Choices: choicesOf(column),
    Indexed: column.indexed,
    EnforceUniqueValues: column.isUnique,
    Required: column.required,
    Hidden: column.hidden,
    ReadOnlyField: column.readOnly,
    FromBaseType: column.builtIn,
    CustomFormatter: column.customFormatter ?? null,
  };
}

function typeName(column: Column): string {
  const names: Readonly<Record<Column["kind"], string>> = {
    text: "Text",
    note: "Note",
    choice: "Choice",
    "multi-choice": "MultiChoice",
    number: "Number",
    boolean: "Boolean",
    "date-time": "DateTime",
    "date-only": "DateTime",
    hyperlink: "URL",
    person: "User",
    computed: "Computed",
  };
  return names[column.kind];
}

function choicesOf(column: Column): Json {
  const choice = column.facet["choice"];
  return isJsonObject(choice) ? (choice["choices"] ?? null) : null;
}
