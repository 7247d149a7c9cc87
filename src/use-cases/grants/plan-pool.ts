import { type CreatePoolCommand, type CreatePoolRefusal, createPool as decided } from "#domain/grants/create-pool.ts";
import type { GrantPool } from "#domain/grants/grant-pool.ts";
import { isSecretariat } from "#domain/grants/who.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Command } from "#domain/shared/command.ts";
import { type FieldProblem, problemAt } from "#domain/shared/field-problem.ts";
import type { Oere } from "#domain/shared/money.ts";
import { searchKey } from "#domain/shared/plain-text.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { isRepeatedPress } from "../repeated-press.ts";
import { createPool } from "./create-pool.ts";

/** What a person says of a new pool, as it is typed. */
export interface PoolFacts {
  readonly number: string;
  readonly title: string;
  readonly purpose: string;
  readonly eligibility: string;
  readonly plan: string;
  readonly project: string;
  readonly year: number;
  readonly amountOere: Oere;
}

/** How a new pool's applications are judged. */
export type PoolJudging = Pick<CreatePoolCommand, "criteria" | "minimumReviewers">;

/** Why no pool is made of what was typed. */
export type PlanPoolRefusal =
  | CreatePoolRefusal
  | { readonly kind: "pool-number-taken"; readonly number: string }
  | { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] };

export interface PlanPool extends Command {
  readonly facts: PoolFacts;
  readonly judging: PoolJudging;
  /** Before the names of the fields that problems are told at: "pool." */
  readonly at: "" | "pool.";
}

/** Longest texts of a pool, in UTF-16 units. */
const limits = { number: 40, title: 250, purpose: 1000, eligibility: 500, plan: 120, project: 250 } as const;

/** The pool a press would make, or the one it has made; nothing is written. A number that is taken is refused, and never bound. */
export function planPool(
  deps: Deps,
  actor: Actor,
  { facts, judging, at, commandKey }: PlanPool,
): Result<GrantPool, PlanPoolRefusal> {
  if (!isSecretariat(actor)) return refuse({ kind: "not-allowed" });
  const texts = readTexts(facts, at);
  if (!texts.ok) return texts;
  const { plan, project, ...said } = texts.value;
  const known = deps.records.pools.all().find(({ value }) => searchKey(value.number) === searchKey(said.number))?.value;
  if (known !== undefined) {
    const isOwn = isRepeatedPress(known.log, { commandKey }, actor);
    return isOwn ? ok(known) : refuse({ kind: "pool-number-taken", number: known.number });
  }
  const { year, amountOere } = facts;
  const allocation = { plan, project, year, amountOere };
  return decided({ commandKey, ...said, allocation, ...judging }, actor, deps.clock.now());
}

/** Makes the pool that was planned, or answers the one that is there already by the same press. */
export async function makePlannedPool(
  deps: Deps,
  actor: Actor,
  { commandKey }: Command,
  planned: GrantPool,
): Promise<Result<GrantPool, PlanPoolRefusal | StoreFailure>> {
  if (deps.records.pools.byKey(planned.key) !== undefined) return ok(planned);
  const made = await createPool(deps, actor, { ...planned, commandKey });
  if (!made.ok) return made;
  // Somebody else's pool of that number may have come meanwhile.
  const isOwn = isRepeatedPress(made.value.log, { commandKey }, actor);
  return isOwn ? made : refuse({ kind: "pool-number-taken", number: planned.number });
}

type PoolText = keyof typeof limits;

function readTexts(facts: PoolFacts, at: PlanPool["at"]): Result<Pick<PoolFacts, PoolText>, PlanPoolRefusal> {
  const problems: FieldProblem[] = [];
  const read = (name: PoolText): string => {
    const multiline = name === "purpose";
    const { text, problems: found } = readText(facts[name], `${at}${name}`, {
      max: limits[name],
      required: true,
      multiline,
    });
    problems.push(...found);
    return text;
  };
  const [number, title, purpose] = [read("number"), read("title"), read("purpose")];
  const [eligibility, plan, project] = [read("eligibility"), read("plan"), read("project")];
  if (facts.amountOere <= 0) problems.push(problemAt(`${at}amount`, "amount-not-positive"));
  return problems.length > 0
    ? refuse({ kind: "incomplete", problems })
    : ok({ number, title, purpose, eligibility, plan, project });
}
