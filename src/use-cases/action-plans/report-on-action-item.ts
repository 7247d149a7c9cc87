import type { ActionItem } from "#domain/action-plans/action-item.ts";
import {
  reportOnActionItem as decide,
  confirmUnchanged as decideUnchanged,
  type ReportCommand,
  type ReportRefusal,
} from "#domain/action-plans/report-on-action-item.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { commitActionItem, type ItemCommand } from "./commit-action-item.ts";

/** Says how an item goes: note, status, light. One write. */
export function reportOnActionItem(
  deps: Deps,
  actor: Actor,
  command: ItemCommand & ReportCommand,
): Promise<Result<ActionItem, ReportRefusal | StoreFailure>> {
  return commitActionItem(deps, actor, command, (item) => decide(item, command, actor, deps.clock.now()));
}

/** "Uændret" in one press. One write. */
export function confirmUnchanged(
  deps: Deps,
  actor: Actor,
  command: ItemCommand & Pick<ReportCommand, "seenUpdatedAt">,
): Promise<Result<ActionItem, ReportRefusal | StoreFailure>> {
  return commitActionItem(deps, actor, command, (item) => decideUnchanged(item, command, actor, deps.clock.now()));
}
