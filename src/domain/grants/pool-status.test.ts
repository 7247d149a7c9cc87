import { describe, expect, it } from "vitest";
import { kr, oere } from "#domain/shared/money.ts";
import { at, day, springClock } from "#test/builders/clock.ts";
import {
  aLine,
  anApplication,
  anAppropriation,
  anAutumnRound,
  anAward,
  aPool,
  aRecommendation,
  aRound,
} from "#test/builders/grants.ts";
import { aKey } from "#test/builders/keys.ts";
import type { AppropriationStep } from "./grant-pool.ts";
import {
  appropriatedOere,
  committedOere,
  frameThen,
  grantedOere,
  isReleased,
  remaining,
  reservedOere,
  returnedOere,
  roundFrame,
  roundRest,
} from "./pool-money.ts";
import { poolStatus } from "./pool-status.ts";

const steps = (committee: AppropriationStep["code"], council: AppropriationStep["code"]) =>
  anAppropriation({
    steps: [
      { body: "ØK", appropriates: false, date: day("2022-02-08"), text: "", code: committee },
      { body: "KB", appropriates: true, date: day("2022-02-22"), text: "", code: council },
    ],
  });
const now = springClock.open;

describe("poolStatus", () => {
  it.each([
    ["000-01 is allocated without an appropriation", undefined, "allocated"],
    ["000-02 is only requested when a committee has concurred", steps("concurred", "pending"), "requested"],
    ["000-03 is active once the council has approved and a round is open", steps("concurred", "approved"), "active"],
    ["is not released by a committee's approval", steps("approved", "pending"), "requested"],
    ["is back to allocated when the council has refused", steps("concurred", "rejected"), "allocated"],
    ["is allocated while the case has no steps", anAppropriation({ steps: [] }), "allocated"],
  ] as const)("%s", (_name, appropriation, status) => {
    expect(poolStatus(aPool({ appropriation }), now)).toBe(status);
  });

  it("000-03 is released from the approval until the first round opens", () => {
    expect(poolStatus(aPool(), springClock.beforeOpening)).toBe("released");
    expect(poolStatus(aPool({ rounds: [] }), now)).toBe("released");
  });

  it("is closed from the closing on, and settled when every award has ended", () => {
    const application = anApplication();
    const closed = (step: "running" | "closed" | "declined") =>
      aPool({ closedAt: now, awards: [anAward(application, { step })] });
    expect(poolStatus(closed("running"), springClock.beforeOpening)).toBe("released");
    expect(poolStatus(closed("running"), now)).toBe("closed");
    expect(poolStatus(closed("closed"), now)).toBe("settled");
    expect(poolStatus(closed("declined"), now)).toBe("settled");
    const rejection = anAward(application, { outcome: "rejection", amountOere: oere(0) });
    expect(poolStatus(aPool({ closedAt: now, awards: [rejection] }), now)).toBe("settled");
  });
});

describe("money of a pool", () => {
  it("is nothing before the council has approved", () => {
    expect(appropriatedOere(aPool({ appropriation: undefined }))).toBe(0);
    expect(appropriatedOere(aPool({ appropriation: steps("concurred", "pending") }))).toBe(0);
    expect(isReleased(aPool({ appropriation: steps("concurred", "pending") }))).toBe(false);
    expect(appropriatedOere(aPool())).toBe(kr(600_000));
  });

  it("counts a promise until it is declined, and takes off what came back", () => {
    const application = anApplication();
    const awards = [
      anAward(application, { step: "running" }),
      anAward(application, { step: "declined", amountOere: kr(45_000) }),
      anAward(application, { step: "closed", amountOere: kr(45_000), returnedOere: kr(1_850) }),
    ];
    expect(grantedOere(awards)).toBe(kr(140_000));
    expect(returnedOere(awards)).toBe(kr(1_850));
    expect(committedOere(awards)).toBe(kr(138_150));
    expect(remaining(aPool({ awards }))).toBe(kr(461_850));
  });

  it("000-20 gives the autumn round its frame and what was moved to it", () => {
    const [spring, autumn] = [aRound(), anAutumnRound()];
    const move = {
      key: aKey("move"),
      fromRoundKey: spring.key,
      toRoundKey: autumn.key,
      amountOere: kr(15_000),
      decidedBy: "DSG",
      date: day("2022-08-10"),
      reason: "Rest fra forårsrunden",
    };
    const pool = aPool({ rounds: [spring, autumn], moves: [move] });
    expect(roundFrame(pool, autumn.key)).toBe(kr(315_000));
    expect(roundFrame(pool, spring.key)).toBe(kr(285_000));
    expect(roundFrame(pool, aKey("no round"))).toBe(0);
    // A letter of the spring names the frame the spring was decided under.
    expect(frameThen(pool, spring.key, aRecommendation([]))).toBe(kr(300_000));
    const kept = aRecommendation([], { recommendedAt: at("2022-08-10T08:00:00.000Z"), frameOere: kr(300_000) });
    expect(frameThen(pool, spring.key, kept)).toBe(kr(300_000));
    const later = aRecommendation([], { recommendedAt: at("2022-08-10T08:00:00.000Z") });
    expect([frameThen(pool, autumn.key, later), frameThen(pool, spring.key, undefined)]).toEqual([
      kr(315_000),
      kr(285_000),
    ]);
  });

  it("keeps what is put up for decision out of the rest until it is decided", () => {
    const application = anApplication();
    const recommendation = aRecommendation([aLine(application)]);
    const pool = aPool({ recommendations: [recommendation] });
    expect(reservedOere(pool, application.roundKey)).toBe(kr(95_000));
    expect(roundRest(pool, application.roundKey)).toBe(kr(205_000));
    const packets = recommendation.packets.map((packet) => ({ ...packet, decidedAt: at("2022-04-27T08:00:00.000Z") }));
    const decided = aPool({ recommendations: [{ ...recommendation, packets }], awards: [anAward(application)] });
    expect(reservedOere(decided, application.roundKey)).toBe(0);
    expect(roundRest(decided, application.roundKey)).toBe(kr(205_000));
    expect(reservedOere(aPool(), application.roundKey)).toBe(0);
  });
});
