import type { Case } from "#domain/cases/case.ts";
import {
  type CreateCaseCommand,
  type CreateCaseRefusal,
  caseKeyOf,
  createPoolCase,
  createCase as made,
  poolCaseKeyOf,
} from "#domain/cases/create-case.ts";
import { appropriationRoute, poolAppropriation, poolCaseFields } from "#domain/cases/pool-case.ts";
import { layRoute } from "#domain/cases/set-route.ts";
import { isReleased } from "#domain/grants/pool-money.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Command } from "#domain/shared/command.ts";
import { plainDateOf } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { commitOrCreate } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { bodiesNow, isProgrammeKnown } from "./commit-case.ts";
import { type NumberTaken, numberTaken } from "./number-taken.ts";
import { settleAppropriation } from "./settle-appropriation.ts";

/** Makes a case of the actor's own; the same press twice makes one. */
export async function createCase(
  deps: Deps,
  actor: Actor,
  command: CreateCaseCommand,
): Promise<Result<Case, CreateCaseRefusal | NumberTaken | StoreFailure>> {
  const upToDate = await deps.records.refresh(["cases"]);
  if (!upToDate.ok) return upToDate;
  if (!isProgrammeKnown(deps, command)) return refuse(notFound);
  const saved = await commitOrCreate<Case, CreateCaseRefusal | NumberTaken>(
    deps.records.cases,
    caseKeyOf(command),
    (current) => (current === undefined ? plannedCase(deps, actor, command) : ok(current)),
  );
  return saved.ok ? ok(saved.value.value) : saved;
}

/** The case a press would make; nothing is written. */
export function plannedCase(
  deps: Deps,
  actor: Actor,
  command: CreateCaseCommand,
): Result<Case, CreateCaseRefusal | NumberTaken> {
  const decided = made(command, actor, deps.clock.now());
  const taken = decided.ok ? numberTaken(deps, decided.value) : undefined;
  return taken === undefined ? decided : refuse(taken);
}

/** The case that asks for the pool's money: one it drafted, or one that was read in for it. */
export function caseOfPool({ records }: Pick<Deps, "records">, poolKey: Key): Case | undefined {
  const drafted = records.cases.byKey(poolCaseKeyOf(poolKey))?.value;
  return drafted ?? records.cases.all().find(({ value }) => value.appropriation?.poolKey === poolKey)?.value;
}

/** Why a pool drafts no case of its own. */
export type DraftPoolCaseRefusal =
  | CreateCaseRefusal
  | { readonly kind: "already-released" }
  /** The finance committee or the council is not among the bodies. */
  | { readonly kind: "bodies-missing" };

/**
 * The appropriation case a pool asks for its money with, drafted from what the pool says (Bevillingssag): recommendation,
 * economy and route are there. A pool has one; who drafts it again gets it as it stands.
 */
export async function draftPoolCase(
  deps: Deps,
  actor: Actor,
  command: Command & { readonly poolKey: Key },
): Promise<Result<Case, DraftPoolCaseRefusal | StoreFailure>> {
  const upToDate = await deps.records.refresh(["cases", "bodies", "pools"]);
  if (!upToDate.ok) return upToDate;
  const pool = deps.records.pools.byKey(command.poolKey)?.value;
  if (pool === undefined) return refuse(notFound);
  const own = caseOfPool(deps, pool.key);
  if (own !== undefined && own.key !== poolCaseKeyOf(pool.key)) return ok(own);
  const route = appropriationRoute(bodiesNow(deps));
  const now = deps.clock.now();
  const saved = await commitOrCreate<Case, DraftPoolCaseRefusal>(
    deps.records.cases,
    poolCaseKeyOf(pool.key),
    (current) => {
      if (current !== undefined) return ok(current);
      if (isReleased(pool)) return refuse({ kind: "already-released" });
      if (route === undefined) return refuse({ kind: "bodies-missing" });
      const fields = poolCaseFields(pool, recommendingRole(deps, actor));
      const steps = layRoute(poolCaseKeyOf(pool.key), 0, 1, route, plainDateOf(now));
      return createPoolCase({ ...command, fields, appropriation: poolAppropriation(pool), steps }, actor, now);
    },
  );
  if (!saved.ok) return saved;
  await settleAppropriation(deps, saved.value.value);
  return ok(saved.value.value);
}

/** Who recommends: the head of the centre the drafter works in, as a role and not as a person. */
function recommendingRole({ records }: Deps, actor: Actor): string {
  const centre = records.centres.byKey(actor.centreKey)?.value;
  const head = centre?.headKey === undefined ? undefined : records.persons.byKey(centre.headKey)?.value;
  return head?.title ?? centre?.name ?? "";
}
