/** Work that goes on after a request was answered. */
export interface BackgroundWork {
  /** Runs the work after everything started before under the same name; what fails is told, not thrown. */
  start(name: string, work: () => Promise<void>): void;
  /** Resolves when nothing is running any more. */
  settled(): Promise<void>;
}

/** Keeps cards of one message in the order in which they were answered. */
export function createBackgroundWork(failed: (error: unknown) => void): BackgroundWork {
  const running = new Map<string, Promise<void>>();
  return {
    start(name, work) {
      const before = running.get(name) ?? Promise.resolve();
      const last: Promise<void> = before
        .then(work)
        .catch(failed)
        .finally(() => {
          if (running.get(name) === last) running.delete(name);
        });
      running.set(name, last);
    },
    async settled() {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
