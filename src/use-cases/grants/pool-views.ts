import type { GrantApplication } from "#domain/grants/application.ts";
import { isSubmitted } from "#domain/grants/application-state.ts";
import { applyingCentre } from "#domain/grants/create-draft.ts";
import type { Criterion, FundingRound, GrantPool, PoolStatus, RoundStatus } from "#domain/grants/grant-pool.ts";
import { appropriatedOere, grantedOere, remaining, returnedOere, roundFrame } from "#domain/grants/pool-money.ts";
import { awardsOf } from "#domain/grants/pool-parts.ts";
import { type PoolSplit, splitPool } from "#domain/grants/pool-split.ts";
import { poolStatus } from "#domain/grants/pool-status.ts";
import { roundStatus } from "#domain/grants/round-status.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Centre } from "#domain/organisation/centre.ts";
import type { Instant, PlainDate } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Language } from "#domain/shared/language.ts";
import type { Oere } from "#domain/shared/money.ts";
import type { Deps } from "../ports/deps.ts";
import type { Versioned } from "../ports/versioned.ts";

export interface RoundSummaryView {
  readonly key: Key;
  readonly code: string;
  readonly name: string;
  readonly status: RoundStatus;
  readonly frameOere: Oere;
  readonly grantedOere: Oere;
  readonly capOere: Oere;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly reviewBy: PlainDate;
  readonly decisionOn: PlainDate;
  readonly applicationCount: number;
  readonly mayApply: boolean;
}

export interface PoolSummaryView {
  readonly key: Key;
  readonly number: string;
  readonly title: string;
  readonly purpose: string;
  readonly eligibility: string;
  readonly status: PoolStatus;
  readonly year: number;
  readonly allocatedOere: Oere;
  readonly appropriatedOere: Oere;
  readonly caseNumber: string;
  readonly grantedOere: Oere;
  readonly returnedOere: Oere;
  readonly remainingOere: Oere;
  readonly split: PoolSplit;
  readonly rounds: readonly RoundSummaryView[];
}

/** What a pool's views are made of, read once per request. */
export interface PoolContext {
  readonly pool: GrantPool;
  readonly applications: readonly GrantApplication[];
  readonly now: Instant;
  readonly actor: Actor;
  /** The reader's own centre, which may apply or not (000-11). */
  readonly centre: Centre | undefined;
}

/** A pool as overview and pages show it. */
export function poolSummary(context: PoolContext): PoolSummaryView {
  const { pool, now } = context;
  return {
    key: pool.key,
    number: pool.number,
    title: pool.title,
    purpose: pool.purpose,
    eligibility: pool.eligibility,
    status: poolStatus(pool, now),
    year: pool.allocation.year,
    allocatedOere: pool.allocation.amountOere,
    appropriatedOere: appropriatedOere(pool),
    caseNumber: pool.appropriation?.caseNumber ?? "",
    grantedOere: grantedOere(pool.awards),
    returnedOere: returnedOere(pool.awards),
    remainingOere: remaining(pool),
    split: splitPool(pool, context.applications, now),
    rounds: pool.rounds.map((round) => roundSummary(context, round)),
  };
}

/** A round as overview and pages show it; the frame includes recorded moves. Counts are open to everybody. */
export function roundSummary(
  { pool, applications, now, actor, centre }: PoolContext,
  round: FundingRound,
): RoundSummaryView {
  const count = applications.filter((each) => each.roundKey === round.key && isSubmitted(each)).length;
  return {
    key: round.key,
    code: round.code,
    name: round.name,
    status: roundStatus(pool, round, applications, now),
    frameOere: roundFrame(pool, round.key),
    grantedOere: grantedOere(awardsOf(pool, round.key)),
    capOere: round.capOere,
    opensAt: round.opensAt,
    closesAt: round.closesAt,
    reviewBy: round.reviewBy,
    decisionOn: round.decisionOn,
    applicationCount: count,
    mayApply: applyingCentre({ pool, round, centre }, actor, now).ok,
  };
}

/** The pool a round belongs to, with the round. 0 Graph requests. */
export function findPoolOfRound(
  { records }: Pick<Deps, "records">,
  roundKey: Key,
): { readonly pool: Versioned<GrantPool>; readonly round: FundingRound } | undefined {
  for (const pool of records.pools.all()) {
    const round = pool.value.rounds.find((each) => each.key === roundKey);
    if (round !== undefined) return { pool, round };
  }
  return undefined;
}

/** The pool's applications, from the replica. */
export function applicationsOfPool({ records }: Pick<Deps, "records">, poolKey: Key): readonly GrantApplication[] {
  const found: GrantApplication[] = [];
  for (const { value } of records.applications.all()) if (value.poolKey === poolKey) found.push(value);
  return found;
}

/** What the views of one pool need. */
export function poolContext(deps: Deps, actor: Actor, pool: GrantPool): PoolContext {
  return {
    pool,
    applications: applicationsOfPool(deps, pool.key),
    now: deps.clock.now(),
    actor,
    centre: deps.records.centres.byKey(actor.centreKey)?.value,
  };
}

export interface CriterionView {
  readonly code: string;
  readonly name: string;
  readonly weight: number;
  readonly anchors: readonly string[];
}

/** The pool's criteria in the reader's language. */
export function criterionViews(criteria: readonly Criterion[], language: Language): readonly CriterionView[] {
  return criteria.map((criterion) => ({
    code: criterion.code,
    name: language === "da" ? criterion.name : criterion.nameEn,
    weight: criterion.weight,
    anchors: language === "da" ? criterion.anchors : criterion.anchorsEn,
  }));
}
