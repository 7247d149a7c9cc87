/**
 * Runs one at a time: who asks during a run waits for a run that begins after the question, shared by all who wait.
 * So the answer is never older than the question, and a crowd costs one run.
 */
export function oneAtATime<O, R>(run: (options: O) => Promise<R>): (options: O) => Promise<R> {
  let running: Promise<R> | undefined;
  let next: Promise<R> | undefined;

  function ask(options: O): Promise<R> {
    if (running === undefined) {
      running = run(options).finally(() => {
        running = undefined;
      });
      return running;
    }
    next ??= running
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => {
        next = undefined;
        return ask(options);
      });
    return next;
  }

  return ask;
}
