import { caseSight, mayDraftPoolCase, seenTitle } from "#domain/cases/case-access.ts";
import { nextStep, type RouteStop, routeStop } from "#domain/cases/case-course.ts";
import type { FundingRound, GrantPool } from "#domain/grants/grant-pool.ts";
import { appropriatedOere, isReleased } from "#domain/grants/pool-money.ts";
import { isSecretariat } from "#domain/grants/who.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Role } from "#domain/organisation/person.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Language } from "#domain/shared/language.ts";
import { type Oere, subtractOere, sumOere } from "#domain/shared/money.ts";
import { compareDanish } from "#domain/shared/plain-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { type CaseRowView, nextStepView } from "../cases/case-views.ts";
import { caseOfPool } from "../cases/create-case.ts";
import { poolInCase } from "../cases/pool-for-case.ts";
import { organisationNow, type PersonRefView, personRef } from "../organisation/organisation-now.ts";
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
  /** Those of them who are still here. */
  readonly people: {
    readonly reviewerKeys: readonly Key[];
    readonly substituteKey?: Key;
    readonly chairKey?: Key;
    readonly deputyKey?: Key;
  };
  /** Names of those who are not. */
  readonly gone: readonly string[];
}

/** Who can be named for a round, by the role they hold. */
export interface RoundPeopleView {
  readonly reviewers: readonly PersonRefView[];
  readonly substitutes: readonly PersonRefView[];
  readonly chairs: readonly PersonRefView[];
  readonly deputies: readonly PersonRefView[];
}

/** The round that is next by what the pool's case says of its rounds. */
export interface NamedRoundView {
  readonly name: string;
  readonly frameOere: Oere;
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
  readonly roundPeople?: RoundPeopleView;
  readonly namedRound?: NamedRoundView;
  readonly may: { readonly draftCase: boolean; readonly addRound: boolean };
}

/** A pool from the day it is on the budget: what it waits for, its money and its rounds. Open to everybody. 0 Graph requests. */
export function poolPage(deps: Deps, actor: Actor, key: Key, language: Language): Result<PoolPageView, StoreFailure> {
  const pool = deps.records.pools.byKey(key)?.value;
  if (pool === undefined) return refuse(notFound);
  const theCase = caseView(deps, actor, key);
  const unframedOere = unframedOf(pool);
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
    ...(mayAdd ? { likeRounds: likeRounds(deps), roundPeople: roundPeople(deps), ...namedRound(deps, pool) } : {}),
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

/** Rounds are opened in the order the case names them; one whose amount is no longer there is not proposed. */
function namedRound(deps: Deps, pool: GrantPool): Pick<PoolPageView, "namedRound"> {
  const theCase = caseOfPool(deps, pool.key);
  const next = theCase && poolInCase(theCase)?.rounds[pool.rounds.length];
  if (next === undefined || next.frame.value > unframedOf(pool)) return {};
  const label = next.label.value;
  return { namedRound: { name: `${label.slice(0, 1).toUpperCase()}${label.slice(1)}`, frameOere: next.frame.value } };
}

function unframedOf(pool: GrantPool): Oere {
  return subtractOere(appropriatedOere(pool), sumOere(pool.rounds.map(({ frameOere }) => frameOere)));
}

/** Every pool's rounds, the newest first. */
function likeRounds(deps: Deps): readonly LikeRoundView[] {
  const organisation = organisationNow(deps);
  const nameOf = (key: Key): string => personRef(organisation, key).name;
  const isHere = (key: Key): boolean => deps.records.persons.byKey(key)?.value.active === true;
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
    people: stillHere(round, isHere),
    gone: [...new Set([round.chairKey, round.deputyKey, ...round.reviewerKeys])]
      .filter((key) => !isHere(key))
      .map(nameOf),
  }));
}

function stillHere(
  { reviewerKeys, substituteKey, chairKey, deputyKey }: FundingRound,
  isHere: (key: Key) => boolean,
): LikeRoundView["people"] {
  return {
    reviewerKeys: reviewerKeys.filter(isHere),
    ...(substituteKey !== undefined && isHere(substituteKey) ? { substituteKey } : {}),
    ...(isHere(chairKey) ? { chairKey } : {}),
    ...(isHere(deputyKey) ? { deputyKey } : {}),
  };
}

/** Everybody employed who holds a role of a round. */
function roundPeople(deps: Deps): RoundPeopleView {
  const organisation = organisationNow(deps);
  const holding = (role: Role): readonly PersonRefView[] =>
    organisation.persons
      .filter((person) => person.active && person.roles.includes(role))
      .map(({ key }) => personRef(organisation, key))
      .toSorted((a, b) => compareDanish(a.name, b.name));
  return {
    reviewers: holding("reviewer"),
    substitutes: holding("substitute"),
    chairs: holding("chair"),
    deputies: holding("deputy-chair"),
  };
}
