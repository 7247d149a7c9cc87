import { type ActionStatus, actionStatuses } from "#domain/action-plans/action-item.ts";
import { daActionTerms } from "#domain/action-plans/action-terms-da.ts";
import type { Organisation } from "#domain/organisation/organisation.ts";
import { type PlainDate, parseInstant, parsePlainDate, plainDateOf } from "#domain/shared/dates.ts";
import { type Key, parseKey } from "#domain/shared/keys.ts";
import { searchKey } from "#domain/shared/plain-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { type EditRefusal, putBackFor } from "./edit-refusal.ts";
import type { EditedColumn, OutsideEdit } from "./outside-edit.ts";

/** What a manager has typed in a row of the open list Handlingsplan, as it is asked of the item. */
export interface ActionRowEdit {
  readonly status?: ActionStatus;
  readonly note?: string;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  /** undefined under this name: nobody. */
  readonly ownerKey?: Key | undefined;
}

/** The item a row of the list is about, by the link back to its page. */
export function editedItemKey({ route }: Pick<OutsideEdit, "route">): Key | undefined {
  const [, area, key] = route.split("/");
  return area === "action-items" ? parseKey(key) : undefined;
}

/** Reads every changed column; the first that cannot be read puts the whole edit back. */
export function readActionRowEdit(
  columns: readonly EditedColumn[],
  organisation: Pick<Organisation, "persons">,
): Result<ActionRowEdit, EditRefusal> {
  let edit: ActionRowEdit = {};
  for (const column of columns) {
    const read = readColumn(column, organisation);
    if (!read.ok) return read;
    edit = { ...edit, ...read.value };
  }
  return ok(edit);
}

function readColumn(
  { name, value }: EditedColumn,
  organisation: Pick<Organisation, "persons">,
): Result<ActionRowEdit, EditRefusal> {
  const text = typeof value === "string" ? value.trim() : "";
  switch (name) {
    case "Status": {
      const status = actionStatuses.find((each) => searchKey(daActionTerms.status[each]) === searchKey(text));
      return status === undefined ? refuse(putBackFor("unknown-status")) : ok({ status });
    }
    case "Note":
      return text === "" ? refuse(putBackFor("note-emptied")) : ok({ note: text });
    case "Start":
    case "Slut": {
      const day = dayIn(text);
      if (day === undefined) return refuse(putBackFor("not-a-date"));
      return ok(name === "Start" ? { from: day } : { to: day });
    }
    case "Ejer":
      return text === "" ? ok({ ownerKey: undefined }) : readPerson(text, organisation);
    default:
      return refuse(putBackFor("not-allowed"));
  }
}

/** A day as SharePoint keeps it: the instant of its midnight here, or of noon where we wrote it. */
function dayIn(text: string): PlainDate | undefined {
  const instant = parseInstant(text);
  if (instant.ok) return plainDateOf(instant.value);
  const day = parsePlainDate(text);
  return day.ok ? day.value : undefined;
}

/** The one active person of that name or user name; who has left cannot be chosen. */
function readPerson(text: string, { persons }: Pick<Organisation, "persons">): Result<ActionRowEdit, EditRefusal> {
  const wanted = searchKey(text);
  const found = persons.filter(
    ({ active, name, userPrincipalName }) =>
      active && [name, userPrincipalName].some((each) => searchKey(each) === wanted),
  );
  const [person] = found;
  if (person === undefined) return refuse(putBackFor("unknown-person"));
  return found.length > 1 ? refuse(putBackFor("several-persons")) : ok({ ownerKey: person.key });
}
