import type { RankingRow } from "#contract/ranking.ts";
import { retryMsOf, SaverShelf } from "../../../components/saver-shelf.ts";
import { type ApiProblem, toApiProblem } from "../../../host/api-problem.ts";

/** Whose reason, and for which outcome it is written. */
export type ReasonOf = Pick<RankingRow, "applicationKey" | "outcome">;

/** A reason that is not on the server yet, as it stands on the screen. */
export interface WrittenReason extends ReasonOf {
  readonly reason: string;
  /** waiting and saving · retrying: failed in passing · refused: with its problem. */
  readonly state: "waiting" | "saving" | "retrying" | "refused";
  readonly problem?: ApiProblem;
}

type SaveReason = (written: ReasonOf & { readonly reason: string }, closing: boolean) => Promise<unknown>;

const PAUSE_MS = 1500;

/** No reason can be written any more, so nothing is won by staying on the page. */
const tooLate: ReadonlySet<string> = new Set(["already-recommended", "pool-closed"]);

/**
 * Keeps the reasons the secretariat writes until each is saved: when she pauses, leaves the field or hides the page.
 * What is saved is let go of, so that the page shows the reason as it is stored, a colleague's newer one too.
 */
export class ReasonSaver {
  readonly #save: SaveReason;
  readonly #shelf = new SaverShelf<WrittenReason>();
  readonly #saved = new Set<string>();

  constructor(save: SaveReason) {
    this.#save = save;
  }

  readonly subscribe = this.#shelf.subscribe;
  readonly version = this.#shelf.version;

  /** What was written and is not saved yet. */
  find(of: ReasonOf): WrittenReason | undefined {
    return this.#shelf.find(idOf(of));
  }

  /** Whether what was last written has been saved. */
  isSaved(of: ReasonOf): boolean {
    return this.#saved.has(idOf(of));
  }

  /** Whether something would be lost if the window closed. */
  isWaiting(): boolean {
    return this.#shelf.entries().some(([, { problem }]) => problem === undefined || !tooLate.has(problem.code));
  }

  /** What was saved is no news any more. */
  forgetSaved(): void {
    this.#saved.clear();
  }

  edit(of: ReasonOf, reason: string): void {
    this.#saved.delete(idOf(of));
    this.#put({ ...keysOf(of), reason, state: "waiting" });
    this.#later(of, PAUSE_MS);
  }

  /** Saves what waits now, and waits for what is on its way. */
  async flush(closing = false): Promise<void> {
    const unsaved = this.#shelf.entries().filter(([, { state }]) => state !== "refused");
    await Promise.all(unsaved.map(([, each]) => this.#send(each, closing)));
  }

  /** The list has been put up with everything that was written. */
  done(): void {
    for (const [id] of this.#shelf.entries()) this.#shelf.drop(id);
    this.#saved.clear();
  }

  #send(of: ReasonOf, closing: boolean): Promise<void> {
    const id = idOf(of);
    return this.#shelf.inTurn(id, async () => {
      const sent = this.#shelf.find(id);
      if (sent === undefined || sent.state === "refused") return;
      this.#shelf.stop(id);
      const { reason } = sent;
      this.#put({ ...keysOf(of), reason, state: "saving" });
      // What was typed meanwhile waits for its own pause.
      const isSame = (): boolean => this.#shelf.find(id)?.reason === reason;
      try {
        await this.#save({ ...keysOf(of), reason }, closing);
        if (!isSame()) return;
        this.#saved.add(id);
        this.#shelf.drop(id);
      } catch (error) {
        if (!isSame()) return;
        const problem = toApiProblem(error);
        this.#put({ ...keysOf(of), reason, state: problem.passing ? "retrying" : "refused", problem });
        if (problem.passing) this.#later(of, retryMsOf(problem));
      }
    });
  }

  #later(of: ReasonOf, milliseconds: number): void {
    this.#shelf.later(idOf(of), milliseconds, () => this.#send(of, false));
  }

  #put(written: WrittenReason): void {
    this.#shelf.put(idOf(written), written);
  }
}

function idOf({ applicationKey, outcome }: ReasonOf): string {
  return `${applicationKey} ${outcome}`;
}

function keysOf({ applicationKey, outcome }: ReasonOf): ReasonOf {
  return { applicationKey, outcome };
}
