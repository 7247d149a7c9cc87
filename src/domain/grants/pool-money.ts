import { type PlainDate, plainDateOf } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { addOere, type Oere, oere, subtractOere, sumOere } from "#domain/shared/money.ts";
import type { AppropriationStep, Award, GrantPool, Recommendation } from "./grant-pool.ts";
import { awardsOf, findRound, recommendationOf } from "./pool-parts.ts";

/** The council's final approval: the only thing that makes money usable. */
export function releasingStep(pool: GrantPool): ReleasingStep | undefined {
  return pool.appropriation?.steps.find(isRelease);
}

/** A body's treatment that has a day. */
type ReleasingStep = AppropriationStep & { readonly date: PlainDate };

function isRelease(step: AppropriationStep): step is ReleasingStep {
  return step.appropriates && step.code === "approved" && step.date !== undefined;
}

/** Whether the pool's money may be used. */
export function isReleased(pool: GrantPool): boolean {
  return releasingStep(pool) !== undefined;
}

/** What may be spent, in øre: 0 until the council has approved, whatever the allocation says. */
export function appropriatedOere(pool: GrantPool): Oere {
  return pool.appropriation && isReleased(pool) ? pool.appropriation.amountOere : oere(0);
}

/** Sum of promises that stand, in øre; a declined award is no promise any more. */
export function grantedOere(awards: readonly Award[]): Oere {
  return sumOere(awards.filter((award) => award.step !== "declined").map((award) => award.amountOere));
}

/** Money given back after the accounts, in øre (000-22). */
export function returnedOere(awards: readonly Award[]): Oere {
  return sumOere(awards.map((award) => award.returnedOere));
}

/** Money that awards hold, in øre: promised and not given back. */
export function committedOere(awards: readonly Award[]): Oere {
  return subtractOere(grantedOere(awards), returnedOere(awards));
}

/** The round's frame with what recorded decisions have moved in and out (000-20), in øre; 0 for an unknown round. */
export function roundFrame(pool: GrantPool, roundKey: Key): Oere {
  const frame = findRound(pool, roundKey)?.frameOere ?? oere(0);
  const movedIn = pool.moves.filter((move) => move.toRoundKey === roundKey);
  const movedOut = pool.moves.filter((move) => move.fromRoundKey === roundKey);
  return subtractOere(
    addOere(frame, sumOere(movedIn.map((move) => move.amountOere))),
    sumOere(movedOut.map((move) => move.amountOere)),
  );
}

/**
 * What the round could grant when its list was put up, whatever was moved since (000-20). Lists that do not say it leave
 * out money that was moved on a later day; without a list it is what the round can grant now.
 */
export function frameThen(pool: GrantPool, roundKey: Key, recommendation: Recommendation | undefined): Oere {
  if (recommendation === undefined) return roundFrame(pool, roundKey);
  if (recommendation.frameOere !== undefined) return recommendation.frameOere;
  const day = plainDateOf(recommendation.recommendedAt);
  return roundFrame({ ...pool, moves: pool.moves.filter((move) => move.date <= day) }, roundKey);
}

/** What is put up for decision in the round and not decided yet, in øre. */
export function reservedOere(pool: GrantPool, roundKey: Key): Oere {
  const packets = recommendationOf(pool, roundKey)?.packets ?? [];
  return sumOere(packets.filter((packet) => packet.decidedAt === undefined).map((packet) => packet.totalOere));
}

/** What is left of the round's frame when awards and running recommendations are taken out, in øre. */
export function roundRest(pool: GrantPool, roundKey: Key): Oere {
  const used = addOere(committedOere(awardsOf(pool, roundKey)), reservedOere(pool, roundKey));
  return subtractOere(roundFrame(pool, roundKey), used);
}

/** What is left of the appropriation, in øre: the restrådighedsbeløb at the end of the year (000-22). */
export function remaining(pool: GrantPool): Oere {
  return subtractOere(appropriatedOere(pool), committedOere(pool.awards));
}
