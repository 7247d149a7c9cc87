import type { Context, Middleware } from "@microsoft/microsoft-graph-client";
import { type CallNote, noteOf } from "./call-note.ts";
import { isAmbiguousStatus } from "./graph-error.ts";
import { ForeignOriginError, middleware } from "./pipeline.ts";
import { retryAfterMs } from "./retry-after.ts";
import type { Machine, UnitScheduler } from "./unit-scheduler.ts";

/** How long a call may be tried: a person waits 30 s, background work 15 minutes (quality.md 1.1). */
const PATIENCE_MS = { people: 30_000, poll: 60_000, projections: 900_000, reserve: 30_000 } as const;
const MAX_UNCLEAR_ATTEMPTS = 8;
const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 16_000;
/** When 429 comes without Retry-After. */
const UNTOLD_WAIT_MS = 5000;

/** One attempt's end: an answer or an exception. */
interface Attempt {
  readonly response: Response | undefined;
  readonly thrown: unknown;
}

/**
 * Waits the full Retry-After of 429 and 503; repeats 500, 502, 504 and broken connections with backoff and full
 * jitter only where repeating is harmless. A create is never repeated here: its unclear end is told to the caller.
 */
export function retry(machine: Machine, scheduler: UnitScheduler, log: (event: RetryEvent) => void): Middleware {
  return middleware(async (context, next) => {
    const note = noteOf(context);
    const deadline = machine.now() + PATIENCE_MS[note.facts.lane];
    for (let attempt = 1; ; attempt += 1) {
      await scheduler.acquire(note.facts.lane, note.facts.units, note.facts.signal);
      const end = await runOnce(context, note, next);
      const wait = waitBefore(end, note, attempt, machine, scheduler);
      if (wait === undefined || machine.now() + wait > deadline) {
        if (end.response === undefined) throw end.thrown;
        return;
      }
      log({ event: "graph-retry", attempt, status: end.response?.status, waitMs: wait });
      await machine.sleep(wait, note.facts.signal);
    }
  });
}

/** What the log is told: figures only, no address and no content. */
export interface RetryEvent {
  readonly event: "graph-retry";
  readonly attempt: number;
  readonly status: number | undefined;
  readonly waitMs: number;
}

/** Full jitter: anywhere between nothing and the doubled step. */
export function backoffMs(attempt: number, random: () => number): number {
  return Math.ceil(random() * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt));
}

async function runOnce(context: Context, note: CallNote, next: () => Promise<void>): Promise<Attempt> {
  delete context.response;
  note.thrown = undefined;
  note.unclearBefore = note.unclearAttempts;
  try {
    await next();
    return { response: context.response, thrown: undefined };
  } catch (thrown) {
    note.thrown = thrown;
    if (note.facts.signal?.aborted || thrown instanceof ForeignOriginError) throw thrown;
    return { response: undefined, thrown };
  }
}

/** Milliseconds to wait before the next attempt; undefined when this was the last. */
function waitBefore(
  end: Attempt,
  note: CallNote,
  attempt: number,
  machine: Machine,
  scheduler: UnitScheduler,
): number | undefined {
  const status = end.response?.status;
  const asked = end.response ? retryAfterMs(end.response.headers, machine.now()) : undefined;
  const backoff = backoffMs(attempt, machine.random);
  if (status === 429 || (status === 503 && asked !== undefined)) {
    // A date in the past asks for nothing; never hammer all the same.
    const wait = Math.max(asked ?? UNTOLD_WAIT_MS, asked === 0 ? backoff : 0);
    // 429 is the whole application's quota: everybody waits. 503 is this one server.
    if (status === 429) scheduler.pauseUntil(machine.now() + wait);
    return wait;
  }
  if (status !== undefined && !isAmbiguousStatus(status, asked)) return undefined;
  note.unclearAttempts += 1;
  return note.facts.repeatable && note.unclearAttempts < MAX_UNCLEAR_ATTEMPTS ? backoff : undefined;
}
