import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ChangeEvent } from "#contract/events.ts";
import { followChanges } from "./follow-changes.ts";

/** A response whose body comes in these pieces and then ends. */
function inPieces(...pieces: readonly string[]): Response {
  const bytes = pieces.map((piece) => new TextEncoder().encode(piece));
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of bytes) controller.enqueue(piece);
      controller.close();
    },
  });
  return new Response(body);
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("followChanges", () => {
  test("reads lines across pieces and skips heartbeats and what it does not know", async () => {
    const seen: ChangeEvent[] = [];
    const stop = new AbortController();
    const open = vi.fn(() =>
      Promise.resolve(
        inPieces(
          '{"kind":"hello","topics":[]}\n\n{"kind":"chan',
          'ged","topics":["overview"]}\n{"kind":"new"}\nno json\n',
        ),
      ),
    );
    const following = followChanges({ open }, (event) => seen.push(event), stop.signal);
    await vi.advanceTimersByTimeAsync(500);
    stop.abort();
    await following;
    expect(seen).toEqual([
      { kind: "hello", topics: [] },
      { kind: "changed", topics: ["overview"] },
    ]);
    expect(open).toHaveBeenCalledTimes(1);
  });

  test("opens again after a break, with growing pauses, until it is told to stop", async () => {
    const stop = new AbortController();
    const open = vi.fn(() => Promise.reject(new Error("no connection")));
    const following = followChanges({ open }, () => undefined, stop.signal);
    await vi.advanceTimersByTimeAsync(999);
    expect(open).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1 + 2000 + 4000);
    expect(open).toHaveBeenCalledTimes(4);
    stop.abort();
    await following;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(open).toHaveBeenCalledTimes(4);
  });
});
