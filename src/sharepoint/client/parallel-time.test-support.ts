import type { Machine } from "./unit-scheduler.ts";

/** A machine on which many wait at once and time jumps to whoever is due next: an hour takes no time. */
export interface ParallelTime extends Machine {
  /** Milliseconds since the start. */
  readonly passed: () => number;
  /** Runs the work to its end. Throws when nobody waits for anything and it still does not end. */
  readonly run: <T>(work: Promise<T>) => Promise<T>;
}

interface Sleeper {
  readonly at: number;
  readonly turn: number;
  readonly wake: () => void;
}

const TURNS_TO_SETTLE = 4;
const TURNS_UNTIL_STUCK = 2000;

/** Begins at 2026-01-05T09:00:00Z; the same seed gives the same chance. */
export function parallelTime(seed = 1): ParallelTime {
  const start = Date.parse("2026-01-05T09:00:00Z");
  const random = seededRandom(seed);
  const sleepers = new Set<Sleeper>();
  let now = start;
  let turns = 0;

  function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        sleepers.delete(sleeper);
        reject(signal?.reason instanceof Error ? signal.reason : new Error("aborted"));
      };
      const wake = () => {
        sleepers.delete(sleeper);
        signal?.removeEventListener("abort", giveUp);
        resolve();
      };
      turns += 1;
      const sleeper: Sleeper = { at: now + milliseconds, turn: turns, wake };
      sleepers.add(sleeper);
      if (signal?.aborted) giveUp();
      else signal?.addEventListener("abort", giveUp, { once: true });
    });
  }

  function wakeNext(): boolean {
    const due = [...sleepers].toSorted((a, b) => a.at - b.at || a.turn - b.turn)[0];
    if (due === undefined) return false;
    now = Math.max(now, due.at);
    due.wake();
    return true;
  }

  async function run<T>(work: Promise<T>): Promise<T> {
    let ended = false;
    const end = () => {
      ended = true;
    };
    work.then(end, end);
    for (let idle = 0; !ended; ) {
      // Everything that can go on without time passing goes on first.
      for (let turn = 0; turn < TURNS_TO_SETTLE && !ended; turn += 1) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (ended) break;
      idle = wakeNext() ? 0 : idle + 1;
      if (idle > TURNS_UNTIL_STUCK) throw new Error("Nobody waits for time to pass, and the work does not end");
    }
    return work;
  }

  return { now: () => now, random, sleep, passed: () => now - start, run };
}

/** Mulberry32. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
