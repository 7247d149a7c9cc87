import { MutationObserver, onlineManager, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ApiProblem } from "../host/api-problem.ts";
import { createQueryClient } from "./query-client.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** When a read that always fails so is asked for, in milliseconds since the first. */
async function asked(problem: () => ApiProblem): Promise<readonly number[]> {
  const queries = createQueryClient();
  const start = Date.now();
  const times: number[] = [];
  const queryFn = () => {
    times.push(Date.now() - start);
    return Promise.reject(problem());
  };
  const stop = new QueryObserver(queries, { queryKey: ["x"], queryFn }).subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(100_000);
  stop();
  queries.clear();
  return times;
}

describe("T04 what is asked again", () => {
  test.each([500, 502, 503, 504, 429])(
    "T04 a read that fails with %i, five times within half a minute, each pause longer",
    async (status) => {
      const times = await asked(() => new ApiProblem({ status, code: "unavailable" }));
      expect(times).toHaveLength(5);
      expect(times.at(-1)).toBeLessThan(30_000);
      const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
      expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    },
  );

  test("T01 a read never before the service wants it", async () => {
    const times = await asked(() => new ApiProblem({ status: 503, code: "throttled", retryAfterS: 15 }));
    expect(times).toEqual([0, 15_000, 30_000, 45_000, 60_000]);
  });

  test.each([
    ["a refusal", new ApiProblem({ status: 403, code: "forbidden" })],
    ["a missing sign-in", new ApiProblem({ status: 401, code: "sign-in-needed" })],
    ["half a minute of silence", new ApiProblem({ status: 0, code: "no-answer" })],
  ])("not %s", async (_, problem) => {
    expect(await asked(() => problem)).toEqual([0]);
  });

  test("never a write, and without a network it fails instead of waiting to be done unseen", async () => {
    const queries = createQueryClient();
    onlineManager.setOnline(false);
    const write = vi.fn(() => Promise.reject(new ApiProblem({ status: 0, code: "offline" })));
    const failed = new MutationObserver(queries, { mutationFn: write }).mutate().catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(100_000);
    expect(await failed).toMatchObject({ code: "offline" });
    expect(write).toHaveBeenCalledTimes(1);
    onlineManager.setOnline(true);
  });
});
