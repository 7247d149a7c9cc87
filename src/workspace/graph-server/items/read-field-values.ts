import * as z from "zod/mini";
import type { Column } from "../columns/column.ts";
import { generalException, invalidRequest } from "../http/graph-error.ts";
import { limits } from "../limits.ts";
import type { SiteTime } from "../tenant/site-time.ts";
import { wireTime } from "../tenant/tenant.ts";
import type { FieldValue } from "./item.ts";

const fieldsSchema = z.record(z.string(), z.unknown());
const annotation = "@odata.type";

/**
 * Reads the `fields` of a write: undefined empties a field. Refuses unknown, read-only and wrongly typed ones as
 * SharePoint does; `required` and the list of choices are not enforced here, as there.
 */
export function readFieldValues(
  body: unknown,
  columns: readonly Column[],
  time: SiteTime,
): ReadonlyMap<string, FieldValue | undefined> {
  const parsed = fieldsSchema.safeParse(body);
  if (!parsed.success) throw invalidRequest("Invalid request");
  const given = parsed.data;
  const values = new Map<string, FieldValue | undefined>();
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("@odata.")) continue;
    if (name.endsWith(annotation)) {
      requireAnnotatable(name.slice(0, -annotation.length), given, columns);
      continue;
    }
    const column = writableColumn(name, columns);
    const isCollection = `${name}${annotation}` in given;
    values.set(name, value === null ? undefined : readValue(column, value, isCollection, time));
  }
  return values;
}

function writableColumn(name: string, columns: readonly Column[]): Column {
  // The misspelling is SharePoint's.
  if (name.startsWith("_")) throw invalidRequest(`Field '${name}' is not recognied`);
  const column = columns.find((candidate) => candidate.name === name);
  if (!column) throw invalidRequest(`Field '${name}' is not recognized`);
  if (column.readOnly) throw invalidRequest(`Field '${name}' is read-only`);
  return column;
}

function requireAnnotatable(name: string, given: Readonly<Record<string, unknown>>, columns: readonly Column[]): void {
  if (!(name in given)) throw invalidRequest("Invalid request");
  const column = columns.find((candidate) => candidate.name === name);
  const collection = given[`${name}${annotation}`] === "Collection(Edm.String)";
  if (column && (column.kind !== "multi-choice" || !collection)) throw invalidRequest("Invalid request");
}

function readValue(column: Column, value: unknown, isCollection: boolean, time: SiteTime): FieldValue | undefined {
  switch (column.kind) {
    case "text":
    case "choice":
      return readText(value, textLimit(column));
    case "note":
      return readText(value, limits.noteLength);
    case "multi-choice":
      return readChoices(value, isCollection);
    case "number":
      if (typeof value !== "number") throw generalException();
      return value;
    case "boolean":
      if (typeof value !== "boolean") throw generalException();
      return value;
    case "date-time":
      return wireTime(readInstant(value));
    case "date-only":
      return wireTime(time.startOfDay(readInstant(value)));
    case "hyperlink":
    case "person":
    case "computed":
      throw invalidRequest("Invalid request");
  }
}

function textLimit(column: Column): number {
  const text = z.object({ text: z.object({ maxLength: z.number() }) }).safeParse(column.facet);
  return text.success ? text.data.text.maxLength : limits.textLength;
}

function readText(value: unknown, limit: number): string | undefined {
  if (typeof value !== "string") throw generalException();
  if (value.length > limit) {
    throw invalidRequest(
      "Invalid text value. A text field contains invalid data. Please check the value and try again.",
    );
  }
  return value === "" ? undefined : value;
}

function readChoices(value: unknown, isCollection: boolean): readonly string[] | undefined {
  const choices = z.array(z.string()).safeParse(value);
  if (!isCollection || !choices.success) throw generalException();
  return choices.data.length === 0 ? undefined : choices.data;
}

const iso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;
const earliest = Date.UTC(1900, 0, 1);

/** An ISO 8601 instant; without a zone it is UTC. SharePoint knows no dates before 1900. */
export function readInstant(value: unknown): Date {
  if (typeof value !== "string" || !iso.test(value)) throw generalException();
  const zoned = /(Z|[+-]\d{2}:\d{2})$/.test(value) || value.length === 10 ? value : `${value}Z`;
  const instant = new Date(zoned);
  if (Number.isNaN(instant.getTime()) || instant.getTime() < earliest) throw generalException();
  return instant;
}
