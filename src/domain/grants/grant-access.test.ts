import { describe, expect, it } from "vitest";
import type { Instant } from "#domain/shared/dates.ts";
import { springClock } from "#test/builders/clock.ts";
import {
  aLine,
  anApplication,
  anAward,
  aPool,
  aRecommendation,
  aRecusal,
  aReview,
  aRound,
  aRoundState,
} from "#test/builders/grants.ts";
import { anActor, type PersonName, people } from "#test/builders/organisation.ts";
import type { GrantApplication } from "./application.ts";
import { applicationAccess, type FieldClass, fieldClasses } from "./grant-access.ts";
import { maySeeRanking } from "./ranking-access.ts";
import { type RoundState, reviewProgress } from "./review-progress.ts";

/** One letter for each field class, so that a table of roles and states can be read. */
const letters: Readonly<Record<FieldClass, string>> = {
  exists: "E",
  overview: "O",
  text: "T",
  money: "M",
  "scores-own": "s",
  "scores-all": "S",
  remarks: "R",
  "reviewer-names": "N",
  recusals: "X",
  "decision-reason": "D",
  notes: "A",
};
const states = ["awaiting", "submitted", "blind", "visible", "recommended", "decided"] as const;
type State = (typeof states)[number];

const clock: Readonly<Record<State, Instant>> = {
  awaiting: springClock.open,
  submitted: springClock.open,
  blind: springClock.reviewing,
  visible: springClock.reviewOver,
  recommended: springClock.recommending,
  decided: springClock.deciding,
};

/** The records of the round when the application has come so far. */
function records(application: GrantApplication, state: State, overrides: Partial<RoundState> = {}): RoundState {
  const own = state === "awaiting" ? { ...application, approval: undefined } : application;
  const recommendation = aRecommendation([aLine(own)]);
  const isPutUp = state === "recommended" || state === "decided";
  const pool = aPool({
    recommendations: isPutUp ? [recommendation] : [],
    awards: state === "decided" ? [anAward(own)] : [],
  });
  const reviews = [people.chair, people.economist, people.spokesman].map(({ key }) =>
    aReview({ reviewerKey: key }, own),
  );
  return aRoundState({ pool, applications: [own], reviews: isPutUp ? reviews : [], ...overrides });
}

function seen(
  who: PersonName,
  state: State,
  application = anApplication(),
  overrides: Partial<RoundState> = {},
): string {
  const round = records(application, state, overrides);
  const [own = application] = round.applications;
  const access = applicationAccess(anActor(who), own, round, reviewProgress(round), clock[state]);
  return (
    fieldClasses
      .filter((each) => access.has(each))
      .map((each) => letters[each])
      .join("") || "-"
  );
}

describe("applicationAccess", () => {
  //                    awaiting     submitted    blind        visible      recommended  decided
  it.each([
    ["applicant", "       EOTM         EOTM         EOTM         EOTM         EOTM         EOTMSD"],
    ["head", "            EOTM         EOTM         EOTM         EOTM         EOTM         EOTMSD"],
    ["colleague", "       -            -            -            -            -            -"],
    ["otherHead", "       -            EO           EO           EO           EO           EO"],
    ["economist", "       -            -            EOTMs        EOTMsSRNX    EOTMsSRNX    EOTMsSRNXD"],
    ["chair", "           -            EO           EOTMs        EOTMsSRNXDA  EOTMsSRNXDA  EOTMsSRNXDA"],
    ["deputy", "          -            -            -            -            -            -"],
    ["substitute", "      -            -            -            -            -            -"],
    ["adviser", "         -            -            EOTMA        EOTMA        EOTMA        EOTMA"],
    ["secretary", "       EOTMSRNXDA   EOTMSRNXDA   EOTMSRNXDA   EOTMSRNXDA   EOTMSRNXDA   EOTMSRNXDA"],
    ["officer", "         -            EO           EO           EO           EO           EO"],
    ["director", "        -            EOTMNXA      EOTMNXA      EOTMNXA      EOTMNXA      EOTMSRNXDA"],
    ["administrator", "   -            -            -            -            -            -"],
  ] as const)("shows %s by B10: %s", (who, row) => {
    expect(states.map((state) => seen(who, state))).toEqual(row.trim().split(/\s+/));
  });

  it("000-13 leaves who reviews and comes from the applying centre nothing", () => {
    const own = anApplication({ centreKey: people.economist.centreKey });
    expect(states.map((state) => seen("economist", state, own))).toEqual(["-", "-", "-", "-", "-", "-"]);
    expect(seen("substitute", "blind", own)).toBe("EOTMs");
  });

  it("leaves a head who reviews the applicant's side of the own centre's application, for the approval", () => {
    const own = anApplication({ centreKey: people.chair.centreKey });
    const row = ["EOTM", "EOTM", "EOTM", "EOTM", "EOTM", "EOTMSD"];
    expect(states.map((state) => seen("chair", state, own))).toEqual(row);
  });

  it("gives the deputy the chair's view of what the chair is recused for, once it is put up", () => {
    const own = anApplication({ centreKey: people.chair.centreKey });
    const recommendation = aRecommendation([aLine(own, { packet: "deputy" })]);
    const pool = aPool({ recommendations: [recommendation] });
    expect(seen("deputy", "blind", own)).toBe("-");
    expect(seen("deputy", "recommended", own, { pool })).toBe("EOTMSRNXDA");
  });

  it("R-31 leaves who has declared a conflict nothing, whatever other roles", () => {
    const application = anApplication();
    for (const who of ["economist", "chair", "adviser"] as const) {
      const reviews = [aRecusal({ reviewerKey: people[who].key }, application)];
      expect(states.map((state) => seen(who, state, application, { reviews }))).toEqual(["-", "-", "-", "-", "-", "-"]);
    }
  });

  it("gives who reviews in the round the reviewer's blind view, secretariat and directors too", () => {
    const round = aRound({ reviewerKeys: [people.secretary.key, people.director.key, people.economist.key] });
    expect(seen("secretary", "blind", anApplication(), { round })).toBe("EOTMs");
    expect(seen("director", "blind", anApplication(), { round })).toBe("EOTMs");
    expect(seen("secretary", "visible", anApplication(), { round })).toBe("EOTMsSRNXDA");
  });

  it.each(["secretary", "director", "officer", "adviser"] as const)(
    "R-33 gives the %s who applies, or heads the applying centre, the applicant's side only",
    (who) => {
      const row = ["EOTM", "EOTM", "EOTM", "EOTM", "EOTM", "EOTMSD"];
      const { key: applicantKey, centreKey } = people[who];
      const own = anApplication({ applicantKey, centreKey });
      expect(states.map((state) => seen(who, state, own))).toEqual(row);
      const headed = anApplication({ centreKey: people.head.centreKey });
      const head = anActor(who, { headOf: [people.head.centreKey] });
      for (const state of states) {
        const round = records(headed, state);
        const [application = headed] = round.applications;
        const access = applicationAccess(head, application, round, reviewProgress(round), clock[state]);
        expect(access.has("remarks") || access.has("reviewer-names") || access.has("notes")).toBe(false);
      }
    },
  );

  it("keeps the secretariat of the applying centre at work: it scores nothing", () => {
    expect(seen("secretary", "visible", anApplication({ centreKey: people.secretary.centreKey }))).toBe("EOTMSRNXDA");
  });

  it("ends blindness early with the last review", () => {
    const reviews = [people.chair, people.economist, people.spokesman].map(({ key }) => aReview({ reviewerKey: key }));
    expect(seen("economist", "blind", anApplication(), { reviews })).toBe("EOTMsSRNX");
  });

  it("shows nothing more of what was withdrawn or returned to those who handled it", () => {
    const withdrawn = anApplication({ withdrawnAt: springClock.open });
    expect(seen("economist", "blind", withdrawn)).toBe("-");
    expect(seen("otherHead", "blind", withdrawn)).toBe("-");
    expect(seen("applicant", "blind", withdrawn)).toBe("EOTM");
  });
});

describe("maySeeRanking", () => {
  const may = (who: PersonName, state: State, overrides: Partial<RoundState> = {}) => {
    const round = records(anApplication(), state, overrides);
    return maySeeRanking(anActor(who), round, reviewProgress(round), clock[state]);
  };

  it.each([
    //                submitted  blind  visible  recommended  decided
    ["secretary", [false, true, true, true, true]],
    ["chair", [false, false, true, true, true]],
    ["economist", [false, false, true, true, true]],
    ["substitute", [false, false, true, true, true]],
    ["deputy", [false, false, false, true, true]],
    ["director", [false, false, false, false, false]],
    ["head", [false, false, false, false, false]],
    ["administrator", [false, false, false, false, false]],
  ] as const)("%s: %j", (who, expected) => {
    expect(states.slice(1).map((state) => may(who, state))).toEqual(expected);
  });

  it("is open to the chair who does not review, and to directors when all is decided", () => {
    const round = aRound({ reviewerKeys: [people.economist.key, people.spokesman.key, people.substitute.key] });
    expect(may("chair", "blind", { round })).toBe(true);
    const recommendation = aRecommendation([aLine(anApplication())]);
    const packets = recommendation.packets.map((packet) => ({ ...packet, decidedAt: springClock.deciding }));
    expect(may("director", "decided", { pool: aPool({ recommendations: [{ ...recommendation, packets }] }) })).toBe(
      true,
    );
  });
});
