import type { Result } from "#domain/shared/result.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";

/** Calls back once after a while; returns how to call it off. */
export type Later = (milliseconds: number, run: () => void) => () => void;

export interface PollLoopParts {
  readonly refresh: () => Promise<Result<void, StoreFailure>>;
  /** Whether anybody has a screen open. */
  readonly isWatched: () => boolean;
  readonly later: Later;
  readonly failed: (failure: StoreFailure | Error) => void;
}

const WATCHED_MS = 10_000;
const QUIET_MS = 60_000;

/** Keeps the replica fresh: every 10 s while somebody looks, every 60 s otherwise (law 9). Returns how to stop it. */
export function startPollLoop(parts: PollLoopParts): () => void {
  let stopped = false;
  let cancel = plan();

  function plan(): () => void {
    return parts.later(parts.isWatched() ? WATCHED_MS : QUIET_MS, () => void turn());
  }

  async function turn(): Promise<void> {
    try {
      const refreshed = await parts.refresh();
      if (!refreshed.ok) parts.failed(refreshed.refusal);
    } catch (bug) {
      // Nothing above a timer can catch: tell it and go on.
      parts.failed(bug instanceof Error ? bug : new Error(String(bug)));
    }
    if (!stopped) cancel = plan();
  }

  return () => {
    stopped = true;
    cancel();
  };
}
