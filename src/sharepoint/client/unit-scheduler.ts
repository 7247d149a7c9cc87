import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { orAborted } from "./abort.ts";

/** Who asks. Each lane has its own share of the resource units, so that a long run never starves a person. */
export type Lane = "people" | "poll" | "projections" | "reserve";

/** Share of the units a minute each lane is sure of. */
export type LaneShares = Readonly<Record<Lane, number>>;

/** Of a service that people use (architecture.md, law 10). */
export const SERVICE_SHARES: LaneShares = { people: 0.5, poll: 0.15, projections: 0.3, reserve: 0.05 };
/** Of a program that has the budget for itself: provisioning, an import. */
export const ALONE_SHARES: LaneShares = { people: 1, poll: 1, projections: 1, reserve: 1 };

const WINDOW_MS = 60_000;
/** After a pause people go first, then the poll, bulk work last: nobody storms the door together. */
const AFTER_PAUSE_MS: Readonly<Record<Lane, number>> = { people: 0, reserve: 0, poll: 250, projections: 1000 };
/** How often a person looks again whether those who waited for what he would borrow have got theirs. */
const LOOK_AGAIN_MS = 500;

/** Machine time and chance, injected so that tests need no real waiting. `sleep` rejects when the signal aborts. */
export interface Machine {
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
}

/** How long a caller is ready to wait. */
export interface Patience {
  readonly signal?: AbortSignal | undefined;
  /** Epoch ms; who would have to wait beyond it is told at once. */
  readonly until?: number;
}

/** Nothing was spent: the units are free in so many milliseconds at the earliest. */
export interface Busy {
  readonly waitMs: number;
}

export interface UnitScheduler {
  /** Waits until the lane may spend the units and no pause is on; spends them. First come, first served in a lane. */
  readonly acquire: (lane: Lane, units: number, patience?: Patience) => Promise<Result<void, Busy>>;
  /** Nothing is sent before this moment (epoch ms): Graph asked for it. */
  readonly pauseUntil: (moment: number) => void;
  /** Units spent in the last minute, per lane: for health and for drafts that save less often on a half-used budget. */
  readonly spent: () => Readonly<Record<Lane, number>> & { readonly limit: number };
}

/**
 * Shares out SharePoint's resource units (app + tenant: 1,250 a minute up to 1,000 licences, graph.md 8) over a
 * sliding minute. A person may also use what the other lanes leave idle, but never what one of them waits for, and
 * never the poll's part: what he sees would grow old.
 */
export function createUnitScheduler(
  machine: Pick<Machine, "now" | "sleep">,
  unitsPerMinute: number,
  shares: LaneShares = SERVICE_SHARES,
): UnitScheduler {
  const spendings: { readonly at: number; readonly lane: Lane; readonly units: number }[] = [];
  const tails = new Map<Lane, Promise<unknown>>();
  const waiting: Record<Lane, number> = { people: 0, poll: 0, projections: 0, reserve: 0 };
  let pausedUntil = 0;

  function loadNow(): Record<Lane, number> {
    const oldest = machine.now() - WINDOW_MS;
    while (spendings[0] !== undefined && spendings[0].at <= oldest) spendings.shift();
    const load = { people: 0, poll: 0, projections: 0, reserve: 0 };
    for (const { lane, units } of spendings) load[lane] += units;
    return load;
  }

  function fits(load: Readonly<Record<Lane, number>>, lane: Lane, units: number): boolean {
    const total = load.people + load.poll + load.projections + load.reserve + units;
    if (total === units) return true;
    if (total > unitsPerMinute) return false;
    if (load[lane] + units <= Math.max(shares[lane] * unitsPerMinute, units)) return true;
    const kept = Math.max(0, shares.poll * unitsPerMinute - load.poll);
    return lane === "people" && !othersWait() && total <= unitsPerMinute - kept;
  }

  function othersWait(): boolean {
    return waiting.poll + waiting.projections + waiting.reserve > 0;
  }

  /** Milliseconds until the units may be spent, as it looks now; 0 when they may be spent at once. */
  function waitFor(lane: Lane, units: number): number {
    const now = machine.now();
    if (pausedUntil > now) return pausedUntil - now + AFTER_PAUSE_MS[lane];
    const load = loadNow();
    if (fits(load, lane, units)) return 0;
    for (const spending of spendings) {
      load[spending.lane] -= spending.units;
      if (fits(load, lane, units)) return Math.max(1, spending.at + WINDOW_MS - now);
    }
    return WINDOW_MS;
  }

  async function spend(lane: Lane, units: number, { signal, until }: Patience): Promise<Result<void, Busy>> {
    for (let wait = waitFor(lane, units); wait > 0; wait = waitFor(lane, units)) {
      if (until !== undefined && machine.now() + wait > until) return refuse({ waitMs: wait });
      const nap = lane === "people" && othersWait() && pausedUntil <= machine.now() ? LOOK_AGAIN_MS : wait;
      await machine.sleep(Math.min(wait, nap), signal);
    }
    signal?.throwIfAborted();
    if (Number.isFinite(unitsPerMinute)) spendings.push({ at: machine.now(), lane, units });
    return ok(undefined);
  }

  return {
    acquire: (lane, units, patience = {}) => {
      waiting[lane] += 1;
      const turn = (tails.get(lane) ?? Promise.resolve())
        .then(() => spend(lane, units, patience))
        .finally(() => {
          waiting[lane] -= 1;
        });
      // Whoever comes next waits for this one, whether it got its units or gave up.
      tails.set(
        lane,
        turn.catch(() => undefined),
      );
      return orAborted(turn, patience.signal);
    },
    pauseUntil: (moment) => {
      pausedUntil = Math.max(pausedUntil, moment);
    },
    spent: () => ({ ...loadNow(), limit: unitsPerMinute }),
  };
}
