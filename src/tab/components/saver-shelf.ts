import type { ApiProblem } from "../host/api-problem.ts";

const RETRY_MS = 5000;

/** How long to wait before trying again what failed in passing, in milliseconds. */
export function retryMsOf({ retryAfterS }: ApiProblem): number {
  return retryAfterS === undefined ? RETRY_MS : retryAfterS * 1000;
}

/**
 * What a saver keeps of several works at once, by id: the work as it stands, its timer, and its turn. One request per
 * id is on its way at a time, so that older words never arrive after newer ones.
 */
export class SaverShelf<Work> {
  readonly #works = new Map<string, Work>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #listeners = new Set<() => void>();
  #version = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Grows with every change. */
  readonly version = (): number => this.#version;

  find(id: string): Work | undefined {
    return this.#works.get(id);
  }

  entries(): readonly (readonly [string, Work])[] {
    return [...this.#works];
  }

  put(id: string, work: Work): void {
    this.#works.set(id, work);
    this.#tell();
  }

  /** Lets go of works before anybody looks at them: nobody is told. */
  forget(isToForget: (work: Work) => boolean): void {
    for (const [id, work] of this.#works) {
      if (isToForget(work)) this.#works.delete(id);
    }
  }

  drop(id: string): void {
    this.stop(id);
    this.#works.delete(id);
    this.#tell();
  }

  /** Acts later, in place of what was to be done later before. */
  later(id: string, milliseconds: number, act: () => unknown): void {
    this.stop(id);
    this.#timers.set(id, setTimeout(act, milliseconds));
  }

  /** Nothing is to be done later any more. */
  stop(id: string): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  /** Acts when nothing of this id is on its way: at once, or when what is on its way has come to its end. */
  inTurn<T>(id: string, act: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(id);
    const turn = before === undefined ? act() : before.then(act, act);
    this.#turns.set(id, turn);
    const end = (): void => {
      if (this.#turns.get(id) === turn) this.#turns.delete(id);
    };
    turn.then(end, end);
    return turn;
  }

  #tell(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
