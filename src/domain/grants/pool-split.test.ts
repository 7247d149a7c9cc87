import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kr, oere, sumOere } from "#domain/shared/money.ts";
import { springClock } from "#test/builders/clock.ts";
import { anApplication, anAutumnRound, anAward, aPool, aRecommendation, aRound } from "#test/builders/grants.ts";
import { awardSteps, type GrantPool } from "./grant-pool.ts";
import { ledger } from "./ledger.ts";
import { appropriatedOere } from "./pool-money.ts";
import { splitPool } from "./pool-split.ts";

const now = springClock.open;
const rounds = [aRound(), anAutumnRound()];
const application = (index: number, overrides: Parameters<typeof anApplication>[0] = {}) =>
  anApplication({ number: `FR22-${index}`, ...overrides });

/** A round that is decided: nothing of it is waiting. */
function decided(awards: GrantPool["awards"]): Partial<GrantPool> {
  const recommendation = aRecommendation([]);
  const packets = recommendation.packets.map((packet) => ({ ...packet, decidedAt: springClock.deciding }));
  return { rounds, awards, recommendations: [{ ...recommendation, packets }] };
}

describe("splitPool", () => {
  it("holds everything in the frames while nothing is decided", () => {
    expect(splitPool(aPool({ rounds }), [], now)).toEqual({
      spentOere: 0,
      boundOere: 0,
      setAsideOere: kr(600_000),
      restOere: 0,
    });
  });

  it("000-20 000-22 counts what was spent, what awards bind, what a round waits for, and the rest", () => {
    const awards = [
      anAward(application(1), { amountOere: kr(95_000), step: "running" }),
      anAward(application(2), { amountOere: kr(45_000), step: "closed", returnedOere: kr(1_850) }),
      anAward(application(3), { amountOere: kr(60_000), step: "declined" }),
    ];
    expect(splitPool(aPool(decided(awards)), [], now)).toEqual({
      spentOere: kr(43_150),
      boundOere: kr(95_000),
      setAsideOere: kr(300_000),
      restOere: kr(161_850),
    });
  });

  it("holds nothing back for rounds when the pool is closed, and nothing at all before the council has approved", () => {
    const closed = aPool({ rounds, closedAt: springClock.deciding });
    expect(splitPool(closed, [], now)).toMatchObject({ setAsideOere: 0, restOere: kr(600_000) });
    const allocated = aPool({ rounds, appropriation: undefined });
    expect(Object.values(splitPool(allocated, [], now))).toEqual([0, 0, 0, 0]);
  });

  it("adds up to the appropriation and agrees with the ledger, whatever has become of the awards", () => {
    const anyAward = fc.record({
      kr: fc.integer({ min: 0, max: 50_000 }),
      back: fc.integer({ min: 0, max: 100 }),
      step: fc.constantFrom(...awardSteps),
      isAutumn: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyAward, { maxLength: 10 }), fc.boolean(), (all, isDecided) => {
        const awards = all.map(({ kr: amount, back, step, isAutumn }, index) => {
          const roundKey = (isAutumn ? anAutumnRound() : aRound()).key;
          const returnedOere = oere(step === "closed" ? amount * back : 0);
          return anAward(application(index, { roundKey }), { amountOere: kr(amount), step, returnedOere });
        });
        const pool = aPool(isDecided ? decided(awards) : { rounds, awards });
        const split = splitPool(pool, [], now);
        const parts = [split.spentOere, split.boundOere, split.setAsideOere, split.restOere];
        expect(sumOere(parts)).toBe(appropriatedOere(pool));
        expect(split.setAsideOere + split.restOere).toBe(ledger(pool).at(-1)?.balanceOere);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
