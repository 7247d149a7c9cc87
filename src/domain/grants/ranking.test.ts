import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kr, type Oere, oere } from "#domain/shared/money.ts";
import { at } from "#test/builders/clock.ts";
import { aCriterion, anApplication, aReview, criteria, someAnswers } from "#test/builders/grants.ts";
import { mostOptimised, optimise, optimumChange } from "./optimise.ts";
import { proposeReason } from "./propose-reason.ts";
import { rankApplications, type Scored } from "./rank-applications.ts";
import type { ScorePoint } from "./review.ts";
import { criterionMeans, weightedScoreTenths } from "./weighted-score.ts";

const review = (...scores: readonly ScorePoint[]) => aReview({ answers: someAnswers(scores) });

/** The eight spring applications in the order of their numbers: amount in thousands and scores on K1-K5. */
const spring: readonly (readonly [string, number, readonly ScorePoint[]])[] = [
  ["FR22-01", 95, [5, 4, 5, 4, 4]],
  ["FR22-02", 60, [4, 5, 4, 4, 4]],
  ["FR22-03", 120, [4, 4, 4, 3, 3]],
  ["FR22-04", 85, [5, 3, 4, 4, 4]],
  ["FR22-05", 45, [4, 4, 5, 4, 3]],
  ["FR22-06", 70, [3, 3, 3, 4, 4]],
  ["FR22-07", 30, [3, 2, 2, 3, 4]],
  ["FR22-08", 110, [4, 2, 4, 2, 3]],
];
const scored = (number: string, amount: number, ...reviews: ReturnType<typeof review>[]): Scored => ({
  application: anApplication({ number, requestedOere: kr(amount) }),
  counted: reviews,
});
const springScored = spring.map(([number, amount, scores]) => scored(number, amount * 1_000, review(...scores)));
const frame = kr(300_000);
const numbers = (lines: ReturnType<typeof rankApplications>) => lines.map((line) => line.application.number);

describe("weightedScoreTenths", () => {
  it("000-14 gives 5-4-5-4-4 with weights 30/20/20/15/15 the score 90,0", () => {
    expect(weightedScoreTenths([review(5, 4, 5, 4, 4)], criteria)).toBe(900);
  });

  it("000-14 weighs the means of several reviewers and rounds half a tenth up once", () => {
    expect(weightedScoreTenths([review(5, 4, 5, 4, 4), review(4, 5, 4, 4, 4)], criteria)).toBe(870);
    // 30 × 13/3 + 20 × 4 + … = 412 / 5 = 82,4 only when the mean is not rounded first.
    expect(weightedScoreTenths([review(5, 4, 4, 4, 4), review(4, 4, 4, 4, 4), review(4, 4, 4, 4, 4)], criteria)).toBe(
      820,
    );
    const odd = [aCriterion("K1", 51), aCriterion("K2", 49)];
    const four = [review(1, 2), review(1, 1), review(1, 1), review(1, 1)];
    // (51 × 4 + 49 × 5) × 2 / 4 = 224,5 tenths.
    expect(weightedScoreTenths(four, odd)).toBe(225);
  });

  it("counts nothing for a criterion that was not scored", () => {
    expect(weightedScoreTenths([review(5, 5, 5, 5)], criteria)).toBe(850);
  });

  it("is 0 without reviews, 1000 for fives and 200 for ones", () => {
    expect(weightedScoreTenths([], criteria)).toBe(0);
    expect(weightedScoreTenths([review(5, 5, 5, 5, 5)], criteria)).toBe(1000);
    expect(weightedScoreTenths([review(1, 1, 1, 1, 1)], criteria)).toBe(200);
  });
});

describe("criterionMeans", () => {
  it("are the means of the given scores", () => {
    expect(criterionMeans([review(5, 4, 5, 4, 4), review(4, 4, 4, 4, 4)], criteria)).toMatchObject({ K1: 4.5, K2: 4 });
    expect(criterionMeans([], criteria)).toEqual({});
  });
});

describe("rankApplications", () => {
  it("000-15 supports the four best of the spring with 285.000, and nobody jumps the line", () => {
    const lines = rankApplications(springScored, criteria, frame);
    expect(
      lines.map((line) => [line.application.number, line.scoreTenths, line.cut, line.restAfterOere / 100]),
    ).toEqual([
      ["FR22-01", 900, "fits", 205_000],
      ["FR22-02", 840, "fits", 145_000],
      ["FR22-04", 820, "fits", 60_000],
      ["FR22-05", 810, "fits", 15_000],
      ["FR22-03", 740, "does-not-fit", 15_000],
      ["FR22-06", 660, "below-the-line", 15_000],
      ["FR22-08", 630, "below-the-line", 15_000],
      ["FR22-07", 550, "below-the-line", 15_000],
    ]);
    expect(lines.map((line) => line.rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(lines[0]?.spread).toEqual({ lowTenths: 900, highTenths: 900 });
  });

  it("000-21 offers the rest to the first that does not fit, and only to that one", () => {
    const lines = rankApplications(springScored, criteria, frame, true);
    expect(lines.map((line) => line.outcome)).toEqual([
      "award",
      "award",
      "award",
      "award",
      "partial-award",
      "rejection",
      "rejection",
      "rejection",
    ]);
    expect(lines[4]).toMatchObject({ cut: "partial-offered", grantOere: kr(15_000), restAfterOere: 0 });
  });

  it("000-21 offers nothing when nothing is left", () => {
    const lines = rankApplications(springScored, criteria, kr(95_000), true);
    expect(lines.map((line) => line.cut).slice(0, 3)).toEqual(["fits", "does-not-fit", "below-the-line"]);
  });

  it("breaks a tie by the first criterion, then the lower amount, then the earlier press, then the key", () => {
    const [high, low] = [review(5, 1, 3, 3, 3), review(3, 4, 3, 3, 3)];
    expect(numbers(rankApplications([scored("B", 10, low), scored("A", 90, high)], criteria, frame))).toEqual([
      "A",
      "B",
    ]);
    expect(numbers(rankApplications([scored("B", 90, low), scored("A", 10, low)], criteria, frame))).toEqual([
      "A",
      "B",
    ]);
    const pressed = (number: string, time: string): Scored => ({
      application: anApplication({ number, pressedAt: at(time) }),
      counted: [low],
    });
    const [first, second] = [pressed("A", "2022-03-18T10:00:00.000Z"), pressed("B", "2022-03-18T10:00:00.001Z")];
    expect(numbers(rankApplications([second, first], criteria, frame))).toEqual(["A", "B"]);
    expect(numbers(rankApplications([first, second], criteria, frame))).toEqual(["A", "B"]);
    const same = [scored("A", 10, low), scored("B", 10, low)];
    expect(numbers(rankApplications(same, criteria, frame))).toEqual(
      numbers(rankApplications(same.toReversed(), criteria, frame)),
    );
    expect(rankApplications([scored("A", 10), scored("B", 10)], [], frame)).toHaveLength(2);
  });

  it("shows how far reviewers are apart", () => {
    const apart = scored("A", 10, review(3, 3, 3, 3, 3), review(5, 5, 5, 5, 5), review(1, 1, 1, 1, 1));
    expect(rankApplications([apart], criteria, frame)[0]).toMatchObject({
      scoreTenths: 600,
      spread: { lowTenths: 200, highTenths: 1000 },
    });
  });

  it("never grants more than the frame, never below a line that did not fit, in any order of the list", () => {
    const point = fc.constantFrom<ScorePoint>(1, 2, 3, 4, 5);
    const one = fc.tuple(fc.integer({ min: 1, max: 300_000 }), fc.tuple(point, point, point, point, point));
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 12 }),
        fc.integer({ min: 0, max: 600_000 }),
        fc.boolean(),
        (list, money, offer) => {
          const all = list.map(([amount, scores], index) => scored(`A${index}`, amount, review(...scores)));
          const lines = rankApplications(all, criteria, kr(money), offer);
          expect(lines.reduce((sum, line) => sum + line.grantOere, 0)).toBeLessThanOrEqual(kr(money));
          const cut = lines.findIndex((line) => line.cut !== "fits");
          expect(lines.slice(cut + 1).every((line) => cut < 0 || line.grantOere === 0)).toBe(true);
          expect(rankApplications(all.toReversed(), criteria, kr(money), offer)).toEqual(lines);
        },
      ),
    );
  });
});

describe("optimise", () => {
  it("000-16 would drop FR22-04 for FR22-06 and FR22-07 to use 300.000", () => {
    const lines = rankApplications(springScored, criteria, frame);
    const optimum = optimise(lines, frame);
    const chosen = lines.filter((line) => optimum?.applicationKeys.includes(line.application.key));
    expect(numbers(chosen)).toEqual(["FR22-01", "FR22-02", "FR22-05", "FR22-06", "FR22-07"]);
    expect(optimum).toMatchObject({ totalOere: frame, totalTenths: 3760 });
  });

  it("000-16 says by number what would come in and what would give way, and the points of both", () => {
    expect(optimumChange(rankApplications(springScored, criteria, frame), frame)).toEqual({
      joins: ["FR22-06", "FR22-07"],
      leaves: ["FR22-04"],
      totalOere: frame,
      pointsTenths: 3760,
      listTenths: 3370,
    });
  });

  it("is silent where the list itself gives most points", () => {
    const few = springScored.slice(0, 2);
    expect(optimumChange(rankApplications(few, criteria, frame), frame)).toBeUndefined();
  });

  it("agrees with trying every choice", () => {
    const point = fc.constantFrom<ScorePoint>(1, 2, 3, 4, 5);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), point), { maxLength: 8 }),
        fc.nat(200),
        (list, money) => {
          const lines = rankApplications(
            list.map(([amount, score], index) =>
              scored(`A${index}`, amount, review(score, score, score, score, score)),
            ),
            criteria,
            oere(0),
          );
          let best = 0;
          for (let choice = 0; choice < 2 ** lines.length; choice++) {
            const taken = lines.filter((_line, index) => (choice >> index) % 2 === 1);
            const cost = taken.reduce<number>((sum, line) => sum + line.application.requestedOere, 0);
            if (cost <= kr(money))
              best = Math.max(
                best,
                taken.reduce((sum, line) => sum + line.scoreTenths, 0),
              );
          }
          expect(optimise(lines, kr(money))?.totalTenths).toBe(best);
        },
      ),
    );
  });

  it("is not worked out for a long list", () => {
    const long = Array.from({ length: mostOptimised + 1 }, (_each, index) => scored(`A${index}`, 1));
    expect(optimise(rankApplications(long, criteria, frame), frame)).toBeUndefined();
  });
});

describe("proposeReason", () => {
  const reasons = (offer: boolean, money: Oere = frame, list = springScored) => {
    const lines = rankApplications(list, criteria, money, offer);
    return new Map(lines.map((line) => [line.application.number, proposeReason(line, money, criteria)]));
  };

  it("R-34 names the criteria with own scores below four spelled out, the frame, and nothing of what others get", () => {
    expect(reasons(false).get("FR22-03")).toBe(
      "Projektet falder inden for puljens formål, men er vurderet lavere på kriterierne ”Kriterium K4” og ”Kriterium K5”. " +
        "Rammen på 300.000\u00a0kr. fordeles efter den samlede vurdering, og der er ikke nok tilbage til projektet.",
    );
    expect(reasons(false).get("FR22-07")).toContain("og andre projekter står foran");
    expect(reasons(false).get("FR22-01")).toBe("");
  });

  it("R-34 explains a partial award, and a frame that is too small for anybody", () => {
    expect(reasons(true).get("FR22-03")).toContain("De resterende 15.000\u00a0kr. tilbydes som delvist tilsagn.");
    expect(reasons(false, kr(10_000)).get("FR22-01")).toContain("Rammen på 10.000\u00a0kr.");
  });

  it("R-33 says the same whatever the others get: neither a sum nor a number tells a line that is kept from its reader", () => {
    // The dearest of those above asks for so little that more of the frame is left, and still not enough.
    const cheaper = springScored.map((each) =>
      each.application.number === "FR22-04"
        ? { ...each, application: { ...each.application, requestedOere: kr(84_000) } }
        : each,
    );
    expect(reasons(false, frame, cheaper).get("FR22-03")).toBe(reasons(false).get("FR22-03"));
    expect(reasons(true).get("FR22-07")).toBe(reasons(false).get("FR22-07"));
  });

  it("R-34 writes of one criterion as one, and praises what has no low score", () => {
    const two = scored("A", 300_001, review(4, 4, 4, 4, 3), review(4, 4, 4, 4, 4));
    expect(reasons(false, frame, [two]).get("A")).toContain("lavere på kriteriet ”Kriterium K5”. Rammen");
    const good = scored("A", 300_001, review(4, 4, 4, 4, 4));
    expect(reasons(false, frame, [good]).get("A")).toContain("er vurderet højt");
  });
});
