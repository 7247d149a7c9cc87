import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, earlierPress, logged } from "#domain/shared/command.ts";
import { type Instant, type PlainDate, plainDateOf } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { type Oere, subtractOere } from "#domain/shared/money.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { GrantPool } from "./grant-pool.ts";
import { roundRest } from "./pool-money.ts";
import { closedRefusal, findRound, type PoolClosed, recommendationOf } from "./pool-parts.ts";
import { isSecretariat } from "./who.ts";

/** Why money is not moved between rounds. */
export type MoveFrameRefusal =
  | PoolClosed
  | { readonly kind: "not-allowed" }
  /** Who and when are unknown once the line has left the record's log. */
  | {
      readonly kind: "already-moved";
      readonly by: Key | "system" | undefined;
      readonly at: Instant | undefined;
    }
  | { readonly kind: "no-such-round" }
  | { readonly kind: "amount-not-positive" }
  /** Only what awards and a list under decision leave free in the round can be moved. */
  | { readonly kind: "exceeds-rest"; readonly restOere: Oere; readonly overOere: Oere }
  /** The receiving round's list was ranked against the frame it had. */
  | { readonly kind: "already-recommended"; readonly by: Key; readonly at: Instant }
  | { readonly kind: "decision-in-future"; readonly date: PlainDate }
  | { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] };

/** A recorded decision of who may move money. */
export interface MoveFrameCommand extends Command {
  readonly fromRoundKey: Key;
  readonly toRoundKey: Key;
  readonly amountOere: Oere;
  /** The body that decided, e.g. "DSG". */
  readonly decidedBy: string;
  readonly date: PlainDate;
  readonly reason: string;
}

/** Moves what is left in one round's frame to another's by a recorded decision (000-20); the sum of frames stays. */
export function moveFrame(
  pool: GrantPool,
  command: MoveFrameCommand,
  actor: Actor,
  now: Instant,
): Result<GrantPool, MoveFrameRefusal> {
  const earlier = earlierPress(pool.log, command);
  if (earlier) return refuse({ kind: "already-moved", ...earlier });
  const key = keyOf("move", pool.key, command.commandKey);
  // The move itself tells, however long ago it was: its line leaves the log once it has an audit row.
  if (pool.moves.some((each) => each.key === key)) {
    return refuse({ kind: "already-moved", by: undefined, at: undefined });
  }
  if (!isSecretariat(actor)) return refuse({ kind: "not-allowed" });
  const refusal = closedRefusal(pool) ?? moveRefusal(pool, command, now);
  if (refusal) return refuse(refusal);
  const decidedBy = readText(command.decidedBy, "decidedBy", { max: 120, required: true, multiline: false });
  const reason = readText(command.reason, "reason", { max: 1000, required: true, multiline: true });
  const problems = [...decidedBy.problems, ...reason.problems];
  if (problems.length > 0) return refuse({ kind: "incomplete", problems });
  const { fromRoundKey, toRoundKey, amountOere, date } = command;
  const move = { key, fromRoundKey, toRoundKey, amountOere, decidedBy: decidedBy.text, date, reason: reason.text };
  return ok({
    ...pool,
    moves: [...pool.moves, move],
    log: logged(pool.log, command, actor, now, "frame-moved", { fromRoundKey, toRoundKey, amountOere, date }),
  });
}

function moveRefusal(pool: GrantPool, command: MoveFrameCommand, now: Instant): MoveFrameRefusal | undefined {
  const { fromRoundKey, toRoundKey, amountOere, date } = command;
  const isKnown = findRound(pool, fromRoundKey) && findRound(pool, toRoundKey) && fromRoundKey !== toRoundKey;
  if (!isKnown) return { kind: "no-such-round" };
  if (amountOere <= 0) return { kind: "amount-not-positive" };
  if (date > plainDateOf(now)) return { kind: "decision-in-future", date };
  const standing = recommendationOf(pool, toRoundKey);
  if (standing) return { kind: "already-recommended", by: standing.recommendedBy, at: standing.recommendedAt };
  const restOere = roundRest(pool, fromRoundKey);
  if (amountOere <= restOere) return undefined;
  return { kind: "exceeds-rest", restOere, overOere: subtractOere(amountOere, restOere) };
}
