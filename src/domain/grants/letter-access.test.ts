import { describe, expect, it } from "vitest";
import { lettersLeaveAt } from "#domain/notices/project-notices.ts";
import { type Instant, plusMillis } from "#domain/shared/dates.ts";
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
import { applicationAccess } from "./grant-access.ts";
import { letterAward, mayPreviewLetter } from "./letter-access.ts";
import { type RoundState, reviewProgress } from "./review-progress.ts";

const application = anApplication();
const states = ["visible", "recommended", "decided", "final"] as const;
type State = (typeof states)[number];

const clock: Readonly<Record<State, Instant>> = {
  visible: springClock.reviewOver,
  recommended: springClock.recommending,
  decided: springClock.deciding,
  final: lettersLeaveAt(springClock.deciding),
};

function records(state: State, overrides: Partial<RoundState> = {}): RoundState {
  const reviews = [people.chair, people.economist, people.spokesman].map(({ key }) => aReview({ reviewerKey: key }));
  const pool = aPool({
    recommendations: state === "visible" ? [] : [aRecommendation([aLine(application)])],
    awards: state === "decided" || state === "final" ? [anAward(application)] : [],
  });
  return aRoundState({ pool, applications: [application], reviews, ...overrides });
}

/** "P" may see the letter before it is sent, "L" may have it. */
function may(who: PersonName, state: State, overrides: Partial<RoundState> = {}): string {
  const round = records(state, overrides);
  const actor = anActor(who);
  const sees = applicationAccess(actor, application, round, reviewProgress(round), clock[state]);
  const preview = mayPreviewLetter(actor, application, round, sees);
  const letter = letterAward(actor, application, round, sees, clock[state]) !== undefined;
  return `${preview ? "P" : ""}${letter ? "L" : ""}` || "-";
}

describe("who may have a letter", () => {
  //                    visible recommended decided final
  it.each([
    ["applicant", "       -  -  -  L"],
    ["head", "            -  -  -  L"],
    ["colleague", "       -  -  -  -"],
    ["otherHead", "       -  -  -  -"],
    ["economist", "       -  -  -  -"],
    ["chair", "           P  P  P  PL"],
    ["deputy", "          -  -  -  -"],
    ["secretary", "       P  P  P  PL"],
    ["officer", "         -  -  -  -"],
    ["director", "        -  -  -  -"],
    ["adviser", "         -  -  -  -"],
    ["administrator", "   -  -  -  -"],
  ] as const)("000-18 lets %s: %s", (who, row) => {
    expect(states.map((state) => may(who, state))).toEqual(row.trim().split(/\s+/));
  });

  it("000-13 gives a chair who is recused nothing, and the deputy what lies in the own packet", () => {
    const reviews = [
      aRecusal({ reviewerKey: people.chair.key }),
      ...[people.economist, people.spokesman].map(({ key }) => aReview({ reviewerKey: key })),
    ];
    const line = aLine(application, { packet: "deputy" });
    const pool = aPool({ recommendations: [aRecommendation([line])], awards: [anAward(application)] });
    expect([may("chair", "final", { reviews, pool }), may("deputy", "final", { reviews, pool })]).toEqual(["-", "PL"]);
  });

  it("hands no letter out in the very last moment in which the decision can be undone", () => {
    const round = records("final");
    const actor = anActor("applicant");
    const sees = applicationAccess(actor, application, round, reviewProgress(round), clock.final);
    const last = plusMillis(clock.final, -1);
    expect(letterAward(actor, application, round, sees, last)).toBeUndefined();
  });
});
