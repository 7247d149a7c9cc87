import type { ReviewItem } from "#contract/reviews.ts";
import { hasCpr } from "#domain/grants/withhold-cpr.ts";
import { retryMsOf, SaverShelf } from "../../../components/saver-shelf.ts";
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
function stateOfSaved({ state }: ReviewItem, answers: ReviewAnswers): ReviewSaveState {
  return state === "begun" && hasCpr(answers) ? "withheld" : "saved";
}

/** Sends one application's answers. */
export type SaveReview = (applicationKey: string, request: SaveRequest, closing: boolean) => Promise<ReviewItem>;

// A score is a press, not a sentence: the pause may be longer than a draft's.
const PAUSE_MS = 4000;

/**
 * Keeps what the reviewer types through the whole walk, and saves it when she walks on or pauses. A review that has
 * been given is only saved by giving it again.
 */
export class ReviewSaver {
  readonly #save: SaveReview;
  readonly #shelf = new SaverShelf<ReviewWork>();
  readonly #given = new Set<string>();

  constructor(save: SaveReview) {
    this.#save = save;
  }

  readonly subscribe = this.#shelf.subscribe;
  readonly version = this.#shelf.version;

  workOf(item: ReviewItem): ReviewWork {
    const untouched = { answers: item.answers, state: "untouched", savedAt: item.savedAt, problem: undefined } as const;
    return this.#shelf.find(item.application.key) ?? untouched;
  }

  /** Whether something typed for any application of the walk is not on the server yet. */
  isWaiting(): boolean {
    return this.#shelf.entries().some(([, { state }]) => state !== "untouched" && state !== "saved");
  }

  /** Lets go of what is on the server, so that the walk as read anew shows; what still waits stays. */
  forgetSaved(): void {
    this.#shelf.forget(({ state }) => state === "untouched" || state === "saved");
  }

  edit(item: ReviewItem, answers: ReviewAnswers): void {
    const { key } = item.application;
    if (item.state === "given") this.#given.add(key);
    this.#shelf.put(key, { ...this.workOf(item), answers, state: this.#stateOfTyped(key) });
    if (!this.#given.has(key)) this.#later(key, PAUSE_MS);
  }

  /** Saves one application's half review now, if anything waits. */
  async flush(key: string, closing = false): Promise<void> {
    if (!this.#isToSave(key)) return;
    await this.#shelf.inTurn(key, async () => {
      const work = this.#shelf.find(key);
      if (work && this.#isToSave(key)) await this.#send(key, work.answers, { give: false, closing });
    });
  }

  /** Hands a review in as it stands. Undefined when it was refused; the refusal stands in the work. */
  give(item: ReviewItem): Promise<ReviewItem | undefined> {
    const { key } = item.application;
    const work = this.workOf(item);
    this.#shelf.put(key, { ...work, state: "saving", problem: undefined });
    return this.#shelf.inTurn(key, () => this.#send(key, work.answers, { give: true, closing: false }));
  }

  #isToSave(key: string): boolean {
    const state = this.#shelf.find(key)?.state;
    return (state === "pending" || state === "retrying") && !this.#given.has(key);
  }

  /** Sends these answers; what is typed meanwhile stays waiting. */
  async #send(
    key: string,
    answers: ReviewAnswers,
    { give, closing }: { readonly give: boolean; readonly closing: boolean },
  ): Promise<ReviewItem | undefined> {
    this.#shelf.stop(key);
    const now = (): ReviewWork =>
      this.#shelf.find(key) ?? { answers, state: "saving", savedAt: undefined, problem: undefined };
    this.#shelf.put(key, { ...now(), state: "saving", problem: undefined });
    try {
      const item = await this.#save(key, { commandKey: newCommandKey(), answers, give }, closing);
      if (item.state === "given") this.#given.add(key);
      const typedOn = now().answers !== answers;
      const state = typedOn ? this.#stateOfTyped(key) : stateOfSaved(item, answers);
      this.#shelf.put(key, { ...now(), state, savedAt: item.savedAt });
      if (typedOn && !this.#given.has(key)) this.#later(key, PAUSE_MS);
      return item;
    } catch (error) {
      const problem = toApiProblem(error);
      const again = problem.passing && !give;
      this.#shelf.put(key, { ...now(), state: again ? "retrying" : "refused", problem });
      if (again) this.#later(key, retryMsOf(problem));
      return undefined;
    }
  }

  #stateOfTyped(key: string): ReviewSaveState {
    return this.#given.has(key) ? "changed" : "pending";
  }

  #later(key: string, milliseconds: number): void {
    this.#shelf.later(key, milliseconds, () => this.flush(key));
  }
}
