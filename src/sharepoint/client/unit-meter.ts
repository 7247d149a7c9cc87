import { AsyncLocalStorage } from "node:async_hooks";

/** Resource units of Graph that were used so far on behalf of one command, attempts that failed included. */
export interface UnitMeter {
  readonly units: number;
}

const meters = new AsyncLocalStorage<{ units: number; readonly requestId: string | undefined }>();

/**
 * Runs one command and counts the resource units its Graph calls cost, whoever makes them on its behalf: the log line of
 * a command says what it cost. Commands that run at the same time have a meter each.
 *
 * @param requestId the number a person may read off the screen, for what is logged on the way
 */
export function metered<T>(run: (meter: UnitMeter) => T, requestId?: string): T {
  const meter = { units: 0, requestId };
  return meters.run(meter, () => run(meter));
}

/** The number of the command on whose behalf this runs; undefined in the background. */
export function meteredRequest(): string | undefined {
  return meters.getStore()?.requestId;
}

/** Called for each attempt that leaves for Graph. Outside of `metered` nothing is counted. */
export function countUnits(units: number): void {
  const meter = meters.getStore();
  if (meter !== undefined) meter.units += units;
}
