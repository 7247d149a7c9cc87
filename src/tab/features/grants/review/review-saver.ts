import type { ReviewItem } from "#contract/reviews.ts";
import { hasCpr } from "#domain/grants/withhold-cpr.ts";
import { type ApiProblem, toApiProblem } from "../../../host/api-problem.ts";
import { newCommandKey } from "../../../host/command-key.ts";

export type ReviewAnswers = ReviewItem["answers"];

/**
 * untouched · pending and saving: not on the server yet · changed: a given review with changes that wait for the
 * reviewer's press · saved · withheld: saved but for a text with what looks like a CPR number · retrying: failed in passing · refused.
 */
export type ReviewSaveState =
  | "untouched"
  | "pending"
  | "changed"
  | "saving"
  | "saved"
  | "withheld"
  | "retrying"
  | "refused";

/** One application's answers as they stand on the screen. */
export interface ReviewWork {
  readonly answers: ReviewAnswers;
  readonly state: ReviewSaveState;
  readonly savedAt: string | undefined;
  readonly problem: ApiProblem | undefined;
}

interface SaveRequest {
  readonly commandKey: string;
  readonly answers: ReviewAnswers;
  readonly give: boolean;
}

/** Nothing that looks like a CPR number is stored in half a review. */
function stateOfSaved({ state }: ReviewItem, { answers }: ReviewWork): ReviewSaveState {
  return state === "begun" && hasCpr(answers) ? "withheld" : "saved";
}

/** Sends one application's answers. */
export type SaveReview = (applicationKey: string, request: SaveRequest, closing: boolean) => Promise<ReviewItem>;

// A score is a press, not a sentence: the pause may be longer than a draft's.
const PAUSE_MS = 4000;
const RETRY_MS = 5000;

/**
 * Keeps what the reviewer types through the whole walk, and saves it when she walks on or pauses. A review that has
 * been given is only saved by giving it again.
 */
export class ReviewSaver {
  readonly #save: SaveReview;
  readonly #works = new Map<string, ReviewWork>();
  readonly #given = new Set<string>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #listeners = new Set<() => void>();
  #version = 0;

  constructor(save: SaveReview) {
    this.#save = save;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Grows with every change. */
  readonly version = (): number => this.#version;

  workOf(item: ReviewItem): ReviewWork {
    const untouched = { answers: item.answers, state: "untouched", savedAt: item.savedAt, problem: undefined } as const;
    return this.#works.get(item.application.key) ?? untouched;
  }

  /** Whether something typed for any application of the walk is not on the server yet. */
  isWaiting(): boolean {
    return [...this.#works.values()].some(({ state }) => state !== "untouched" && state !== "saved");
  }

  /** Lets go of what is on the server, so that the walk as read anew shows; what still waits stays. */
  forgetSaved(): void {
    for (const [key, { state }] of this.#works) {
      if (state === "untouched" || state === "saved") this.#works.delete(key);
    }
  }

  edit(item: ReviewItem, answers: ReviewAnswers): void {
    const { key } = item.application;
    if (item.state === "given") this.#given.add(key);
    this.#put(key, { ...this.workOf(item), answers, state: this.#stateOfTyped(key) });
    if (!this.#given.has(key)) this.#later(key, PAUSE_MS);
  }

  /** Saves one application's half review now, if anything waits. */
  async flush(key: string, closing = false): Promise<void> {
    const state = this.#works.get(key)?.state;
    if ((state === "pending" || state === "retrying") && !this.#given.has(key)) await this.#send(key, false, closing);
  }

  /** Hands a review in. Undefined when it was refused; the refusal stands in the work. */
  give(item: ReviewItem): Promise<ReviewItem | undefined> {
    this.#works.set(item.application.key, this.workOf(item));
    return this.#send(item.application.key, true, false);
  }

  /** Sends the answers as they stand; what is typed meanwhile stays waiting. */
  async #send(key: string, give: boolean, closing: boolean): Promise<ReviewItem | undefined> {
    const work = this.#works.get(key);
    if (!work) return undefined;
    clearTimeout(this.#timers.get(key));
    this.#put(key, { ...work, state: "saving", problem: undefined });
    try {
      const item = await this.#save(key, { commandKey: newCommandKey(), answers: work.answers, give }, closing);
      if (item.state === "given") this.#given.add(key);
      const now = this.#works.get(key) ?? work;
      const typedOn = now.answers !== work.answers;
      this.#put(key, {
        ...now,
        state: typedOn ? this.#stateOfTyped(key) : stateOfSaved(item, work),
        savedAt: item.savedAt,
      });
      if (typedOn && !this.#given.has(key)) this.#later(key, PAUSE_MS);
      return item;
    } catch (error) {
      const problem = toApiProblem(error);
      const again = problem.passing && !give;
      this.#put(key, { ...(this.#works.get(key) ?? work), state: again ? "retrying" : "refused", problem });
      if (again) this.#later(key, problem.retryAfterS === undefined ? RETRY_MS : problem.retryAfterS * 1000);
      return undefined;
    }
  }

  #stateOfTyped(key: string): ReviewSaveState {
    return this.#given.has(key) ? "changed" : "pending";
  }

  #later(key: string, milliseconds: number): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => void this.flush(key), milliseconds),
    );
  }

  #put(key: string, work: ReviewWork): void {
    this.#works.set(key, work);
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
