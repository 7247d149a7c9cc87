import type { Need } from "#domain/needs/need.ts";
import { maySeeNeed } from "#domain/needs/need-access.ts";
import { type NeedStatus, needStatus } from "#domain/needs/need-status.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Command } from "#domain/shared/command.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { auditedLog } from "../audit/audited-log.ts";
import { commit } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { isRepeatedPress } from "../repeated-press.ts";

export interface NeedCommand extends Command {
  readonly needKey: Key;
}

/** A need the actor may see; "not there" and "not yours" are one answer (T19). 0 Graph requests. */
export function visibleNeed({ records }: Pick<Deps, "records">, actor: Actor, key: Key): Result<Need, StoreFailure> {
  const need = records.needs.byKey(key)?.value;
  return need !== undefined && maySeeNeed(actor, need) ? ok(need) : refuse(notFound);
}

/** Where the need stands by what is known here. */
export function statusNow({ records }: Pick<Deps, "records">, need: Need): NeedStatus {
  const { outcome } = need;
  return needStatus(need, outcome?.kind === "application" ? records.drafts.byKey(outcome.draftKey)?.value : undefined);
}

/** Commits a decision about a need: one write with If-Match; the same press twice writes once. */
export async function commitNeed<R>(
  deps: Pick<Deps, "records">,
  actor: Actor,
  command: NeedCommand,
  decide: (need: Need, status: NeedStatus) => Result<Need, R>,
): Promise<Result<Need, R | StoreFailure>> {
  const seen = visibleNeed(deps, actor, command.needKey);
  if (!seen.ok) return seen;
  const saved = await commit<Need, R>(deps.records.needs, command.needKey, (current) => {
    if (isRepeatedPress(current.log, command, actor)) return ok(current);
    const decided = decide(current, statusNow(deps, current));
    if (!decided.ok || decided.value === current) return decided;
    return ok({ ...decided.value, log: auditedLog(deps.records, current.key, decided.value.log) });
  });
  return saved.ok ? ok(saved.value.value) : saved;
}
