import { type CreatePoolRefusal, createPool as decided } from "#domain/grants/create-pool.ts";
import type { GrantPool } from "#domain/grants/grant-pool.ts";
import { isSecretariat } from "#domain/grants/who.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Command } from "#domain/shared/command.ts";
import { type FieldProblem, problemAt } from "#domain/shared/field-problem.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Language } from "#domain/shared/language.ts";
import type { Oere } from "#domain/shared/money.ts";
import { compareDanish, searchKey } from "#domain/shared/plain-text.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { createPool } from "../grants/create-pool.ts";
import { type CriterionView, criterionViews } from "../grants/pool-views.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { isRepeatedPress } from "../repeated-press.ts";

/** A pool as a text tells of it and a person has filled it in; how its applications are judged is taken over from another. */
export interface TextPool {
  readonly number: string;
  readonly title: string;
  readonly purpose: string;
  readonly eligibility: string;
  readonly plan: string;
  readonly project: string;
  readonly year: number;
  readonly amountOere: Oere;
  /** The pool whose criteria, weights and fewest reviewers it has too. */
  readonly likePoolKey: Key;
}

/** Why no pool is made of a text. */
export type PoolFromTextRefusal =
  | CreatePoolRefusal
  | { readonly kind: "pool-number-taken"; readonly number: string }
  /** The pool it was to be like is not there. */
  | { readonly kind: "no-pool-to-be-like" }
  | { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] };

export interface PoolFromText extends Command {
  readonly pool: TextPool;
}

/** Longest texts of a pool, in UTF-16 units. */
const limits = { number: 40, title: 250, purpose: 1000, eligibility: 500, plan: 120, project: 250 } as const;
const names = ["number", "title", "purpose", "eligibility", "plan", "project"] as const;

/** The pool a press would make; nothing is written. What is typed wrongly is told at "pool.number" and the like. */
export function plannedPool(
  deps: Deps,
  actor: Actor,
  { pool, commandKey }: PoolFromText,
): Result<GrantPool, PoolFromTextRefusal> {
  if (!isSecretariat(actor)) return refuse({ kind: "not-allowed" });
  const pools = deps.records.pools.all().map(({ value }) => value);
  const like = pools.find(({ key }) => key === pool.likePoolKey);
  if (like === undefined) return refuse({ kind: "no-pool-to-be-like" });
  const texts = readTexts(pool);
  if (!texts.ok) return texts;
  const { plan, project, ...facts } = texts.value;
  const known = pools.find(({ number }) => searchKey(number) === searchKey(facts.number));
  if (known !== undefined) {
    const isOwn = isRepeatedPress(known.log, { commandKey }, actor);
    return isOwn ? ok(known) : refuse({ kind: "pool-number-taken", number: known.number });
  }
  const { year, amountOere } = pool;
  const { criteria, minimumReviewers } = like;
  const command = { commandKey, ...facts, allocation: { plan, project, year, amountOere }, criteria, minimumReviewers };
  return decided(command, actor, deps.clock.now());
}

/** Makes the pool that was planned, or answers the one that is there already by the same press. */
export async function makePlannedPool(
  deps: Deps,
  actor: Actor,
  { commandKey }: Command,
  planned: GrantPool,
): Promise<Result<GrantPool, PoolFromTextRefusal | StoreFailure>> {
  if (deps.records.pools.byKey(planned.key) !== undefined) return ok(planned);
  const made = await createPool(deps, actor, { ...planned, commandKey });
  if (!made.ok) return made;
  // Somebody else's pool of that number may have come meanwhile.
  const isOwn = isRepeatedPress(made.value.log, { commandKey }, actor);
  return isOwn ? made : refuse({ kind: "pool-number-taken", number: planned.number });
}

function readTexts(pool: TextPool): Result<Pick<TextPool, (typeof names)[number]>, PoolFromTextRefusal> {
  const problems: FieldProblem[] = [];
  const read = (name: (typeof names)[number]): string => {
    const isLong = name === "purpose";
    const { text, problems: found } = readText(pool[name], `pool.${name}`, {
      max: limits[name],
      required: true,
      multiline: isLong,
    });
    problems.push(...found);
    return text;
  };
  const [number, title, purpose] = [read("number"), read("title"), read("purpose")];
  const [eligibility, plan, project] = [read("eligibility"), read("plan"), read("project")];
  if (pool.amountOere <= 0) problems.push(problemAt("pool.amount", "amount-not-positive"));
  return problems.length > 0
    ? refuse({ kind: "incomplete", problems })
    : ok({ number, title, purpose, eligibility, plan, project });
}

/** How a new pool's applications may be judged: as an earlier pool's are. */
export interface LikePoolView {
  readonly key: Key;
  readonly number: string;
  readonly title: string;
  readonly minimumReviewers: number;
  readonly criteria: readonly CriterionView[];
}

/** The pools a new one may be like, the newest first; undefined for somebody who makes no pools. */
export function likePools(deps: Deps, actor: Actor, language: Language): readonly LikePoolView[] | undefined {
  if (!isSecretariat(actor)) return undefined;
  return deps.records.pools
    .all()
    .map(({ value }) => value)
    .toSorted((a, b) => b.allocation.year - a.allocation.year || compareDanish(a.title, b.title))
    .map(({ key, number, title, minimumReviewers, criteria }) => ({
      key,
      number,
      title,
      minimumReviewers,
      criteria: criterionViews(criteria, language),
    }));
}
