import type { Machine } from "#sharepoint/client/unit-scheduler.ts";

/** A machine whose time passes only by sleeping: tests wait hours in no time. */
export interface VirtualMachine extends Machine {
  /** Every sleep so far, in milliseconds. */
  readonly slept: number[];
  /** Lets time pass without anybody sleeping. */
  readonly pass: (milliseconds: number) => void;
}

/** Begins at 2026-01-05T09:00:00Z; chance always gives `random`. */
export function virtualMachine(random = 0.5): VirtualMachine {
  let now = Date.parse("2026-01-05T09:00:00Z");
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    random: () => random,
    pass: (milliseconds) => {
      now += milliseconds;
    },
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      slept.push(milliseconds);
      // Give everybody else a turn before time moves, as a real wait would.
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      now += milliseconds;
    },
  };
}
