/** Who asks. Each lane has its own share of the resource units, so that a long run never starves a person. */
export type Lane = "people" | "poll" | "projections" | "reserve";

const SHARES: Readonly<Record<Lane, number>> = { people: 0.5, poll: 0.15, projections: 0.3, reserve: 0.05 };
const WINDOW_MS = 60_000;

/** Machine time and chance, injected so that tests need no real waiting. `sleep` rejects when the signal aborts. */
export interface Machine {
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
}

export interface UnitScheduler {
  /** Waits until the lane may spend the units and no pause is on; spends them. First come, first served in a lane. */
  readonly acquire: (lane: Lane, units: number, signal?: AbortSignal) => Promise<void>;
  /** Nothing is sent before this moment (epoch ms): Graph said 429. */
  readonly pauseUntil: (moment: number) => void;
  /** Units spent in the last minute, per lane: for health and for drafts that save less often on a half-used budget. */
  readonly spent: () => Readonly<Record<Lane, number>> & { readonly limit: number };
}

/**
 * Shares out SharePoint's resource units (app + tenant: 1,250 a minute up to 1,000 licences, graph.md 8) over a
 * sliding minute. A person may also use what the other lanes have left idle in the window.
 */
export function createUnitScheduler(machine: Pick<Machine, "now" | "sleep">, unitsPerMinute: number): UnitScheduler {
  const spendings: { readonly at: number; readonly lane: Lane; readonly units: number }[] = [];
  const tails = new Map<Lane, Promise<void>>();
  let pausedUntil = 0;

  function forget(): void {
    const oldest = machine.now() - WINDOW_MS;
    while (spendings[0] !== undefined && spendings[0].at <= oldest) spendings.shift();
  }

  function used(lane?: Lane): number {
    let sum = 0;
    for (const spending of spendings) if (lane === undefined || spending.lane === lane) sum += spending.units;
    return sum;
  }

  function fits(lane: Lane, units: number): boolean {
    const share = Math.max(SHARES[lane] * unitsPerMinute, units);
    if (used(lane) + units <= share) return used() + units <= Math.max(unitsPerMinute, units);
    return lane === "people" && used() + units <= unitsPerMinute * (1 - SHARES.poll);
  }

  /** Milliseconds until something changes; 0 when the units may be spent now. */
  function waitFor(lane: Lane, units: number): number {
    const now = machine.now();
    if (pausedUntil > now) return pausedUntil - now;
    forget();
    if (fits(lane, units)) return 0;
    const first = spendings[0];
    return first === undefined ? 0 : Math.max(1, first.at + WINDOW_MS - now);
  }

  async function spend(lane: Lane, units: number, signal?: AbortSignal): Promise<void> {
    for (let wait = waitFor(lane, units); wait > 0; wait = waitFor(lane, units)) await machine.sleep(wait, signal);
    signal?.throwIfAborted();
    if (Number.isFinite(unitsPerMinute)) spendings.push({ at: machine.now(), lane, units });
  }

  return {
    acquire: (lane, units, signal) => {
      const turn = (tails.get(lane) ?? Promise.resolve()).then(() => spend(lane, units, signal));
      // Whoever comes next waits for this one, whether it got its units or gave up.
      tails.set(
        lane,
        turn.catch(() => undefined),
      );
      return signal === undefined ? turn : Promise.race([turn, aborted(signal)]);
    },
    pauseUntil: (moment) => {
      pausedUntil = Math.max(pausedUntil, moment);
    },
    spent: () => {
      forget();
      return {
        people: used("people"),
        poll: used("poll"),
        projections: used("projections"),
        reserve: used("reserve"),
        limit: unitsPerMinute,
      };
    },
  };
}

/** Never resolves; rejects when the caller gives up, even while others are before it in the lane. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = () => reject(signal.reason instanceof Error ? signal.reason : new Error("aborted"));
    if (signal.aborted) giveUp();
    else signal.addEventListener("abort", giveUp, { once: true });
  });
}
