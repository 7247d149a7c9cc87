import type { Instant } from "#domain/shared/dates.ts";
import { oneAtATime } from "#sharepoint/replica/one-at-a-time.ts";

/** One kind of work that follows from records and time; safe to run any number of times. */
export interface BackgroundStep {
  readonly name: string;
  /** True when the step stopped early and has more to do. */
  readonly run: () => Promise<boolean>;
}

export interface BackgroundParts {
  /** Steps of one lane run one after the other; a lane waits for no other. */
  readonly lanes: readonly (readonly BackgroundStep[])[];
  /** False until the records have been read: nothing may follow from records that are not there yet. */
  readonly isReady: () => boolean;
  readonly nextDue: () => Instant | undefined;
  /** Calls back once after so many milliseconds; returns how to call it off. */
  readonly later: (milliseconds: number, run: () => void) => () => void;
  readonly failed: (step: string, error: unknown) => void;
}

export interface Background {
  /** Something changed: the work runs soon, once for a burst of changes. */
  readonly trigger: () => void;
  /** Runs everything that is due now and answers when the next thing is due. */
  readonly runNow: () => Promise<Instant | undefined>;
  /** Told after every run: what is due next may have changed. */
  readonly onRun: (listener: () => void) => () => void;
  readonly stop: () => void;
}

const DEBOUNCE_MS = 300;
/** So many turns at most, so that a step that never ends cannot hold the clock. */
const MOST_TURNS = 50;
/** When a lane with a failed step runs again by itself; doubled with each run that fails, up to a watched poll's pace. */
const FIRST_AGAIN_MS = 2000;
const LONGEST_AGAIN_MS = 10_000;

/**
 * Runs each lane's steps one after the other, never two runs of a lane at once; what is asked for during a run is one
 * more run, however often it is asked for. A step that fails is told and does not keep the others from running; it is
 * tried again soon, since where nobody looks the next poll may be a minute away.
 */
export function createBackground({ lanes, isReady, nextDue, later, failed }: BackgroundParts): Background {
  let cancel: (() => void) | undefined;
  let stopped = false;
  const listeners = new Set<() => void>();

  /** Runs a lane once through; tells whether there is more to do and whether all went well. */
  async function turn(steps: readonly BackgroundStep[]): Promise<{ readonly more: boolean; readonly isOk: boolean }> {
    let [more, isOk] = [false, true];
    for (const step of steps) {
      try {
        more = (await step.run()) || more;
      } catch (error) {
        // One of the four edges that may catch: nothing above a background loop could.
        failed(step.name, error);
        isOk = false;
      }
    }
    return { more, isOk };
  }

  const runs = lanes.map((steps) => {
    let againMs = FIRST_AGAIN_MS;
    let callOff = (): void => undefined;
    const run = oneAtATime(async (): Promise<void> => {
      callOff();
      let last = { more: true, isOk: true };
      for (let turns = 0; turns < MOST_TURNS && !stopped && isReady() && last.more; turns += 1)
        last = await turn(steps);
      if (last.isOk) againMs = FIRST_AGAIN_MS;
      else if (!stopped) {
        callOff = later(againMs, () => void run(undefined));
        againMs = Math.min(LONGEST_AGAIN_MS, againMs * 2);
      }
      for (const listener of listeners) listener();
    });
    return { run, stop: (): void => callOff() };
  });

  async function run(): Promise<void> {
    await Promise.all(runs.map((lane) => lane.run(undefined)));
  }

  return {
    trigger() {
      if (stopped || cancel !== undefined) return;
      cancel = later(DEBOUNCE_MS, () => {
        cancel = undefined;
        void run();
      });
    },
    async runNow() {
      await run();
      return nextDue();
    },
    onRun(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      stopped = true;
      cancel?.();
      for (const lane of runs) lane.stop();
    },
  };
}
