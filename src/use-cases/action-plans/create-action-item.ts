import type { ActionItem } from "#domain/action-plans/action-item.ts";
import {
  actionItemKeyOf,
  type CreateActionItemCommand,
  type CreateActionItemRefusal,
  createActionItem as decide,
} from "#domain/action-plans/create-action-item.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { commitOrCreate } from "../commit.ts";
import { organisationNow } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { programmeNow } from "./plan-records-now.ts";

export type CreateItemRefusal = CreateActionItemRefusal | { readonly kind: "no-programme" } | StoreFailure;

/** Puts an item into today's plan; a double press, and a second item of one application or need, is the first one. */
export async function createActionItem(
  deps: Deps,
  actor: Actor,
  command: CreateActionItemCommand,
): Promise<Result<ActionItem, CreateItemRefusal>> {
  const programme = programmeNow(deps);
  if (programme === undefined) return refuse({ kind: "no-programme" });
  const state = { programme, organisation: organisationNow(deps) };
  const saved = await commitOrCreate<ActionItem, CreateActionItemRefusal>(
    deps.records.actionItems,
    actionItemKeyOf(command),
    (current) => (current === undefined ? decide(state, command, actor, deps.clock.now()) : ok(current)),
  );
  return saved.ok ? ok(saved.value.value) : saved;
}
