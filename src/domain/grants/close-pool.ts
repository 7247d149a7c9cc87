import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { type Command, earlierPress, logged } from "./command.ts";
import type { GrantPool } from "./grant-pool.ts";
import { remaining } from "./pool-money.ts";
import { recommendationOf } from "./pool-parts.ts";
import { isSecretariat } from "./who.ts";

/** Why a pool is not closed. */
export type ClosePoolRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "already-closed"; readonly by: Key | "system" | undefined; readonly at: Instant }
  /** A round still takes applications, or is not decided. */
  | { readonly kind: "round-undecided"; readonly code: string };

/** Closes the pool for the year: nothing more is granted, awards go on to their accounts (000-22). */
export function closePool(
  pool: GrantPool,
  command: Command,
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
  const open = pool.rounds.find((round) => {
    const packets = recommendationOf(pool, round.key)?.packets;
    return packets?.some((packet) => packet.decidedAt === undefined) ?? now < round.closesAt;
  });
  if (open) return refuse({ kind: "round-undecided", code: open.code });
  const log = logged(pool.log, command, actor, now, "pool-closed", { remainingOere: remaining(pool) });
  return ok({ ...pool, closedAt: now, log });
}
