import { describe, expect, it } from "vitest";
import { at, springClock } from "#test/builders/clock.ts";
import { aLine, anApplication, anAward, aPool, aRecommendation, aRound } from "#test/builders/grants.ts";
import { aKey } from "#test/builders/keys.ts";
import { people } from "#test/builders/organisation.ts";
import { applicationStatuses } from "./application.ts";
import { applicationStatus } from "./application-status.ts";
import { approvalDeadline } from "./approval-deadline.ts";
import { awardSteps, outcomes } from "./grant-pool.ts";
import { roundStatus } from "./round-status.ts";

const application = anApplication();
const recommendation = aRecommendation([aLine(application)]);
const decided = aRecommendation([aLine(application)], {
  packets: recommendation.packets.map((packet) => ({ ...packet, decidedAt: springClock.deciding })),
});

describe("roundStatus", () => {
  it.each([
    ["2022-03-01T06:59:59.999Z", "planned"],
    ["2022-03-01T07:00:00.000Z", "open"],
    ["2022-03-31T21:59:59.999Z", "open"],
    ["2022-03-31T22:00:00.000Z", "under-review"],
  ])("000-07 at %s is %s", (now, status) => {
    expect(roundStatus(aPool(), aRound(), [application], at(now))).toBe(status);
  });

  it("is closed, not under review, while nothing is handed in", () => {
    const others = [
      anApplication({ approval: undefined }),
      anApplication({ withdrawnAt: springClock.open }),
      anApplication({ roundKey: aKey("another round") }),
    ];
    expect(roundStatus(aPool(), aRound(), others, springClock.closed)).toBe("closed");
  });

  it("is recommended, then decided, then completed when every award has ended", () => {
    const now = springClock.deciding;
    const status = (pool: Parameters<typeof aPool>[0]) => roundStatus(aPool(pool), aRound(), [application], now);
    expect(status({ recommendations: [recommendation] })).toBe("recommended");
    expect(status({ recommendations: [decided], awards: [anAward(application)] })).toBe("decided");
    expect(status({ recommendations: [decided], awards: [anAward(application, { step: "closed" })] })).toBe(
      "completed",
    );
  });
});

describe("approvalDeadline", () => {
  it.each([
    ["000-12 is two working days after a Thursday", "2022-03-31T22:00:00.000Z", "2022-04-04T22:00:00.000Z"],
    ["skips Easter", "2022-04-13T22:00:00.000Z", "2022-04-20T22:00:00.000Z"],
    ["counts from the last day when the round closes at noon", "2022-03-31T10:01:00.000Z", "2022-04-04T22:00:00.000Z"],
  ])("%s", (_name, closesAt, deadline) => {
    expect(approvalDeadline({ closesAt: at(closesAt) })).toBe(deadline);
  });
});

describe("applicationStatus", () => {
  const status = (overrides: Parameters<typeof anApplication>[0], pool = aPool(), now = springClock.open) =>
    applicationStatus(anApplication(overrides), pool, now);

  it("follows the record before the round is put up for decision", () => {
    expect(status({ approval: undefined })).toBe("awaiting-manager");
    expect(status({})).toBe("submitted");
    expect(status({}, aPool(), springClock.closed)).toBe("under-review");
    expect(status({ returned: { at: springClock.open, by: people.head.key, questions: "?" } })).toBe("returned");
    expect(status({ withdrawnAt: springClock.open })).toBe("withdrawn");
    expect(status({ roundKey: aKey("gone") }, aPool(), springClock.closed)).toBe("submitted");
  });

  it("follows the pool once it names the application, whatever the record says", () => {
    const pool = aPool({ recommendations: [recommendation] });
    expect(status({}, pool)).toBe("recommended");
    expect(status({ withdrawnAt: springClock.open }, pool)).toBe("recommended");
    expect(status({ number: "FR22-09" }, pool)).toBe("submitted");
  });

  it.each(outcomes.map((outcome) => [outcome] as const))("tells the outcome %s", (outcome) => {
    const expected = { award: "awarded", "partial-award": "partially-awarded", rejection: "rejected" }[outcome];
    const pool = aPool({ awards: [anAward(application, { outcome })] });
    expect(applicationStatus(application, pool, springClock.deciding)).toBe(expected);
  });

  it.each(awardSteps.slice(1).map((step) => [step] as const))("tells the step %s of an award", (step) => {
    const pool = aPool({ awards: [anAward(application, { step })] });
    expect(applicationStatus(application, pool, springClock.deciding)).toBe(step);
    expect(applicationStatuses).toContain(step);
  });

  it("000-23 waits for the final report once the project's last day is over", () => {
    const pool = aPool({ awards: [anAward(application, { step: "running" })] });
    expect(applicationStatus(application, pool, at("2023-06-30T12:00:00.000Z"))).toBe("running");
    expect(applicationStatus(application, pool, at("2023-06-30T22:00:00.000Z"))).toBe("report-due");
    const open = anApplication({ endDate: undefined });
    expect(applicationStatus(open, pool, at("2024-06-30T22:00:00.000Z"))).toBe("running");
  });
});
