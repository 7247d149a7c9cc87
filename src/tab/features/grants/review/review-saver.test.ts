import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ReviewItem } from "#contract/reviews.ts";
import { ApiProblem } from "../../../host/api-problem.ts";
import { aReviewItem } from "../../../testing/answers.ts";
import { ReviewSaver } from "./review-saver.ts";

const item = aReviewItem("EF26-02");
const { key } = item.application;
const withReason = (reason: string): ReviewItem["answers"] => ({ ...item.answers, reason });

/** A saver whose requests are answered by hand, in the order they were sent. */
function aSaver() {
  const sent: {
    readonly request: string;
    readonly answer: () => void;
    readonly fail: (problem: ApiProblem) => void;
  }[] = [];
  const saver = new ReviewSaver(
    (_key, { answers, give }) =>
      new Promise<ReviewItem>((resolve, reject) => {
        const answer = () => {
          resolve({ ...item, answers, state: give ? "given" : "begun" });
        };
        sent.push({ request: `${give ? "give" : "save"} ${answers.reason}`, answer, fail: reject });
      }),
  );
  return { saver, sent, requests: () => sent.map(({ request }) => request) };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the saver of reviews", () => {
  test("sends the newer answers only when the older are answered, so that they never write over them", async () => {
    const { saver, sent, requests } = aSaver();
    saver.edit(item, withReason("first"));
    void saver.flush(key);
    saver.edit(item, withReason("first and second"));
    void saver.flush(key);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(requests()).toEqual(["save first"]);
    sent[0]?.answer();
    await settle();
    expect(requests()).toEqual(["save first", "save first and second"]);
    sent[1]?.answer();
    await settle();
    expect(saver.workOf(item).state).toBe("saved");
  });

  test("hands in after a half review that is on its way, with the answers as they stood at the press", async () => {
    const { saver, sent, requests } = aSaver();
    saver.edit(item, withReason("half"));
    void saver.flush(key);
    saver.edit(item, withReason("whole"));
    const given = saver.give(item);
    expect(saver.workOf(item).state).toBe("saving");
    saver.edit(item, withReason("whole, and more"));
    expect(requests()).toEqual(["save half"]);
    sent[0]?.answer();
    await settle();
    expect(requests()).toEqual(["save half", "give whole"]);
    sent[1]?.answer();
    expect(await given).toMatchObject({ state: "given" });
    expect(saver.workOf(item)).toMatchObject({ state: "changed", answers: { reason: "whole, and more" } });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(requests()).toHaveLength(2);
  });

  test("hands in although the half review before it failed", async () => {
    const { saver, sent, requests } = aSaver();
    saver.edit(item, withReason("half"));
    void saver.flush(key);
    const given = saver.give(item);
    sent[0]?.fail(new ApiProblem({ status: 503, code: "unavailable" }));
    await settle();
    expect(requests()).toEqual(["save half", "give half"]);
    sent[1]?.answer();
    expect(await given).toMatchObject({ state: "given" });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests()).toHaveLength(2);
  });
});
