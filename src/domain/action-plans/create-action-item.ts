import type { Actor } from "#domain/organisation/actor.ts";
import type { Organisation } from "#domain/organisation/organisation.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { emptyLog } from "#domain/shared/log.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { ActionItem, ActionStatus } from "./action-item.ts";
import { readFields, type TypedFields } from "./check-action-item.ts";
import { mayCreateFor } from "./plan-access.ts";
import type { Programme } from "./programme.ts";

/** Statuses an item may begin with. */
export type FirstStatus = Extract<ActionStatus, "idea" | "planned" | "running">;

export interface CreateActionItemCommand extends Command {
  readonly fields: TypedFields;
  readonly status: FirstStatus;
  readonly applicationKey?: Key | undefined;
  readonly needKey?: Key | undefined;
}

export type CreateActionItemRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] };

/** The key of the item that an application becomes. */
export function itemKeyOfApplication(applicationKey: Key): Key {
  return keyOf("action-item", "application", applicationKey);
}

/** The key of the item that a press makes: a double press is one item, and an application or a need becomes one item. */
export function actionItemKeyOf({
  commandKey,
  applicationKey,
  needKey,
}: Pick<CreateActionItemCommand, "commandKey" | "applicationKey" | "needKey">): Key {
  if (applicationKey !== undefined) return itemKeyOfApplication(applicationKey);
  return needKey === undefined ? keyOf("action-item", commandKey) : keyOf("action-item", "need", needKey);
}

/** Puts an item into the plan, at once and without political approval (001-17). */
export function createActionItem(
  { programme, organisation }: { readonly programme: Programme; readonly organisation: Organisation },
  command: CreateActionItemCommand,
  actor: Actor,
  now: Instant,
): Result<ActionItem, CreateActionItemRefusal> {
  const { fields, status, commandKey } = command;
  if (!mayCreateFor(actor, fields.centreKey)) return refuse({ kind: "not-allowed" });
  const read = readFields(fields, { programme, organisation, commandKey });
  if (!read.ok) return refuse({ kind: "incomplete", problems: read.refusal });
  const key = actionItemKeyOf(command);
  const { focusArea, centreKey } = read.value;
  return ok({
    ...read.value,
    key,
    programmeKey: programme.key,
    status,
    setLight: undefined,
    notes: [],
    updatedAt: now,
    updatedBy: actor.personKey,
    createdAt: now,
    applicationKey: command.applicationKey,
    needKey: command.needKey,
    log: logged(emptyLog, command, actor, now, "created", { status, focusArea, centreKey }),
  });
}
