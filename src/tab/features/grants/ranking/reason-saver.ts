import type { RankingRow } from "#contract/ranking.ts";
import { type ApiProblem, toApiProblem } from "../../../host/api-problem.ts";

/** Whose reason, and for which outcome it is written. */
export type ReasonOf = Pick<RankingRow, "applicationKey" | "outcome">;

/** A reason as it stands on the screen. */
export interface WrittenReason extends ReasonOf {
  readonly reason: string;
  /** waiting and saving: not on the server yet · retrying: failed in passing · refused: with its problem. */
  readonly state: "waiting" | "saving" | "saved" | "retrying" | "refused";
  readonly problem?: ApiProblem;
}

type SaveReason = (written: ReasonOf & { readonly reason: string }, closing: boolean) => Promise<unknown>;

const PAUSE_MS = 1500;
const RETRY_MS = 5000;

/** Keeps the reasons the secretariat writes, and saves each when she pauses, leaves the field or hides the page. */
export class ReasonSaver {
  readonly #save: SaveReason;
  readonly #written = new Map<string, WrittenReason>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #listeners = new Set<() => void>();
  #version = 0;

  constructor(save: SaveReason) {
    this.#save = save;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Grows with every change. */
  readonly version = (): number => this.#version;

  find(of: ReasonOf): WrittenReason | undefined {
    return this.#written.get(idOf(of));
  }

  isWaiting(): boolean {
    return [...this.#written.values()].some(({ state }) => state !== "saved");
  }

  edit(of: ReasonOf, reason: string): void {
    this.#put({ ...keysOf(of), reason, state: "waiting" });
    this.#later(of, PAUSE_MS);
  }

  /** Saves what waits now. */
  async flush(closing = false): Promise<void> {
    const waiting = [...this.#written.values()].filter(({ state }) => state === "waiting" || state === "retrying");
    await Promise.all(waiting.map((each) => this.#send(each, closing)));
  }

  /** The list has been put up with everything that was written. */
  done(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#written.clear();
  }

  async #send(of: ReasonOf, closing: boolean): Promise<void> {
    const sent = this.find(of);
    if (sent === undefined) return;
    clearTimeout(this.#timers.get(idOf(of)));
    const { reason } = sent;
    this.#put({ ...keysOf(of), reason, state: "saving" });
    try {
      await this.#save({ ...keysOf(of), reason }, closing);
      // What was typed meanwhile waits for its own pause.
      if (this.find(of)?.reason === reason) this.#put({ ...keysOf(of), reason, state: "saved" });
    } catch (error) {
      if (this.find(of)?.reason !== reason) return;
      const problem = toApiProblem(error);
      this.#put({ ...keysOf(of), reason, state: problem.passing ? "retrying" : "refused", problem });
      if (problem.passing) this.#later(of, RETRY_MS);
    }
  }

  #later(of: ReasonOf, milliseconds: number): void {
    clearTimeout(this.#timers.get(idOf(of)));
    this.#timers.set(
      idOf(of),
      setTimeout(() => void this.#send(of, false), milliseconds),
    );
  }

  #put(written: WrittenReason): void {
    this.#written.set(idOf(written), written);
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

function idOf({ applicationKey, outcome }: ReasonOf): string {
  return `${applicationKey} ${outcome}`;
}

function keysOf({ applicationKey, outcome }: ReasonOf): ReasonOf {
  return { applicationKey, outcome };
}
