import type { DecisionRequest } from "#cards/decision-card.ts";
import type { SentBackList } from "#cards/sent-back-card.ts";
import { linesOf } from "#domain/grants/decide-packet.ts";
import type { DecisionPacket, FundingRound, GrantPool, PacketKind, Recommendation } from "#domain/grants/grant-pool.ts";
import { roundFrame } from "#domain/grants/pool-money.ts";
import { awardOf, recommendationOf } from "#domain/grants/pool-parts.ts";
import { lastSentBack, maySeeSentBack } from "#domain/grants/send-back-recommendation.ts";
import { lettersLeaveAt } from "#domain/notices/project-notices.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { findPoolOfRound } from "#use-cases/grants/pool-views.ts";
import { roundState } from "#use-cases/grants/round-state.ts";
import type { Records } from "#use-cases/ports/records.ts";
import { nameOf } from "./names.ts";

/** A packet as its decider's card shows it, or only the round where nothing is put up for decision any more. */
export type DecisionView =
  | { readonly kind: "packet"; readonly request: DecisionRequest }
  | {
      readonly kind: "withdrawn";
      readonly round: FundingRound;
      /** Set where a decider sent the list back, and no new one is put up. */
      readonly sentBack?: { readonly byName: string; readonly at: Instant };
    };

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
  if (recommendation === undefined || packet === undefined) {
    const back = lastSentBack(pool, roundKey);
    if (back === undefined) return { kind: "withdrawn", round };
    return { kind: "withdrawn", round, sentBack: { byName: nameOf(records, back.by), at: back.at } };
  }
  const byKey = new Map(records.applications.all().map(({ value }) => [value.key, value.title]));
  const request: DecisionRequest = {
    round,
    recommendation,
    packet,
    frameOere: roundFrame(pool, roundKey),
    recommendedByName: nameOf(records, recommendation.recommendedBy),
    titleOf: (applicationKey) => byKey.get(applicationKey) ?? "",
    revision: pool.log.count,
    decided: decidedOf(records, pool, packet, recommendation, now),
    already: false,
    undone: isUndone(pool, recommendation, packet),
    problem: undefined,
  };
  return { kind: "packet", request };
}

/** A list that came back, as the secretariat's card shows it; undefined when it is gone. */
export function sentBackListOf(
  records: Records,
  roundKey: Key,
  recommendationKey: string,
  recipientKey: Key,
): SentBackList | undefined {
  const found = findPoolOfRound({ records }, roundKey);
  const sentBack = found?.pool.value.sentBack?.find((each) => each.recommendationKey === recommendationKey);
  if (found === undefined || sentBack === undefined) return undefined;
  const state = roundState({ records }, found.pool.value, found.round);
  return {
    round: found.round,
    sentBack,
    byName: nameOf(records, sentBack.by),
    mayReadReason: maySeeSentBack(recipientKey, sentBack, state),
    again: lastSentBack(found.pool.value, roundKey)?.recommendationKey !== recommendationKey,
  };
}

/** Whether the packet's last decision was taken back: it stands on the card until the packet is decided anew. */
function isUndone(pool: GrantPool, { key }: Recommendation, { kind, decidedAt }: DecisionPacket): boolean {
  if (decidedAt !== undefined) return false;
  return pool.log.tail.some(
    ({ action, detail }) =>
      action === "decision-undone" && detail["recommendationKey"] === key && detail["packet"] === kind,
  );
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
