import type { ActionItem } from "#domain/action-plans/action-item.ts";
import {
  itemFromApplication as decide,
  type FromApplicationRefusal,
} from "#domain/action-plans/item-from-application.ts";
import { awardOf } from "#domain/grants/pool-parts.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Result } from "#domain/shared/result.ts";
import { visibleApplication } from "../grants/visible-application.ts";
import { organisationNow } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import { type CreateItemRefusal, createActionItem } from "./create-action-item.ts";

/** "Opret indsats fra ansøgning": the secretariat or the chair makes an awarded application an item, once. */
export async function itemFromApplication(
  deps: Deps,
  actor: Actor,
  command: { readonly commandKey: Key; readonly applicationKey: Key },
): Promise<Result<ActionItem, CreateItemRefusal | FromApplicationRefusal>> {
  const upToDate = await deps.records.refresh(["pools", "actionItems"]);
  if (!upToDate.ok) return upToDate;
  const seen = visibleApplication(deps, actor, command.applicationKey);
  if (!seen.ok) return seen;
  const { application, pool } = seen.value;
  const award = awardOf(pool.value, application.value.key);
  const organisation = organisationNow(deps);
  const decided = decide(application.value, award, organisation, command, actor, deps.clock.now());
  return decided.ok ? createActionItem(deps, actor, decided.value) : decided;
}
