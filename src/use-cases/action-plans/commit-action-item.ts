import type { ActionItem } from "#domain/action-plans/action-item.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { auditedLog } from "../audit/audited-log.ts";
import { commit } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { isRepeatedPress } from "../repeated-press.ts";

export interface ItemCommand {
  readonly commandKey: Key;
  readonly itemKey: Key;
}

/**
 * Commits a decision about an item: one write with If-Match; when somebody was faster, the item is read from Graph and
 * the decision taken anew on it. The same press twice writes once; log lines that have audit rows are let go.
 */
export async function commitActionItem<R>(
  { records }: Pick<Deps, "records">,
  actor: Actor,
  command: ItemCommand,
  decide: (item: ActionItem) => Result<ActionItem, R>,
): Promise<Result<ActionItem, R | StoreFailure>> {
  const saved = await commit<ActionItem, R>(records.actionItems, command.itemKey, (item) => {
    if (isRepeatedPress(item.log, command, actor)) return ok(item);
    const decided = decide(item);
    if (!decided.ok || decided.value === item) return decided;
    return ok({ ...decided.value, log: auditedLog(records, item.key, decided.value.log) });
  });
  return saved.ok ? ok(saved.value.value) : saved;
}
