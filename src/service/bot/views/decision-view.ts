import type { DecisionRequest } from "#cards/decision-card.ts";
import { linesOf } from "#domain/grants/decide-packet.ts";
import type { DecisionPacket, FundingRound, GrantPool, PacketKind, Recommendation } from "#domain/grants/grant-pool.ts";
import { roundFrame } from "#domain/grants/pool-money.ts";
import { awardOf, recommendationOf } from "#domain/grants/pool-parts.ts";
import { lettersLeaveAt } from "#domain/notices/project-notices.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { findPoolOfRound } from "#use-cases/grants/pool-views.ts";
import type { Records } from "#use-cases/ports/records.ts";
import { nameOf } from "./names.ts";

/** A packet as its decider's card shows it, or only the round where nothing is put up for decision any more. */
export type DecisionView =
  | { readonly kind: "packet"; readonly request: DecisionRequest }
  | { readonly kind: "withdrawn"; readonly round: FundingRound };

/** The decider's card of a round and packet; undefined for an unknown round. */
export function decisionViewOf(
  records: Records,
  roundKey: Key,
  kind: PacketKind,
  now: Instant,
): DecisionView | undefined {
  const found = findPoolOfRound({ records }, roundKey);
  if (found === undefined) return undefined;
  const pool = found.pool.value;
  const { round } = found;
  const recommendation = recommendationOf(pool, roundKey);
  const packet = recommendation?.packets.find((each) => each.kind === kind);
  if (recommendation === undefined || packet === undefined) return { kind: "withdrawn", round };
  const byKey = new Map(records.applications.all().map(({ value }) => [value.key, value.title]));
  const request: DecisionRequest = {
    round,
    recommendation: kind === "chair" ? closedUp(pool, recommendation) : recommendation,
    packet,
    frameOere: roundFrame(pool, roundKey),
    recommendedByName: nameOf(records, recommendation.recommendedBy),
    titleOf: (applicationKey) => byKey.get(applicationKey) ?? "",
    revision: pool.log.count,
    decided: decidedOf(records, pool, packet, recommendation, now),
    already: false,
    undone: false,
    problem: undefined,
  };
  return { kind: "packet", request };
}

/** The chair is recused for the deputy's lines: until they are decided no gap in the ranks tells their place. */
function closedUp(pool: GrantPool, recommendation: Recommendation): Recommendation {
  const hidden = recommendation.lines.filter((line) => line.packet === "deputy" && !awardOf(pool, line.applicationKey));
  if (hidden.length === 0) return recommendation;
  const place = (rank: number): number => rank - hidden.filter((line) => line.rank < rank).length;
  const lines = recommendation.lines.map((line) =>
    hidden.includes(line) ? line : { ...line, rank: place(line.rank) },
  );
  return { ...recommendation, lines };
}

function decidedOf(
  records: Records,
  pool: GrantPool,
  packet: DecisionPacket,
  recommendation: Recommendation,
  now: Instant,
): DecisionRequest["decided"] {
  if (packet.decidedAt === undefined) return undefined;
  const [line] = linesOf(recommendation, packet);
  const by = (line && awardOf(pool, line.applicationKey)?.decidedBy) ?? packet.deciderKey;
  const leaveAt = lettersLeaveAt(packet.decidedAt);
  const undoUntil = now < leaveAt && pool.closedAt === undefined ? leaveAt : undefined;
  return { byName: nameOf(records, by), at: packet.decidedAt, undoUntil };
}
