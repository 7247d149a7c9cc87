import type { GrantPool } from "#domain/grants/grant-pool.ts";
import { isSecretariat } from "#domain/grants/who.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Command } from "#domain/shared/command.ts";
import type { Key } from "#domain/shared/keys.ts";
import { type Result, refuse } from "#domain/shared/result.ts";
import { judgingOf } from "../grants/like-pools.ts";
import { type PlanPoolRefusal, type PoolFacts, planPool } from "../grants/plan-pool.ts";
import type { Deps } from "../ports/deps.ts";

/** A pool as a text tells of it and a person has filled it in; how its applications are judged is taken over. */
export interface TextPool extends PoolFacts {
  /** The pool whose criteria, weights and fewest reviewers it has too, or the proposal. */
  readonly likePoolKey: Key;
}

/** Why no pool is made of a text. */
export type PoolFromTextRefusal =
  | PlanPoolRefusal
  /** The pool it was to be like is not there. */
  | { readonly kind: "no-pool-to-be-like" };

export interface PoolFromText extends Command {
  readonly pool: TextPool;
}

/** The pool a press would make; nothing is written. What is typed wrongly is told at "pool.number" and the like. */
export function plannedPool(
  deps: Deps,
  actor: Actor,
  { pool, commandKey }: PoolFromText,
): Result<GrantPool, PoolFromTextRefusal> {
  if (!isSecretariat(actor)) return refuse({ kind: "not-allowed" });
  const like = judgingOf(deps, pool.likePoolKey);
  if (like === undefined) return refuse({ kind: "no-pool-to-be-like" });
  const { criteria, minimumReviewers } = like;
  return planPool(deps, actor, { commandKey, facts: pool, judging: { criteria, minimumReviewers }, at: "pool." });
}
