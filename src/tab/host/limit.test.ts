import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { toHostTheme } from "./host.ts";
import { LimitError, withLimit } from "./limit.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("withLimit", () => {
  test("hands on an answer that comes in time", async () => {
    expect(await withLimit(Promise.resolve(7), 1000, "Teams")).toBe(7);
  });

  test("gives up on a host that never answers", async () => {
    const waiting = withLimit(new Promise(() => undefined), 8000, "Teams");
    const failure = expect(waiting).rejects.toBeInstanceOf(LimitError);
    await vi.advanceTimersByTimeAsync(8000);
    await failure;
  });
});

describe("toHostTheme", () => {
  test("knows dark and contrast, and takes anything else as light", () => {
    expect(["default", "dark", "contrast", "glass", undefined].map(toHostTheme)).toEqual([
      "default",
      "dark",
      "contrast",
      "default",
      "default",
    ]);
  });
});
