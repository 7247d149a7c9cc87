import { lettersLeaveAt } from "#domain/notices/project-notices.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, earlierPress, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { linesOf, withPacket } from "./decide-packet.ts";
import type { GrantPool, PacketKind } from "./grant-pool.ts";
import { closedRefusal, type PoolClosed, recommendationOf } from "./pool-parts.ts";

/** Why a decision is not undone. */
export type UndoRefusal =
  | PoolClosed
  | { readonly kind: "already-undone"; readonly by: Key | "system"; readonly at: Instant }
  | { readonly kind: "not-decided" }
  | { readonly kind: "not-decider"; readonly deciderKey: Key }
  /** The letters are due, or the first has left: applicants may have read it. */
  | { readonly kind: "outcome-sent" }
  /** An applicant has answered already. */
  | { readonly kind: "award-answered"; readonly number: string };

/** Which decision is taken back. */
export interface UndoCommand extends Command {
  readonly roundKey: Key;
  readonly packet: PacketKind;
  /** When the decision meant was made: one made anew since is another. Missing where only one can be meant. */
  readonly decidedAt?: Instant | undefined;
}

/**
 * Takes a decision back as a second committed act: the packet is open again and its awards are gone. Possible until
 * the letters are due, as the button promises, and never after the first notice of an outcome has left (law 5).
 *
 * @param outcomeSent whether a notice about one of the packet's outcomes has been sent or is being sent
 */
export function undoDecision(
  pool: GrantPool,
  command: UndoCommand,
  outcomeSent: boolean,
  actor: Actor,
  now: Instant,
): Result<GrantPool, UndoRefusal> {
  const earlier = earlierPress(pool.log, command);
  if (earlier) return refuse({ kind: "already-undone", ...earlier });
  const closed = closedRefusal(pool);
  if (closed) return refuse(closed);
  const recommendation = recommendationOf(pool, command.roundKey);
  const packet = recommendation?.packets.find((each) => each.kind === command.packet);
  if (!recommendation || packet?.decidedAt === undefined) return refuse({ kind: "not-decided" });
  const meant = command.decidedAt ?? packet.decidedAt;
  if (packet.decidedAt !== meant) return refuse({ kind: "not-decided" });
  if (packet.deciderKey !== actor.personKey) return refuse({ kind: "not-decider", deciderKey: packet.deciderKey });
  if (outcomeSent || now >= lettersLeaveAt(packet.decidedAt)) return refuse({ kind: "outcome-sent" });
  const keys = linesOf(recommendation, packet).map((line) => line.applicationKey);
  const awards = pool.awards.filter((award) => keys.includes(award.applicationKey));
  const answered = awards.find((award) => award.step !== "decided");
  if (answered) return refuse({ kind: "award-answered", number: answered.number });
  return ok({
    ...pool,
    recommendations: withPacket(pool, recommendation, { ...packet, decidedAt: undefined }),
    awards: pool.awards.filter((award) => !keys.includes(award.applicationKey)),
    log: logged(pool.log, command, actor, now, "decision-undone", {
      roundKey: command.roundKey,
      recommendationKey: recommendation.key,
      packet: packet.kind,
    }),
  });
}
