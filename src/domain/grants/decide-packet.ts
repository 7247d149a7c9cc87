import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, earlierPress, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { addOere, type Oere, oere, subtractOere } from "#domain/shared/money.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Award, DecisionPacket, GrantPool, PacketKind, Recommendation, RecommendationLine } from "./grant-pool.ts";
import { appropriatedOere, committedOere, roundFrame } from "./pool-money.ts";
import { awardsOf, closedRefusal, type PoolClosed, recommendationOf } from "./pool-parts.ts";

/** Why a packet is not decided. */
export type DecideRefusal =
  | PoolClosed
  | { readonly kind: "already-decided"; readonly by: Key | "system"; readonly at: Instant }
  | { readonly kind: "not-recommended" }
  /** The list was taken back and put up anew since the decider saw it. */
  | { readonly kind: "recommendation-replaced"; readonly at: Instant }
  | { readonly kind: "no-such-packet" }
  | { readonly kind: "not-decider"; readonly deciderKey: Key }
  /** The decider has become recused for these since the list was put up: it has to be taken back and put up anew. */
  | { readonly kind: "decider-recused"; readonly numbers: readonly string[] }
  /** These left the round at the very moment the list was put up: it has to be taken back and put up without them. */
  | { readonly kind: "application-left"; readonly numbers: readonly string[] }
  /** The decider saw another sum than the list holds. */
  | { readonly kind: "total-differs"; readonly totalOere: Oere }
  | { readonly kind: "exceeds-frame"; readonly overOere: Oere }
  | { readonly kind: "exceeds-appropriation"; readonly overOere: Oere };

/** Which packet is decided, and what the decider saw when pressing. */
export interface DecideCommand extends Command {
  readonly roundKey: Key;
  readonly packet: PacketKind;
  readonly recommendationKey: Key;
  readonly totalOere: Oere;
}

/**
 * Decides one packet, exactly once: its lines become awards and rejections in force. Whatever has happened since the
 * list was put up, the round's awards never exceed its frame with moves, nor all awards the appropriation, and nobody
 * decides a line they are recused for, and nothing is granted to an application that is not in the round.
 *
 * @param recusedFor the applications the actor is recused for now
 * @param left the applications that have been withdrawn or returned
 */
export function decidePacket(
  pool: GrantPool,
  command: DecideCommand,
  recusedFor: readonly Key[],
  actor: Actor,
  now: Instant,
  left: readonly Key[] = [],
): Result<GrantPool, DecideRefusal> {
  const earlier = earlierPress(pool.log, command);
  if (earlier) return refuse({ kind: "already-decided", ...earlier });
  const recommendation = recommendationOf(pool, command.roundKey);
  if (!recommendation) return refuse({ kind: "not-recommended" });
  if (recommendation.key !== command.recommendationKey) {
    return refuse({ kind: "recommendation-replaced", at: recommendation.recommendedAt });
  }
  const packet = recommendation.packets.find((each) => each.kind === command.packet);
  if (!packet) return refuse({ kind: "no-such-packet" });
  const lines = linesOf(recommendation, packet);
  const refusal =
    packetRefusal(packet, command, actor) ??
    closedRefusal(pool) ??
    recusalRefusal(lines, recusedFor) ??
    leftRefusal(lines, left) ??
    moneyRefusal(pool, command);
  if (refusal) return refuse(refusal);
  const awards = lines.map((line) => awardOfLine(line, recommendation, actor, now));
  return ok({
    ...pool,
    recommendations: withPacket(pool, recommendation, { ...packet, decidedAt: now }),
    awards: [...pool.awards, ...awards],
    log: logged(pool.log, command, actor, now, "decided", {
      roundKey: command.roundKey,
      recommendationKey: recommendation.key,
      packet: packet.kind,
      totalOere: packet.totalOere,
      lines: awards.length,
    }),
  });
}

/** The lines of a recommendation that one packet holds. */
export function linesOf(recommendation: Recommendation, packet: DecisionPacket): readonly RecommendationLine[] {
  return recommendation.lines.filter((line) => line.packet === packet.kind);
}

/** The pool's recommendations with one packet exchanged. */
export function withPacket(
  pool: GrantPool,
  recommendation: Recommendation,
  packet: DecisionPacket,
): readonly Recommendation[] {
  const packets = recommendation.packets.map((each) => (each.kind === packet.kind ? packet : each));
  return pool.recommendations.map((each) => (each === recommendation ? { ...recommendation, packets } : each));
}

function packetRefusal(packet: DecisionPacket, command: DecideCommand, actor: Actor): DecideRefusal | undefined {
  if (packet.decidedAt !== undefined) return { kind: "already-decided", by: packet.deciderKey, at: packet.decidedAt };
  if (packet.deciderKey !== actor.personKey) return { kind: "not-decider", deciderKey: packet.deciderKey };
  if (packet.totalOere !== command.totalOere) return { kind: "total-differs", totalOere: packet.totalOere };
  return undefined;
}

function recusalRefusal(lines: readonly RecommendationLine[], recusedFor: readonly Key[]): DecideRefusal | undefined {
  const numbers = lines.filter((line) => recusedFor.includes(line.applicationKey)).map((line) => line.number);
  return numbers.length > 0 ? { kind: "decider-recused", numbers } : undefined;
}

function leftRefusal(lines: readonly RecommendationLine[], left: readonly Key[]): DecideRefusal | undefined {
  const numbers = lines.filter((line) => left.includes(line.applicationKey)).map((line) => line.number);
  return numbers.length > 0 ? { kind: "application-left", numbers } : undefined;
}

function moneyRefusal(pool: GrantPool, command: DecideCommand): DecideRefusal | undefined {
  const inRound = addOere(committedOere(awardsOf(pool, command.roundKey)), command.totalOere);
  const frame = roundFrame(pool, command.roundKey);
  if (inRound > frame) return { kind: "exceeds-frame", overOere: subtractOere(inRound, frame) };
  const inPool = addOere(committedOere(pool.awards), command.totalOere);
  const appropriated = appropriatedOere(pool);
  if (inPool > appropriated) {
    return { kind: "exceeds-appropriation", overOere: subtractOere(inPool, appropriated) };
  }
  return undefined;
}

function awardOfLine(line: RecommendationLine, recommendation: Recommendation, actor: Actor, now: Instant): Award {
  return {
    applicationKey: line.applicationKey,
    number: line.number,
    roundKey: recommendation.roundKey,
    outcome: line.outcome,
    amountOere: line.grantOere,
    reason: line.reason,
    decidedAt: now,
    decidedBy: actor.personKey,
    step: "decided",
    stepAt: now,
    returnedOere: oere(0),
  };
}
