import { describe, expect, it } from "vitest";
import { keyOf } from "#domain/shared/keys.ts";
import { at } from "#test/builders/clock.ts";
import { aRecommendation, aReview } from "#test/builders/grants.ts";
import { setAsideReview } from "./set-aside-review.ts";

const recommendation = aRecommendation([], { recommendedAt: at("2022-04-27 10:00") });
const before = aReview({ state: "given", givenAt: at("2022-04-20 10:00"), late: false });
const anew = { ...before, givenAt: at("2022-04-27 09:59"), answers: { ...before.answers, reason: "Ny" } };
const aside = (current: typeof before, earlier: typeof before | undefined) =>
  setAsideReview(
    current,
    earlier,
    recommendation,
    { commandKey: keyOf("press") },
    { personKey: keyOf("reviewer") },
    at("2022-04-27 10:01"),
  );

describe("setAsideReview", () => {
  it("lets what the list rests on stand, and leaves a line in the log", () => {
    const put = aside(anew, before);
    expect([put.answers, put.givenAt, put.late]).toEqual([before.answers, before.givenAt, false]);
    expect(put.log.tail.at(-1)).toMatchObject({ action: "review-put-back" });
    expect(put.log.tail.some(({ commandKey }) => commandKey === keyOf("press"))).toBe(false);
  });

  it("keeps a first review that the list does not rest on, marked late, once", () => {
    const begun = { ...before, state: "begun" as const, givenAt: undefined };
    const late = aside(anew, begun);
    expect(late).toMatchObject({ late: true, answers: anew.answers, givenAt: anew.givenAt });
    expect(aside(anew, undefined)).toMatchObject({ late: true });
    expect(aside(late, begun)).toBe(late);
  });

  it("leaves alone who has stepped out meanwhile", () => {
    const out = { ...before, state: "recused" as const };
    expect(aside(out, before)).toBe(out);
  });
});
