import { retryMsOf, SaverShelf } from "../../components/saver-shelf.ts";
import { type ApiProblem, toApiProblem } from "../../host/api-problem.ts";

/** What is written about an answer. `changes` is undefined until somebody has chosen. */
export interface CommentText {
  readonly summary: string;
  readonly comment: string;
  readonly changes: boolean | undefined;
}

/**
 * untouched · incomplete: stays here until comment and choice are there · pending and saving: not on the server yet ·
 * saved · retrying: failed in passing · refused.
 */
export type CommentState = "untouched" | "incomplete" | "pending" | "saving" | "saved" | "retrying" | "refused";

/** A comment as it stands on the screen. */
export interface CommentWork extends CommentText {
  readonly state: CommentState;
  readonly savedAt: string | undefined;
  readonly problem: ApiProblem | undefined;
}

/** A comment that can be stored. */
export type WholeComment = CommentText & { readonly changes: boolean };

/** Stores it and tells when. */
export type SaveComment = (partyKey: string, comment: WholeComment, closing: boolean) => Promise<string | undefined>;

const PAUSE_MS = 1500;

/**
 * Keeps what the case officer writes of each answer, and saves it when she pauses, leaves the field or hides the page.
 * One request per answer is on its way at a time, and what was typed meanwhile waits for its own.
 */
export class CommentSaver {
  readonly #save: SaveComment;
  readonly #shelf = new SaverShelf<CommentWork>();

  constructor(save: SaveComment) {
    this.#save = save;
  }

  readonly subscribe = this.#shelf.subscribe;
  readonly version = this.#shelf.version;

  /** What is written of an answer, else what is stored. */
  workOf(partyKey: string, stored: CommentText): CommentWork {
    const untouched = { ...stored, state: "untouched", savedAt: undefined, problem: undefined } as const;
    return this.#shelf.find(partyKey) ?? untouched;
  }

  /** Whether something would be lost if the window closed. */
  isWaiting(): boolean {
    return this.#shelf.entries().some(([, { state }]) => state !== "untouched" && state !== "saved");
  }

  /** Lets go of what is on the server, so that the answers as read anew show. */
  forgetSaved(): void {
    this.#shelf.forget(({ state }) => state === "saved");
  }

  edit(partyKey: string, work: CommentWork, change: Partial<CommentText>): void {
    const next = { ...work, ...change, problem: undefined };
    const state = whole(next) ? "pending" : "incomplete";
    this.#shelf.put(partyKey, { ...next, state });
    if (state === "pending") this.#later(partyKey, PAUSE_MS);
    else this.#shelf.stop(partyKey);
  }

  /** Saves what waits now. */
  async flush(closing = false): Promise<void> {
    const waiting = this.#shelf.entries().filter(([, { state }]) => state === "pending" || state === "retrying");
    await Promise.all(waiting.map(([partyKey]) => this.#send(partyKey, closing)));
  }

  #send(partyKey: string, closing: boolean): Promise<void> {
    return this.#shelf.inTurn(partyKey, async () => {
      const sent = this.#shelf.find(partyKey);
      const comment = sent && (sent.state === "pending" || sent.state === "retrying") ? whole(sent) : undefined;
      if (sent === undefined || comment === undefined) return;
      this.#shelf.stop(partyKey);
      const saving = { ...sent, state: "saving" } as const;
      this.#shelf.put(partyKey, saving);
      const isSame = (): boolean => this.#shelf.find(partyKey) === saving;
      try {
        const savedAt = await this.#save(partyKey, comment, closing);
        if (isSame()) this.#shelf.put(partyKey, { ...saving, state: "saved", savedAt });
      } catch (error) {
        if (!isSame()) return;
        const problem = toApiProblem(error);
        const again = problem.passing || problem.code === "sign-in-needed";
        this.#shelf.put(partyKey, { ...saving, state: again ? "retrying" : "refused", problem });
        if (again) this.#later(partyKey, retryMsOf(problem));
      }
    });
  }

  #later(partyKey: string, milliseconds: number): void {
    this.#shelf.later(partyKey, milliseconds, () => this.#send(partyKey, false));
  }
}

function whole({ summary, comment, changes }: CommentText): WholeComment | undefined {
  return comment.trim() === "" || changes === undefined ? undefined : { summary, comment, changes };
}
