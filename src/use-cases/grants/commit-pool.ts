import type { GrantPool } from "#domain/grants/grant-pool.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Command } from "#domain/shared/command.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { auditedLog } from "../audit/audited-log.ts";
import { commit } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { isRepeatedPress } from "../repeated-press.ts";

/**
 * Commits an act on a pool: every money act of a pool is one write with If-Match on this one record, so that no
 * interleaving grants too much (law 5). The same press twice writes once; log lines that have audit rows are let go.
 */
export async function commitPool<R>(
  { records }: Pick<Deps, "records">,
  poolKey: Key,
  actor: Actor,
  command: Command,
  decide: (pool: GrantPool) => Result<GrantPool, R>,
): Promise<Result<GrantPool, R | StoreFailure>> {
  const saved = await commit<GrantPool, R>(records.pools, poolKey, (pool) => {
    if (isRepeatedPress(pool.log, command, actor)) return ok(pool);
    const decided = decide(pool);
    if (!decided.ok) return decided;
    return ok({ ...decided.value, log: auditedLog(records, poolKey, decided.value.log) });
  });
  return saved.ok ? ok(saved.value.value) : saved;
}
