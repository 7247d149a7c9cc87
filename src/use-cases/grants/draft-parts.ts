import type { GrantApplication } from "#domain/grants/application.ts";
import type { Draft } from "#domain/grants/draft.ts";
import { maySeeDraft } from "#domain/grants/edit-draft.ts";
import type { FundingRound, GrantPool } from "#domain/grants/grant-pool.ts";
import { findRound } from "#domain/grants/pool-parts.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Centre } from "#domain/organisation/centre.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import type { Versioned } from "../ports/versioned.ts";

/** A draft with the records its rules rest on. */
export interface DraftParts {
  readonly draft: Versioned<Draft>;
  readonly pool: GrantPool;
  readonly round: FundingRound;
  readonly centre: Centre | undefined;
  readonly attempts: readonly GrantApplication[];
}

/** Finds a draft the actor may see; "not there" and "not yours" are one answer (T19). 0 Graph requests. */
export function draftParts(
  { records }: Pick<Deps, "records">,
  actor: Actor,
  key: Key,
): Result<DraftParts, StoreFailure> {
  const draft = records.drafts.byKey(key);
  if (draft === undefined || !maySeeDraft(draft.value, actor)) return refuse(notFound);
  const pool = records.pools.byKey(draft.value.poolKey)?.value;
  const round = pool && findRound(pool, draft.value.roundKey);
  if (pool === undefined || round === undefined) return refuse(notFound);
  const centre = records.centres.byKey(draft.value.centreKey)?.value;
  return ok({ draft, pool, round, centre, attempts: attemptsOf({ records }, key) });
}

/** Applications handed in from a draft. */
export function attemptsOf({ records }: Pick<Deps, "records">, draftKey: Key): readonly GrantApplication[] {
  const found: GrantApplication[] = [];
  for (const { value } of records.applications.all()) if (value.draftKey === draftKey) found.push(value);
  return found;
}
