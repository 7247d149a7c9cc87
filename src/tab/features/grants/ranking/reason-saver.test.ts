import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ApiProblem } from "../../../host/api-problem.ts";
import { type ReasonOf, ReasonSaver } from "./reason-saver.ts";

const rejection: ReasonOf = { applicationKey: "ef26-06", outcome: "rejection" };
const award: ReasonOf = { applicationKey: "ef26-05", outcome: "partial-award" };

/** A saver whose requests are answered by hand, in the order they were sent. */
function aSaver() {
  const sent: { readonly reason: string; readonly answer: () => void; readonly fail: (problem: ApiProblem) => void }[] =
    [];
  const saver = new ReasonSaver(
    ({ reason }) =>
      new Promise<void>((resolve, reject) => {
        sent.push({ reason, answer: resolve, fail: reject });
      }),
  );
  return { saver, sent, reasons: () => sent.map(({ reason }) => reason) };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the saver of reasons", () => {
  test("sends the newer words only when the older are answered, so that they never write over them", async () => {
    const { saver, sent, reasons } = aSaver();
    saver.edit(rejection, "first");
    void saver.flush();
    saver.edit(rejection, "first and second");
    void saver.flush();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reasons()).toEqual(["first"]);
    sent[0]?.answer();
    await settle();
    expect(reasons()).toEqual(["first", "first and second"]);
    expect(saver.find(rejection)?.state).toBe("saving");
    sent[1]?.answer();
    await settle();
    expect(saver.find(rejection)).toBeUndefined();
    expect(saver.isSaved(rejection)).toBe(true);
  });

  test("does not let one reason wait for another", () => {
    const { saver, reasons } = aSaver();
    saver.edit(rejection, "one");
    saver.edit(award, "other");
    void saver.flush();
    expect(reasons()).toEqual(["one", "other"]);
  });

  test("is done flushing when what was already on its way is answered too", async () => {
    const { saver, sent } = aSaver();
    const flushed = vi.fn();
    saver.edit(rejection, "words");
    void saver.flush();
    void saver.flush().then(flushed);
    await settle();
    expect(flushed).not.toHaveBeenCalled();
    sent[0]?.answer();
    await settle();
    expect(flushed).toHaveBeenCalledOnce();
    expect(sent).toHaveLength(1);
  });

  test("lets go of what is saved, so that a colleague's newer words show", async () => {
    const { saver, sent } = aSaver();
    saver.edit(rejection, "words");
    void saver.flush();
    sent[0]?.answer();
    await settle();
    expect(saver.find(rejection)).toBeUndefined();
    expect(saver.isWaiting()).toBe(false);
    saver.edit(rejection, "other words");
    expect(saver.isSaved(rejection)).toBe(false);
  });

  test("waits as long as the service asks before it tries again, then sends what stands there by then", async () => {
    const { saver, sent, reasons } = aSaver();
    saver.edit(rejection, "words");
    void saver.flush();
    sent[0]?.fail(new ApiProblem({ status: 429, code: "throttled", retryAfterS: 20 }));
    await vi.advanceTimersByTimeAsync(19_000);
    expect(saver.find(rejection)?.state).toBe("retrying");
    expect(reasons()).toEqual(["words"]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(reasons()).toEqual(["words", "words"]);
  });

  test("asks before closing for a refused reason that can be mended, and not where the list is put up", async () => {
    const { saver, sent } = aSaver();
    saver.edit(rejection, "010180-1234");
    void saver.flush();
    sent[0]?.fail(new ApiProblem({ status: 422, code: "incomplete" }));
    await settle();
    expect(saver.find(rejection)).toMatchObject({ state: "refused", reason: "010180-1234" });
    expect(saver.isWaiting()).toBe(true);
    saver.edit(rejection, "words");
    void saver.flush();
    sent[1]?.fail(new ApiProblem({ status: 409, code: "already-recommended" }));
    await settle();
    expect(saver.isWaiting()).toBe(false);
    expect(saver.find(rejection)?.reason).toBe("words");
  });

  test("forgets everything once the list is put up, whatever is answered afterwards", async () => {
    const { saver, sent } = aSaver();
    saver.edit(rejection, "words");
    void saver.flush();
    saver.done();
    sent[0]?.fail(new ApiProblem({ status: 409, code: "already-recommended" }));
    await settle();
    expect(saver.find(rejection)).toBeUndefined();
  });
});
