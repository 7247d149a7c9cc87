import { describe, expect, it } from "vitest";
import { springClock } from "#test/builders/clock.ts";
import {
  aLine,
  anApplication,
  anAward,
  aPool,
  aRecommendation,
  aRecusal,
  aReview,
  aRoundState,
} from "#test/builders/grants.ts";
import { anActor, type PersonName, people } from "#test/builders/organisation.ts";
import { applicationActions, mayDo, mayDoInRound, roundActions } from "./may-do.ts";
import { type RoundState, reviewProgress } from "./review-progress.ts";

const waiting = anApplication({ approval: undefined });
const application = anApplication();
const recommendation = aRecommendation([
  aLine(application),
  aLine(anApplication({ number: "FR22-02" }), { packet: "deputy" }),
]);
const partial = anAward(application, { outcome: "partial-award" });

describe("mayDo", () => {
  const all = (who: PersonName, state: RoundState, now = springClock.open) => {
    const [own = application] = state.applications;
    return applicationActions.filter((action) => mayDo(anActor(who), action, own, state, now));
  };
  const awaiting = aRoundState({ applications: [waiting] });
  const recommended = aRoundState({ pool: aPool({ recommendations: [recommendation] }) });
  const decided = (award = partial) =>
    aRoundState({ pool: aPool({ recommendations: [recommendation], awards: [award] }) });

  it.each([
    ["applicant", awaiting, ["withdraw"]],
    ["head", awaiting, ["approve", "return", "withdraw"]],
    ["secretary", awaiting, []],
    ["secretary", aRoundState(), ["return"]],
    ["administrator", awaiting, []],
  ] as const)("while the round is open, %s of %o may %j", (who, state, actions) => {
    expect(all(who, state)).toEqual(actions);
  });

  it("reviewers review and step out while reviewing is open", () => {
    const now = springClock.reviewing;
    expect(all("economist", aRoundState(), now)).toEqual(["review", "declare-recusal"]);
    expect(all("deputy", aRoundState(), now)).toEqual(["declare-recusal"]);
    expect(all("economist", recommended, now)).toEqual([]);
    expect(all("economist", aRoundState({ reviews: [aRecusal()] }), now)).toEqual([]);
  });

  it("applicants answer an award, not a rejection", () => {
    const now = springClock.deciding;
    expect(all("applicant", decided(), now)).toEqual(["answer-award"]);
    expect(all("applicant", decided(anAward(application, { outcome: "rejection" })), now)).toEqual([]);
    expect(all("otherHead", decided(), now)).toEqual([]);
    expect(all("applicant", recommended, now)).toEqual([]);
  });
});

describe("mayDoInRound", () => {
  const all = (who: PersonName, state: RoundState, now = springClock.open) =>
    roundActions.filter((action) => mayDoInRound(anActor(who), action, state, reviewProgress(state), now));

  it("everybody of a centre may apply while the round is open", () => {
    expect(all("applicant", aRoundState())).toEqual(["apply"]);
    expect(all("applicant", aRoundState(), springClock.closed)).toEqual([]);
  });

  it("the secretariat puts up a complete round, chair and deputy decide each their packet", () => {
    const reviews = [people.chair, people.economist, people.spokesman].map(({ key }) => aReview({ reviewerKey: key }));
    const now = springClock.recommending;
    expect(all("secretary", aRoundState({ reviews }), now)).toEqual(["see-ranking", "recommend"]);
    const put = aRoundState({ pool: aPool({ recommendations: [recommendation] }) });
    expect(all("chair", put, now)).toEqual(["see-ranking", "decide-chair"]);
    expect(all("deputy", put, now)).toEqual(["see-ranking", "decide-deputy"]);
    const packets = recommendation.packets.map((packet) => ({ ...packet, decidedAt: now }));
    const decided = aRoundState({ pool: aPool({ recommendations: [{ ...recommendation, packets }] }) });
    expect(all("chair", decided, now)).toEqual(["see-ranking"]);
  });
});
