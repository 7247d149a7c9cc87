import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { emptyLog } from "#domain/shared/log.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { GrantPool } from "./grant-pool.ts";
import { isSecretariat } from "./who.ts";

/** Why no pool is made. */
export type CreatePoolRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "amount-not-positive" }
  | { readonly kind: "duplicate-criterion"; readonly code: string }
  /** Weights are percent: their sum is 100 (000-14). */
  | { readonly kind: "weights-not-100"; readonly sum: number }
  | { readonly kind: "too-few-reviewers"; readonly minimum: 1 };

/** What a new pool says; its number is its identity. */
export interface CreatePoolCommand
  extends Command,
    Pick<GrantPool, "number" | "title" | "purpose" | "eligibility" | "allocation" | "criteria" | "minimumReviewers"> {}

/** Makes a pool with its allocation; nothing can be spent of it before the council has approved (000-01). */
export function createPool(
  command: CreatePoolCommand,
  actor: Actor,
  now: Instant,
): Result<GrantPool, CreatePoolRefusal> {
  const refusal = createPoolRefusal(command, actor);
  if (refusal) return refuse(refusal);
  const { number, title, purpose, eligibility, allocation, criteria, minimumReviewers } = command;
  return ok({
    key: poolKeyOf(number),
    number,
    title,
    purpose,
    eligibility,
    allocation,
    appropriation: undefined,
    criteria,
    rounds: [],
    moves: [],
    recommendations: [],
    awards: [],
    minimumReviewers,
    closedAt: undefined,
    log: logged(emptyLog, command, actor, now, "pool-created", { number, amountOere: allocation.amountOere }),
  });
}

/** The key of the pool with that number, e.g. "PULJE-2022": two presses make one pool. */
export function poolKeyOf(number: string): Key {
  return keyOf("pool", number);
}

function createPoolRefusal(command: CreatePoolCommand, actor: Actor): CreatePoolRefusal | undefined {
  if (!isSecretariat(actor)) return { kind: "not-allowed" };
  if (command.allocation.amountOere <= 0) return { kind: "amount-not-positive" };
  const codes = command.criteria.map((criterion) => criterion.code);
  const double = codes.find((code, index) => codes.indexOf(code) !== index);
  if (double !== undefined) return { kind: "duplicate-criterion", code: double };
  const sum = command.criteria.reduce((total, criterion) => total + criterion.weight, 0);
  if (sum !== 100) return { kind: "weights-not-100", sum };
  return command.minimumReviewers < 1 ? { kind: "too-few-reviewers", minimum: 1 } : undefined;
}
