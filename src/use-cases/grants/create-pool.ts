import {
  type CreatePoolCommand,
  type CreatePoolRefusal,
  createPool as decide,
  poolKeyOf,
} from "#domain/grants/create-pool.ts";
import type { GrantPool } from "#domain/grants/grant-pool.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { commitOrCreate } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";

/** Makes a pool with its allocation; a pool with that number that exists already is answered as it is. */
export async function createPool(
  { records, clock }: Deps,
  actor: Actor,
  command: CreatePoolCommand,
): Promise<Result<GrantPool, CreatePoolRefusal | StoreFailure>> {
  const saved = await commitOrCreate<GrantPool, CreatePoolRefusal>(
    records.pools,
    poolKeyOf(command.number),
    (current) => (current === undefined ? decide(command, actor, clock.now()) : ok(current)),
  );
  return saved.ok ? ok(saved.value.value) : saved;
}
