import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Command } from "#domain/shared/command.ts";
import type { Key } from "#domain/shared/keys.ts";
import { kr, oere, sumOere } from "#domain/shared/money.ts";
import type { Result } from "#domain/shared/result.ts";
import { at, day } from "#test/builders/clock.ts";
import { aLine, anApplication, anAutumnRound, aPool, aRecommendation, aRound } from "#test/builders/grants.ts";
import { aKey } from "#test/builders/keys.ts";
import { anActor } from "#test/builders/organisation.ts";
import { answerAward } from "./answer-award.ts";
import type { GrantApplication } from "./application.ts";
import { decidePacket } from "./decide-packet.ts";
import { type FundingRound, type GrantPool, type Outcome, type PacketKind, packetKinds } from "./grant-pool.ts";
import { ledger } from "./ledger.ts";
import { moveFrame } from "./move-frame.ts";
import { appropriatedOere, committedOere, remaining, roundFrame } from "./pool-money.ts";
import { awardsOf, recommendationOf } from "./pool-parts.ts";
import { recommend } from "./recommend.ts";
import { recordAwardStep } from "./record-award-step.ts";
import { undoDecision } from "./undo-decision.ts";
import { withdrawRecommendation } from "./withdraw-recommendation.ts";

const [spring, autumn] = [aRound(), anAutumnRound()];
const rounds = [spring, autumn] as const;
const now = at("2022-12-01T09:00:00.000Z");
const secretary = anActor("secretary");
const deciders = { chair: anActor("chair"), deputy: anActor("deputy") };
const applications = [0, 1, 2, 3, 4, 5].map((index) =>
  anApplication({ number: `A-${index}`, roundKey: rounds[index % 2 === 0 ? 0 : 1].key }),
);

/** One act that anybody may try at any time; amounts are thousands of kroner and may be far too large. */
const which = fc.nat(1);
const act = fc.oneof(
  fc.record({
    kind: fc.constant("recommend" as const),
    which,
    grants: fc.array(fc.integer({ min: 0, max: 250 }), { minLength: 3, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant("decide" as const), which, packet: fc.constantFrom(...packetKinds) }),
  fc.record({ kind: fc.constant("undo" as const), which, packet: fc.constantFrom(...packetKinds) }),
  fc.record({ kind: fc.constant("withdraw" as const), which }),
  fc.record({ kind: fc.constant("move" as const), which, amount: fc.integer({ min: 1, max: 350 }) }),
  fc.record({ kind: fc.constant("answer" as const), index: fc.nat(5), accept: fc.boolean() }),
  fc.record({ kind: fc.constant("close" as const), index: fc.nat(5), spent: fc.integer({ min: -10, max: 300 }) }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** The pool after the act; refused acts change nothing. */
function after(pool: GrantPool, each: Act, press: number): GrantPool {
  const command = { commandKey: aKey(`press ${press}`) };
  const result = carriedOut(pool, each, command);
  return result.ok ? result.value : pool;
}

function carriedOut(pool: GrantPool, each: Act, command: Command): Result<GrantPool, unknown> {
  switch (each.kind) {
    case "answer":
      return answerAward(pool, applicationAt(each.index), { ...command, accept: each.accept }, secretary, now);
    case "close": {
      const closing = { step: "closed", spentOere: oere(each.spent * 100_000) } as const;
      const applicationKey = applicationAt(each.index).key;
      return recordAwardStep(pool, { ...command, applicationKey, ...closing }, secretary, now);
    }
    case "recommend":
      return recommended(pool, roundAt(each.which).key, each.grants, command);
    case "decide":
      return decided(pool, roundAt(each.which).key, each.packet, command);
    case "undo": {
      const packet = { roundKey: roundAt(each.which).key, packet: each.packet };
      return undoDecision(pool, { ...command, ...packet }, false, deciders[each.packet], now);
    }
    case "withdraw":
      return withdrawRecommendation(pool, { ...command, roundKey: roundAt(each.which).key }, secretary, now);
    case "move": {
      const way = { fromRoundKey: roundAt(each.which).key, toRoundKey: roundAt(1 - each.which).key };
      const decision = { decidedBy: "DSG", date: day("2022-08-10"), reason: "Rest" };
      return moveFrame(pool, { ...command, ...way, amountOere: kr(each.amount * 1_000), ...decision }, secretary, now);
    }
  }
}

/** A list that no ranking would make, so that only the pool itself can stop it. */
function recommended(pool: GrantPool, roundKey: Key, grants: readonly number[], command: Command) {
  const own = applications.filter((application) => application.roundKey === roundKey);
  const lines = own.map((application, index) => {
    const grantOere = kr((grants[index] ?? 0) * 1_000);
    const outcome: Outcome = grantOere > 0 ? "award" : "rejection";
    return aLine(application, { grantOere, outcome, packet: index === 2 ? "deputy" : "chair" });
  });
  const { basisSha256, ...proposal } = aRecommendation(lines, { roundKey, key: command.commandKey });
  return recommend(pool, { ...command, proposal, basisSha256 }, secretary, now);
}

function decided(pool: GrantPool, roundKey: Key, packet: PacketKind, command: Command) {
  const recommendation = recommendationOf(pool, roundKey);
  const totalOere = recommendation?.packets.find((each) => each.kind === packet)?.totalOere ?? oere(0);
  const recommendationKey = recommendation?.key ?? aKey("none");
  const seen = { roundKey, packet, recommendationKey, totalOere };
  return decidePacket(pool, { ...command, ...seen }, [], deciders[packet], now);
}

function roundAt(index: number): FundingRound {
  return rounds[index === 0 ? 0 : 1];
}

function applicationAt(index: number): GrantApplication {
  return applications[index] ?? anApplication();
}

function expectWithinMoney(pool: GrantPool): void {
  for (const round of rounds) {
    expect(roundFrame(pool, round.key)).toBeGreaterThanOrEqual(0);
    expect(committedOere(awardsOf(pool, round.key))).toBeLessThanOrEqual(roundFrame(pool, round.key));
  }
  const frames = sumOere(rounds.map((round) => roundFrame(pool, round.key)));
  expect(frames).toBeLessThanOrEqual(appropriatedOere(pool));
  expect(remaining(pool)).toBeGreaterThanOrEqual(0);
  expect(ledger(pool).at(-1)?.balanceOere).toBe(remaining(pool));
  const keys = pool.awards.map((award) => award.applicationKey);
  expect(new Set(keys).size).toBe(keys.length);
}

describe("a pool", () => {
  it("never grants more than frames and appropriation, whatever is pressed in whatever order", () => {
    let decisions = 0;
    fc.assert(
      fc.property(fc.array(act, { minLength: 5, maxLength: 40 }), (acts) => {
        let pool = aPool({ rounds: [...rounds] });
        acts.forEach((each, press) => {
          pool = after(pool, each, press);
          expectWithinMoney(pool);
        });
        decisions += pool.log.tail.filter((line) => line.action === "decided").length;
      }),
      { numRuns: 300 },
    );
    // The acts really come through: without decisions nothing would have been tried.
    expect(decisions).toBeGreaterThan(50);
  });

  it("changes nothing when any act is pressed again with the same key", () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 5, maxLength: 30 }), (acts) => {
        let pool = aPool({ rounds: [...rounds] });
        acts.forEach((each, press) => {
          const once = after(pool, each, press);
          // Only what was carried out can be repeated; a refused press may come through later.
          if (once !== pool) expect(after(once, each, press)).toBe(once);
          pool = once;
        });
      }),
      { numRuns: 200 },
    );
  });
});
