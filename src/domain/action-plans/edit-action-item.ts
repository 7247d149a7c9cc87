import type { Actor } from "#domain/organisation/actor.ts";
import type { Organisation } from "#domain/organisation/organisation.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { type FieldProblem, problemAt } from "#domain/shared/field-problem.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { ActionItem, ActionItemFields } from "./action-item.ts";
import { readFields, type TypedFields } from "./check-action-item.ts";
import { mayActOn, mayCreateFor } from "./plan-access.ts";
import type { Programme } from "./programme.ts";

export type ActionField = keyof ActionItemFields;

/** Fields that say how it goes in time: who may report may change them. */
const timeFields: readonly ActionField[] = ["from", "to", "milestones"];

/** What one window changes, and what it had in those fields before. */
export interface EditActionItemCommand extends Command {
  readonly changes: Readonly<Partial<TypedFields>>;
  readonly seen: Readonly<Partial<TypedFields>>;
}

export type EditActionItemRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] }
  /** Somebody else has changed the same fields since this window read them; nothing is written. */
  | { readonly kind: "changed-meanwhile"; readonly problems: readonly FieldProblem[] };

export interface EditState {
  readonly item: ActionItem;
  readonly programme: Programme;
  readonly organisation: Organisation;
}

/**
 * Changes fields of an item, merged field by field: who changed something else meanwhile is not disturbed; who changed
 * the same is not written over. The same object back means that nothing is to be written.
 */
export function editActionItem(
  state: EditState,
  command: EditActionItemCommand,
  actor: Actor,
  now: Instant,
): Result<ActionItem, EditActionItemRefusal> {
  const { item, programme, organisation } = state;
  const { changes, seen } = command;
  const names = changedFields(item, changes);
  if (!mayChange(actor, item, names, changes)) return refuse({ kind: "not-allowed" });
  const taken = names.filter((name) => name in seen && !isSame(item[name], seen[name]));
  if (taken.length > 0) {
    return refuse({
      kind: "changed-meanwhile",
      problems: taken.map((name) => problemAt(name, "changed-meanwhile", theirs(state, name))),
    });
  }
  const typed = { ...item, ...Object.fromEntries(names.map((name) => [name, changes[name]])) };
  const read = readFields(typed, { programme, organisation, commandKey: command.commandKey }, item);
  if (!read.ok) return refuse({ kind: "incomplete", problems: read.refusal });
  const changed = names.filter((name) => !isSame(item[name], read.value[name]));
  if (changed.length === 0) return ok(item);
  const isMove = changed.some((name) => timeFields.includes(name));
  const { from, to } = read.value;
  const moved = changed.includes("from") || changed.includes("to");
  const period = moved ? { from, to, fromBefore: item.from, toBefore: item.to } : {};
  const action = moved && changed.every((name) => timeFields.includes(name)) ? "moved" : "edited";
  return ok({
    ...item,
    ...read.value,
    // Who moves it in time has said how it goes; who mends a word has not.
    ...(isMove ? { updatedAt: now, updatedBy: actor.personKey } : {}),
    log: logged(item.log, command, actor, now, action, { fields: changed.join(","), ...period }),
  });
}

/** The owner moves the own item in time; everything else is for those who run the plan or the centre (B10). */
function mayChange(
  actor: Actor,
  item: ActionItem,
  names: readonly ActionField[],
  { centreKey }: EditActionItemCommand["changes"],
): boolean {
  if (names.every((name) => timeFields.includes(name))) return mayActOn(actor, "report", item);
  return mayActOn(actor, "edit", item) && (centreKey === undefined || mayCreateFor(actor, centreKey));
}

function changedFields(item: ActionItem, changes: EditActionItemCommand["changes"]): readonly ActionField[] {
  const names = Object.keys(changes) as readonly ActionField[];
  return names.filter((name) => name in item && !isSame(item[name], changes[name]));
}

/** What stands there now, as a text that can be shown: it is in the record, so nothing is told that may not be read. */
function theirs({ item, organisation }: EditState, name: ActionField): FieldProblem["data"] {
  if (name === "ownerKey") {
    return { theirs: organisation.persons.find(({ key }) => key === item.ownerKey)?.name ?? "" };
  }
  if (name === "centreKey") {
    return { theirs: organisation.centres.find(({ key }) => key === item.centreKey)?.name ?? "" };
  }
  if (name === "milestones") return { theirs: item.milestones.map(({ title }) => title).join(", ") };
  if (name === "furtherAreas" || name === "sdgs") return { theirs: item[name].join(", ") };
  return { theirs: item[name] };
}

function isSame(a: unknown, b: unknown): boolean {
  return written(a) === written(b);
}

/** Members that are not there and members that are undefined are one and the same. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${name}:${written(member)}`)
    .join()}}`;
}
