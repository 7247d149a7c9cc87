import { epochMs, type Instant, instantFromEpochMs } from "#domain/shared/dates.ts";
import type { Clock } from "#use-cases/ports/clock.ts";

/** Business time: the machine's time plus an offset the workspace may set. Only ever moved forward there. */
export interface BusinessClock extends Clock {
  /** Takes over what the workspace's clock shows at this moment. */
  set(now: Instant): void;
}

/** A clock that runs with the machine's until it is told otherwise. `machineNow` gives epoch milliseconds. */
export function createBusinessClock(machineNow: () => number): BusinessClock {
  let offset = 0;
  return {
    now: () => instantFromEpochMs(machineNow() + offset),
    set(now) {
      offset = epochMs(now) - machineNow();
    },
  };
}
