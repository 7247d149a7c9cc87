import type { VirtualMachine } from "../contract/virtual-machine.ts";
import type { Chance } from "./seeded.ts";

/**
 * A machine many wait on at once: time stands still while anybody works and then goes on to the moment the first of
 * those who sleep wakes, so that waits overlap as they do in life and nobody waits in earnest.
 */
export function sharedTime(chance: Chance, start = "2026-01-05T09:00:00Z"): VirtualMachine {
  let now = Date.parse(start);
  let isPumping = false;
  const slept: number[] = [];
  const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();

  async function pump(): Promise<void> {
    isPumping = true;
    while (sleepers.size > 0) {
      // Whoever is awake gets turns enough to end in an answer or in the next wait.
      for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      const first = [...sleepers].reduce((a, b) => (b.until < a.until ? b : a));
      sleepers.delete(first);
      now = Math.max(now, first.until);
      first.wake();
    }
    isPumping = false;
  }

  return {
    slept,
    now: () => now,
    random: () => chance(1_000_000) / 1_000_000,
    pass: (milliseconds) => {
      now += milliseconds;
    },
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      slept.push(milliseconds);
      await new Promise<void>((wake) => {
        sleepers.add({ until: now + milliseconds, wake });
        if (!isPumping) void pump();
      });
      signal?.throwIfAborted();
    },
  };
}
