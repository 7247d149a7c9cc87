const queues = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Runs what concerns one thing in turn within this process, in the order it came: two that would only be told apart by
 * a refused write do not meet, and a save that is still being tried cannot write over a later one. Correctness never
 * rests on it (law 9: two instances may overlap).
 *
 * @param about what holds the things, e.g. a collection of records
 * @param which the one thing in it; all of it when left out
 */
export function inTurn<T>(about: object, run: () => Promise<T>, which = ""): Promise<T> {
  const waiting = queues.get(about) ?? new Map<string, Promise<unknown>>();
  queues.set(about, waiting);
  const before = waiting.get(which) ?? Promise.resolve();
  const result = before.then(run, run);
  waiting.set(which, result);
  const leave = (): void => {
    if (waiting.get(which) === result) waiting.delete(which);
  };
  result.then(leave, leave);
  return result;
}
