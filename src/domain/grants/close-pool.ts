import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, earlierPress, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { GrantApplication } from "./application.ts";
import { awaitsHead, isOutstanding, isSubmitted } from "./application-state.ts";
import { approvalDeadline } from "./approval-deadline.ts";
import type { FundingRound, GrantPool } from "./grant-pool.ts";
import { remaining } from "./pool-money.ts";
import { recommendationOf } from "./pool-parts.ts";
import { isSecretariat } from "./who.ts";

/** Why a pool is not closed. */
export type ClosePoolRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "already-closed"; readonly by: Key | "system" | undefined; readonly at: Instant }
  /** A round still takes applications, or is not decided. */
  | { readonly kind: "round-undecided"; readonly code: string };

/**
 * Closes the pool for the year: nothing more is granted, awards go on to their accounts (000-22).
 *
 * @param applications the pool's
 */
export function closePool(
  pool: GrantPool,
  command: Command,
  applications: readonly GrantApplication[],
  actor: Actor,
  now: Instant,
): Result<GrantPool, ClosePoolRefusal> {
  const earlier = earlierPress(pool.log, command);
  if (earlier) return refuse({ kind: "already-closed", ...earlier });
  if (!isSecretariat(actor)) return refuse({ kind: "not-allowed" });
  if (pool.closedAt !== undefined) {
    const by = pool.log.tail.find((line) => line.action === "pool-closed")?.by;
    return refuse({ kind: "already-closed", by, at: pool.closedAt });
  }
  const open = pool.rounds.find((round) => isUndecided(pool, round, applications, now));
  if (open) return refuse({ kind: "round-undecided", code: open.code });
  const log = logged(pool.log, command, actor, now, "pool-closed", { remainingOere: remaining(pool) });
  return ok({ ...pool, closedAt: now, log });
}

/** Whether a round still takes applications, or has some that nobody has decided. */
function isUndecided(
  pool: GrantPool,
  round: FundingRound,
  applications: readonly GrantApplication[],
  now: Instant,
): boolean {
  const packets = recommendationOf(pool, round.key)?.packets;
  if (packets) return packets.some((packet) => packet.decidedAt === undefined);
  if (now < round.closesAt) return true;
  const mayComeAgain = now < approvalDeadline(round);
  return applications
    .filter((each) => each.roundKey === round.key)
    .some((each) => isSubmitted(each) || awaitsHead(each) || (mayComeAgain && isOutstanding(each, applications)));
}
