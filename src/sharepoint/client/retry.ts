import type { Context, Middleware } from "@microsoft/microsoft-graph-client";
import { type CallNote, noteOf } from "./call-note.ts";
import { isAmbiguousStatus } from "./graph-error.ts";
import { ForeignOriginError, middleware } from "./pipeline.ts";
import { retryAfterMs } from "./retry-after.ts";
import { countUnits } from "./unit-meter.ts";
import type { Lane, Machine, UnitScheduler } from "./unit-scheduler.ts";

/** How long a call may be tried: a person waits 30 s, background work 15 minutes (quality.md 1.1). */
const PATIENCE_MS = { people: 30_000, poll: 60_000, projections: 900_000, reserve: 30_000 } as const;
/** How often a call whose end was unclear is tried in all: a repeatable one as it is, a keyed create after a look-up. */
export const MAX_UNCLEAR_ATTEMPTS = 6;
const LONGEST_ATTEMPT_MS = 100_000;
const FIRST_BACKOFF_MS = 500;
/** The open lists can let a sick SharePoint be for long; a press has 30 s for all its tries, and may wait for a poll. */
const LONGEST_BACKOFF_MS = { people: 4000, poll: 4000, projections: 16_000, reserve: 4000 } as const;
/** The least that is waited when an overloaded SharePoint says nothing usable. */
const UNTOLD_WAIT_MS = 1000;

/** One attempt's end: an answer or an exception. */
interface Attempt {
  readonly response: Response | undefined;
  readonly thrown: unknown;
}

/**
 * Waits the full Retry-After of 429 and 503; repeats 500, 502, 504 and broken connections with backoff and full
 * jitter only where repeating is harmless. A create is never repeated here: its unclear end is told to the caller.
 * Who would wait longer than his patience is told at once, as `throttled` with the seconds; nothing is sent for him.
 */
export function retry(machine: Machine, scheduler: UnitScheduler, log: (event: RetryEvent) => void): Middleware {
  return middleware(async (context, next) => {
    const note = noteOf(context);
    const { lane, units, signal } = note.facts;
    const deadline = machine.now() + PATIENCE_MS[lane];
    let end: Attempt = { response: undefined, thrown: undefined };
    for (let attempt = 1; ; attempt += 1) {
      const free = await scheduler.acquire(lane, units, { signal, until: deadline });
      if (!free.ok) return endHere(context, attempt === 1 ? told(free.refusal.waitMs) : end);
      note.attemptMs = Math.min(LONGEST_ATTEMPT_MS, Math.max(1000, deadline - machine.now()));
      countUnits(units);
      end = await runOnce(context, note, next);
      const wait = waitBefore(end, note, attempt, machine, scheduler);
      if (wait === undefined || machine.now() + wait > deadline) return endHere(context, end);
      log({ event: "graph-retry", attempt, status: end.response?.status, waitMs: wait });
      await machine.sleep(wait, signal);
    }
  });
}

/** When a call of the lane gives up, counted from now. */
export function patienceMs(lane: Lane): number {
  return PATIENCE_MS[lane];
}

function endHere(context: Context, end: Attempt): void {
  if (end.response === undefined) throw end.thrown;
  context.response = end.response;
}

/** What Graph would have answered, said by ourselves: it asked us not to come before. */
function told(waitMs: number): Attempt {
  const headers = { "Retry-After": String(Math.ceil(waitMs / 1000)) };
  return { response: new Response(null, { status: 429, headers }), thrown: undefined };
}

/** What the log is told: figures only, no address and no content. */
export interface RetryEvent {
  readonly event: "graph-retry";
  readonly attempt: number;
  readonly status: number | undefined;
  readonly waitMs: number;
}

/** Full jitter: anywhere between nothing and the step, doubled with each attempt that ended unclear. */
export function backoffMs(unclearAttempts: number, random: () => number, lane: Lane = "projections"): number {
  return Math.ceil(random() * Math.min(LONGEST_BACKOFF_MS[lane], FIRST_BACKOFF_MS * 2 ** unclearAttempts));
}

/** At least a second, and more by chance each time, when the throttled answer does not say how long. */
export function untoldWaitMs(attempt: number, random: () => number): number {
  return UNTOLD_WAIT_MS + backoffMs(attempt, random);
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
  if (status === 429 || (status === 503 && asked !== undefined)) {
    // A date in the past, or nothing readable, is no leave to hammer.
    const wait = asked !== undefined && asked > 0 ? asked : untoldWaitMs(attempt, machine.random);
    // Both are SharePoint's way of throttling the application, and whoever goes on is blocked: everybody waits.
    scheduler.pauseUntil(machine.now() + wait);
    return wait;
  }
  if (status !== undefined && !isAmbiguousStatus(status, asked)) return undefined;
  note.unclearAttempts += 1;
  if (!note.facts.repeatable || note.unclearAttempts >= MAX_UNCLEAR_ATTEMPTS) return undefined;
  if (status === 503) return untoldWaitMs(attempt, machine.random);
  return backoffMs(note.unclearAttempts, machine.random, note.facts.lane);
}
