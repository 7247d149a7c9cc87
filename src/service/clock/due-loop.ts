import type { Instant } from "#domain/shared/dates.ts";

export interface DueLoopParts {
  readonly nextDue: () => Instant | undefined;
  readonly now: () => Instant;
  readonly run: () => Promise<unknown>;
  readonly later: (milliseconds: number, run: () => void) => () => void;
}

/** How often the loop looks whether something has become due. */
const LOOK_MS = 10_000;

/** Runs the due work as time passes, in a tenant where nobody moves the clock. Returns how to stop it. */
export function startDueLoop({ nextDue, now, run, later }: DueLoopParts): () => void {
  let due = nextDue();
  let stopped = false;
  let cancel = later(LOOK_MS, look);

  function look(): void {
    void turn().finally(() => {
      if (!stopped) cancel = later(LOOK_MS, look);
    });
  }

  async function turn(): Promise<void> {
    const isDue = due !== undefined && due <= now();
    if (isDue) await run();
    due = nextDue();
  }

  return () => {
    stopped = true;
    cancel();
  };
}
