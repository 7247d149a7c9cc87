import type { ApiProblem } from "./api-problem.ts";
import type { SignInReason } from "./sign-in-needed.ts";

/** What the calls of the whole tab tell of the service, whichever screen made them. */
export interface ServiceSignal {
  /** The last call had no token that counts: only a click on "Log ind" brings one. */
  readonly signInNeeded: boolean;
  /** Why the last sign-in was needed. */
  readonly signInReason: SignInReason;
  /** Why a save waits, when the service has asked for a pause; it is repeated after `retryAfterS`. */
  readonly saveWaits: ApiProblem | undefined;
}

/** Keeps the signals and tells who listens when one changes. */
export class ServiceSignals {
  readonly #listeners = new Set<(now: ServiceSignal, before: ServiceSignal) => void>();
  #signal: ServiceSignal = { signInNeeded: false, signInReason: "sign-in", saveWaits: undefined };

  readonly snapshot = (): ServiceSignal => this.#signal;

  readonly subscribe = (listener: (now: ServiceSignal, before: ServiceSignal) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Notes what has changed; the same again tells nobody. */
  tell(change: Partial<ServiceSignal>): void {
    const before = this.#signal;
    const now = { ...before, ...change };
    if (Object.keys(change).every((name) => now[name as keyof ServiceSignal] === before[name as keyof ServiceSignal]))
      return;
    this.#signal = now;
    for (const listener of this.#listeners) listener(now, before);
  }
}
