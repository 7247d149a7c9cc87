import { describe, expect, it } from "vitest";
import { aReview, criteria, someAnswers } from "#test/builders/grants.ts";
import type { Review, ScorePoint } from "./review.ts";
import { disagreements } from "./weighted-score.ts";

const given = (...scores: readonly ScorePoint[]): Review => aReview({ answers: someAnswers(scores) });

describe("criteria on which reviewers disagree", () => {
  it("are those with two points or more between the lowest and the highest", () => {
    const reviews = [given(5, 4, 3, 2, 1), given(3, 3, 3, 3, 4), given(4, 3, 3, 4, 2)];
    expect(disagreements(reviews, criteria)).toEqual([
      { code: "K1", low: 3, high: 5 },
      { code: "K4", low: 2, high: 4 },
      { code: "K5", low: 1, high: 4 },
    ]);
  });

  it("are none with one reviewer, or none", () => {
    expect([disagreements([given(5, 1, 5, 1, 5)], criteria), disagreements([], criteria)]).toEqual([[], []]);
  });
});
