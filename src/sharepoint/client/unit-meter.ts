import { AsyncLocalStorage } from "node:async_hooks";

/** Resource units of Graph that were used so far on behalf of one command, attempts that failed included. */
export interface UnitMeter {
  readonly units: number;
}

const meters = new AsyncLocalStorage<{ units: number }>();

/**
 * Runs one command and counts the resource units its Graph calls cost, whoever makes them on its behalf: the log line of
 * a command says what it cost. Commands that run at the same time have a meter each.
 */
export function metered<T>(run: (meter: UnitMeter) => T): T {
  const meter = { units: 0 };
  return meters.run(meter, () => run(meter));
}

/** Called for each attempt that leaves for Graph. Outside of `metered` nothing is counted. */
export function countUnits(units: number): void {
  const meter = meters.getStore();
  if (meter !== undefined) meter.units += units;
}
