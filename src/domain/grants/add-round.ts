import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, earlierPress, logged } from "#domain/shared/command.ts";
import { closingInstant, type Instant } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { addOere, type Oere, subtractOere, sumOere } from "#domain/shared/money.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { FundingRound, GrantPool } from "./grant-pool.ts";
import { appropriatedOere, isReleased } from "./pool-money.ts";
import { isSecretariat } from "./who.ts";

/** Why a round is not added. */
export type AddRoundRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "already-added"; readonly by: Key | "system"; readonly at: Instant }
  /** "Puljen er ikke frigivet" (000-01, R-21). */
  | { readonly kind: "not-released" }
  | { readonly kind: "pool-closed"; readonly at: Instant }
  | { readonly kind: "code-taken"; readonly code: string }
  | { readonly kind: "amount-not-positive" }
  | { readonly kind: "cap-over-frame" }
  /** Frames together exceed the appropriation (000-05). */
  | { readonly kind: "exceeds-appropriation"; readonly overOere: Oere }
  /** Opening, deadline, review date and decision do not follow each other. */
  | { readonly kind: "dates-out-of-order" }
  | { readonly kind: "too-few-reviewers"; readonly minimum: number }
  /** The same person twice as reviewer and substitute, or as chair and deputy. */
  | { readonly kind: "person-twice" };

/** A round without its key; the cap is the frame unless it says less (000-10). */
export interface AddRoundCommand extends Command {
  readonly round: Omit<FundingRound, "key" | "capOere"> & { readonly capOere?: Oere };
}

/** Adds a round with its frame, window, reviewers and deciders to a released pool. */
export function addRound(
  pool: GrantPool,
  command: AddRoundCommand,
  actor: Actor,
  now: Instant,
): Result<GrantPool, AddRoundRefusal> {
  const earlier = earlierPress(pool.log, command);
  if (earlier) return refuse({ kind: "already-added", ...earlier });
  const { code } = command.round;
  const round = { capOere: command.round.frameOere, ...command.round, key: roundKeyOf(pool.key, code) };
  if (!isSecretariat(actor)) return refuse({ kind: "not-allowed" });
  const refusal = moneyRefusal(pool, round) ?? formRefusal(pool, round);
  if (refusal) return refuse(refusal);
  return ok({
    ...pool,
    rounds: [...pool.rounds, round],
    log: logged(pool.log, command, actor, now, "round-added", {
      roundKey: round.key,
      code,
      frameOere: round.frameOere,
    }),
  });
}

/** The key of a pool's round with that code. */
export function roundKeyOf(poolKey: Key, code: string): Key {
  return keyOf("round", poolKey, code);
}

function moneyRefusal(pool: GrantPool, round: FundingRound): AddRoundRefusal | undefined {
  if (!isReleased(pool)) return { kind: "not-released" };
  if (pool.closedAt !== undefined) return { kind: "pool-closed", at: pool.closedAt };
  if (round.frameOere <= 0 || round.capOere <= 0) return { kind: "amount-not-positive" };
  if (round.capOere > round.frameOere) return { kind: "cap-over-frame" };
  const frames = addOere(sumOere(pool.rounds.map((each) => each.frameOere)), round.frameOere);
  const appropriated = appropriatedOere(pool);
  if (frames > appropriated) return { kind: "exceeds-appropriation", overOere: subtractOere(frames, appropriated) };
  return undefined;
}

function formRefusal(pool: GrantPool, round: FundingRound): AddRoundRefusal | undefined {
  if (pool.rounds.some((each) => each.code === round.code)) return { kind: "code-taken", code: round.code };
  const isInOrder =
    round.opensAt < round.closesAt &&
    round.closesAt <= closingInstant(round.reviewBy) &&
    round.reviewBy <= round.decisionOn;
  if (!isInOrder) return { kind: "dates-out-of-order" };
  if (round.reviewerKeys.length < pool.minimumReviewers) {
    return { kind: "too-few-reviewers", minimum: pool.minimumReviewers };
  }
  const reviewers = [...round.reviewerKeys, ...(round.substituteKey === undefined ? [] : [round.substituteKey])];
  const isTwice = new Set(reviewers).size < reviewers.length || round.chairKey === round.deputyKey;
  return isTwice ? { kind: "person-twice" } : undefined;
}
