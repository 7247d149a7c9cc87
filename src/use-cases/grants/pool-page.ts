import { caseSight, mayDraftPoolCase, seenTitle } from "#domain/cases/case-access.ts";
import { nextStep, type RouteStop, routeStop } from "#domain/cases/case-course.ts";
import type { GrantPool } from "#domain/grants/grant-pool.ts";
import { appropriatedOere, isReleased } from "#domain/grants/pool-money.ts";
import { isSecretariat } from "#domain/grants/who.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Language } from "#domain/shared/language.ts";
import { type Oere, subtractOere, sumOere } from "#domain/shared/money.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { type CaseRowView, nextStepView } from "../cases/case-views.ts";
import { caseOfPool } from "../cases/create-case.ts";
import { organisationNow, personRef } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { type CriterionView, criterionViews, type PoolSummaryView, poolContext, poolSummary } from "./pool-views.ts";

/** The case a pool asks for its money with, and what it waits for. */
export interface PoolCaseView {
  readonly key: Key;
  readonly number: string;
  /** Of a closed case the alternative title, for those who may not read it; they get nothing of its course. */
  readonly title: string;
  readonly next?: NonNullable<CaseRowView["nextStep"]>;
  readonly stop?: RouteStop;
  readonly hasRoute: boolean;
}

/** A round whose people a new one may have too. */
export interface LikeRoundView {
  readonly key: Key;
  readonly name: string;
  readonly poolTitle: string;
  readonly reviewers: readonly string[];
  readonly chair: string;
  readonly deputy: string;
}

export interface PoolPageView {
  readonly now: Instant;
  readonly pool: PoolSummaryView;
  readonly plan: string;
  readonly project: string;
  readonly minimumReviewers: number;
  readonly criteria: readonly CriterionView[];
  readonly case?: PoolCaseView;
  /** What no round's frame holds yet, in øre. */
  readonly unframedOere: Oere;
  /** For who may add a round. */
  readonly likeRounds?: readonly LikeRoundView[];
  readonly may: { readonly draftCase: boolean; readonly addRound: boolean };
}

/** A pool from the day it is on the budget: what it waits for, its money and its rounds. Open to everybody. 0 Graph requests. */
export function poolPage(deps: Deps, actor: Actor, key: Key, language: Language): Result<PoolPageView, StoreFailure> {
  const pool = deps.records.pools.byKey(key)?.value;
  if (pool === undefined) return refuse(notFound);
  const theCase = caseView(deps, actor, key);
  const unframedOere = subtractOere(appropriatedOere(pool), sumOere(pool.rounds.map(({ frameOere }) => frameOere)));
  const mayAdd = unframedOere > 0 && mayAddRound(pool, actor);
  return ok({
    now: deps.clock.now(),
    pool: poolSummary(poolContext(deps, actor, pool)),
    plan: pool.allocation.plan,
    project: pool.allocation.project,
    minimumReviewers: pool.minimumReviewers,
    criteria: criterionViews(pool.criteria, language),
    ...(theCase === undefined ? {} : { case: theCase }),
    unframedOere,
    ...(mayAdd ? { likeRounds: likeRounds(deps) } : {}),
    may: {
      draftCase: theCase === undefined && !isReleased(pool) && mayDraftPoolCase(actor),
      addRound: mayAdd,
    },
  });
}

/** Whether a round could be added by the actor, by right and by how far the pool is. */
function mayAddRound(pool: GrantPool, actor: Actor): boolean {
  return isSecretariat(actor) && isReleased(pool) && pool.closedAt === undefined;
}

function caseView(deps: Deps, actor: Actor, poolKey: Key): PoolCaseView | undefined {
  const theCase = caseOfPool(deps, poolKey);
  if (theCase === undefined) return undefined;
  const sight = caseSight(actor, theCase);
  const { key, number = "" } = theCase;
  const head = { key, number, title: seenTitle(theCase, sight), hasRoute: theCase.steps.length > 0 };
  if (sight === "limited") return head;
  const [next, stop] = [nextStep(theCase), routeStop(theCase)];
  return {
    ...head,
    ...(next === undefined ? {} : { next: nextStepView(next) }),
    ...(stop === undefined ? {} : { stop }),
  };
}

/** Every pool's rounds, the newest first. */
function likeRounds(deps: Deps): readonly LikeRoundView[] {
  const organisation = organisationNow(deps);
  const nameOf = (key: Key): string => personRef(organisation, key).name;
  const rounds = deps.records.pools
    .all()
    .flatMap(({ value: pool }) => pool.rounds.map((round) => ({ pool, round })))
    .toSorted((a, b) => (a.round.opensAt < b.round.opensAt ? 1 : -1));
  return rounds.map(({ pool, round }) => ({
    key: round.key,
    name: round.name,
    poolTitle: pool.title,
    reviewers: round.reviewerKeys.map(nameOf),
    chair: nameOf(round.chairKey),
    deputy: nameOf(round.deputyKey),
  }));
}
