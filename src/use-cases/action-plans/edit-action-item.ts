import type { ActionItem } from "#domain/action-plans/action-item.ts";
import {
  editActionItem as decide,
  type EditActionItemCommand,
  type EditActionItemRefusal,
} from "#domain/action-plans/edit-action-item.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { type Result, refuse } from "#domain/shared/result.ts";
import { organisationNow } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { commitActionItem, type ItemCommand } from "./commit-action-item.ts";

/** Changes fields of an item, merged field by field with what others have changed meanwhile. One write. */
export async function editActionItem(
  deps: Deps,
  actor: Actor,
  command: ItemCommand & EditActionItemCommand,
): Promise<Result<ActionItem, EditActionItemRefusal | StoreFailure>> {
  const known = deps.records.actionItems.byKey(command.itemKey)?.value;
  const programme = known && deps.records.programmes.byKey(known.programmeKey)?.value;
  if (programme === undefined) return refuse(notFound);
  const organisation = organisationNow(deps);
  return commitActionItem(deps, actor, command, (item) =>
    decide({ item, programme, organisation }, command, actor, deps.clock.now()),
  );
}
