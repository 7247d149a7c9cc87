const queues = new WeakMap<object, Promise<unknown>>();

/**
 * Runs what concerns one thing in turn within this process: two that would only be told apart by a refused write do
 * not meet. Correctness never rests on it (law 9: two instances may overlap), it spares requests.
 */
export function inTurn<T>(about: object, run: () => Promise<T>): Promise<T> {
  const before = queues.get(about) ?? Promise.resolve();
  const result = before.then(run, run);
  queues.set(about, result);
  return result;
}
