import type { NeedsView, SavedNeedForm } from "#contract/needs.ts";
import { retryMsOf, SaverShelf } from "../../components/saver-shelf.ts";
import { toApiProblem } from "../../host/api-problem.ts";

export type Answers = NeedsView["form"]["answers"];

/** The form as it stands on the screen while the service does not have all of it. */
interface WrittenForm {
  readonly answers: Answers;
  readonly state: "waiting" | "saving" | "retrying" | "saved";
  /** Fields the service would not store. */
  readonly notStored: readonly string[];
}

const FORM = "form";
const PAUSE_MS = 2000;

/** Keeps what is typed about a need until it is stored, and stores it when the writer pauses, leaves or hides the page. */
export class NeedFormSaver {
  readonly #save: (answers: Answers, closing: boolean) => Promise<SavedNeedForm>;
  readonly #shelf = new SaverShelf<WrittenForm>();

  constructor(save: (answers: Answers, closing: boolean) => Promise<SavedNeedForm>) {
    this.#save = save;
  }

  readonly subscribe = this.#shelf.subscribe;
  readonly version = this.#shelf.version;

  written(): WrittenForm | undefined {
    return this.#shelf.find(FORM);
  }

  /** Whether something would be lost if the window closed. */
  isWaiting(): boolean {
    const written = this.written();
    return written !== undefined && (written.state !== "saved" || written.notStored.length > 0);
  }

  /** What was stored is read from the service again. */
  forgetSaved(): void {
    this.#shelf.forget(({ state, notStored }) => state === "saved" && notStored.length === 0);
  }

  edit(answers: Answers): void {
    this.#shelf.put(FORM, { answers, state: "waiting", notStored: this.written()?.notStored ?? [] });
    this.#shelf.later(FORM, PAUSE_MS, () => this.flush());
  }

  /** The need is registered: nothing is being written any more. */
  done(): void {
    this.#shelf.drop(FORM);
  }

  /** Stores what waits, after what is on its way. */
  flush(closing = false): Promise<void> {
    return this.#shelf.inTurn(FORM, async () => {
      const sent = this.written();
      if (sent === undefined || sent.state === "saved") return;
      this.#shelf.stop(FORM);
      const { answers } = sent;
      this.#shelf.put(FORM, { ...sent, state: "saving" });
      const isSame = (): boolean => this.written()?.answers === answers;
      try {
        const { notStored } = await this.#save(answers, closing);
        if (isSame()) this.#shelf.put(FORM, { answers, state: "saved", notStored });
      } catch (error) {
        if (!isSame()) return;
        this.#shelf.put(FORM, { ...sent, state: "retrying" });
        this.#shelf.later(FORM, retryMsOf(toApiProblem(error)), () => this.flush());
      }
    });
  }
}
