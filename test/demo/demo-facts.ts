import { objectIdOf } from "#demo/municipality.ts";
import type { GrantApplication } from "#domain/grants/application.ts";
import type { FundingRound, GrantPool } from "#domain/grants/grant-pool.ts";
import { roundFrame } from "#domain/grants/pool-money.ts";
import type { Review } from "#domain/grants/review.ts";
import { weightedScoreTenths } from "#domain/grants/weighted-score.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Centre } from "#domain/organisation/centre.ts";
import type { Person } from "#domain/organisation/person.ts";
import { atTime, type Instant, parsePlainDate } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { whoIs } from "#use-cases/organisation/who-is.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import type { Records } from "#use-cases/ports/records.ts";

/** Everything the demo left in the lists, plain. */
export interface DemoFacts {
  readonly pools: readonly GrantPool[];
  readonly applications: readonly GrantApplication[];
  readonly reviews: readonly Review[];
  readonly persons: readonly Person[];
  readonly centres: readonly Centre[];
  /** The pool of 600.000 kr. and its two rounds. */
  readonly pool: GrantPool;
  readonly spring: FundingRound;
  readonly autumn: FundingRound;
  /** Applications of a round by number. */
  of(round: FundingRound): readonly GrantApplication[];
  reviewsOf(application: GrantApplication): readonly Review[];
  centreName(key: Key): string;
}

/** Reads the demo's facts from its records. */
export function demoFacts(records: Records): DemoFacts {
  const pools = records.pools.all().map(({ value }) => value);
  const applications = records.applications.all().map(({ value }) => value);
  const reviews = records.reviews.all().map(({ value }) => value);
  const centres = records.centres.all().map(({ value }) => value);
  const pool = pools.find(({ number }) => number.startsWith("PULJE-"));
  const [spring, autumn] = pool?.rounds ?? [];
  if (!pool || !spring || !autumn) throw new Error("the first pool or a round of it is missing");
  return {
    pools,
    applications,
    reviews,
    persons: records.persons.all().map(({ value }) => value),
    centres,
    pool,
    spring,
    autumn,
    of: (round) =>
      applications.filter(({ roundKey }) => roundKey === round.key).toSorted((a, b) => (a.number < b.number ? -1 : 1)),
    reviewsOf: (application) => reviews.filter(({ applicationKey }) => applicationKey === application.key),
    centreName: (key) => centres.find((centre) => centre.key === key)?.shortName ?? "",
  };
}

/** The actor a demo person is by the organisation records. */
export function actorNamed(deps: Deps, user: string): Actor {
  const who = whoIs(deps, objectIdOf(user));
  if (!who.ok) throw new Error(`nobody is ${user}`);
  return who.value.actor;
}

/** Kroner that stand promised in a round, and what its frame is with the recorded moves. */
export function roundMoney(pool: GrantPool, round: FundingRound): { promisedKr: number; frameKr: number } {
  const promised = pool.awards.filter(({ roundKey }) => roundKey === round.key);
  return {
    promisedKr: promised.reduce((sum, { amountOere }) => sum + amountOere, 0) / 100,
    frameKr: roundFrame(pool, round.key) / 100,
  };
}

/** Weighted scores of a round's applications by number, in tenths, of the reviews as they are stored. */
export function scoresOf(facts: DemoFacts, round: FundingRound): readonly number[] {
  return facts.of(round).map((each) => weightedScoreTenths(facts.reviewsOf(each), facts.pool.criteria));
}

/** Every value below `from` whose name ends in "Oere", with its path. */
export function amountsIn(from: unknown, path = ""): readonly (readonly [string, unknown])[] {
  if (typeof from !== "object" || from === null) return [];
  return Object.entries(from).flatMap(([name, value]) => {
    const here = `${path}/${name}`;
    return name.endsWith("Oere") ? [[here, value] as const] : amountsIn(value, here);
  });
}

/** "2022-03-18T10:12" Danish time. */
export function danishTime(text: string): Instant {
  const day = parsePlainDate(text.slice(0, 10));
  if (!day.ok) throw new Error(`no day: ${text}`);
  return atTime(day.value, text.slice(11));
}
