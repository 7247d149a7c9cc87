import type * as z from "zod/mini";
import type { DraftView, saveDraftRequestSchema } from "#contract/drafts.ts";
import { type ApiProblem, toApiProblem } from "../../../host/api-problem.ts";
import { type OverwrittenText, overwrittenTexts } from "./overwritten.ts";

export type DraftValues = DraftView["fields"];
export type DraftFieldName = keyof DraftValues;
export type SaveDraftRequest = z.input<typeof saveDraftRequestSchema>;

/**
 * saved: all is on the server · partly: all but what looks like a CPR number · pending: typed, not sent yet · saving ·
 * retrying: failed in passing · refused.
 */
export type SaveState = "saved" | "partly" | "pending" | "saving" | "retrying" | "refused";

/** What the form shows. */
export interface DraftSnapshot {
  /** The server's last answer. */
  readonly draft: DraftView;
  /** What stands in the fields: the server's, with everything typed since on top. */
  readonly values: DraftValues;
  readonly state: SaveState;
  readonly problem: ApiProblem | undefined;
  /** Paths of fields the server would not store since they look like a CPR number; they stand as typed. */
  readonly notStored: readonly string[];
  /** Fields that somebody else wrote in at the same time. */
  readonly changedElsewhere: readonly string[];
  /** What saves have written over, until it is put back or dismissed. */
  readonly overwritten: readonly OverwrittenText[];
}

interface DraftSaverParts {
  readonly draft: DraftView;
  readonly save: (request: SaveDraftRequest, closing: boolean) => Promise<DraftView>;
}

const PAUSE_MS = 2000;
const FIRST_RETRY_MS = 3000;
const LONGEST_RETRY_MS = 60_000;

/**
 * Saves a form while it is written: two seconds after the last key it sends the changed fields only. Nothing typed is
 * dropped before the server has it.
 */
export class DraftSaver {
  readonly #save: DraftSaverParts["save"];
  readonly #listeners = new Set<() => void>();
  #server: DraftView;
  /** Typed since the last request, and the stamps it was typed on. */
  #typed: Partial<DraftValues> = {};
  #base: SaveDraftRequest["base"] = {};
  /** Fields the server has not stored: kept here as typed, and sent along with the next save. */
  #unstored: Partial<DraftValues> = {};
  /** In the request on its way. */
  #sending: Partial<DraftValues> = {};
  #running: Promise<SaveState> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retryMs = FIRST_RETRY_MS;
  #view: DraftSnapshot;

  constructor({ draft, save }: DraftSaverParts) {
    this.#save = save;
    this.#server = draft;
    const nothingElse = { notStored: [], changedElsewhere: [], overwritten: [] };
    this.#view = { draft, values: draft.fields, state: "saved", problem: undefined, ...nothingElse };
  }

  readonly snapshot = (): DraftSnapshot => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly edit = <F extends DraftFieldName>(field: F, value: DraftValues[F]): void => {
    const stamp = this.#server.stamps[field];
    if (!(field in this.#typed) && !(field in this.#unstored) && stamp !== undefined)
      this.#base = { ...this.#base, [field]: stamp };
    this.#typed = { ...this.#typed, [field]: value };
    const { state } = this.#view;
    if (state !== "retrying") this.#later(PAUSE_MS);
    this.#show({ state: state === "saving" || state === "retrying" ? state : "pending" });
  };

  /** A fresher answer from elsewhere; typed fields stay as typed. */
  accept(draft: DraftView): void {
    if (draft.savedAt < this.#server.savedAt || this.#running) return;
    this.#server = draft;
    this.#show({});
  }

  /** Lets go of words that were written over. */
  dismiss(id: string): void {
    this.#show({ overwritten: this.#view.overwritten.filter((text) => text.id !== id) });
  }

  /** Sends what is waiting at once; resolves when it is saved or has failed. `closing` outlives the page. */
  async flush(closing = false): Promise<SaveState> {
    clearTimeout(this.#timer);
    if (this.#running) await this.#running;
    if (Object.keys(this.#typed).length === 0) return this.#view.state;
    this.#running = this.#send(closing).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #send(closing: boolean): Promise<SaveState> {
    this.#sending = { ...this.#unstored, ...this.#typed };
    const request: SaveDraftRequest = { changes: this.#sending, base: this.#base };
    this.#typed = {};
    this.#base = {};
    this.#show({ state: "saving" });
    try {
      this.#server = await this.#save(request, closing);
    } catch (error) {
      return this.#failed(error, request);
    }
    this.#rebase(this.#sending);
    this.#keepUnstored(request.base);
    this.#sending = {};
    this.#retryMs = FIRST_RETRY_MS;
    const { changedElsewhere, fields, savedAt, notStored = [] } = this.#server;
    const lost = overwrittenTexts(this.#server.overwritten, { ...fields, ...this.#typed }, savedAt);
    const overwritten = [...this.#view.overwritten, ...lost];
    const isDone = Object.keys(this.#typed).length === 0;
    if (!isDone) this.#later(PAUSE_MS);
    const state = !isDone ? "pending" : notStored.length > 0 ? "partly" : "saved";
    return this.#show({ state, problem: undefined, notStored, changedElsewhere, overwritten });
  }

  /** Holds on to what was sent and not stored, with the stamps it was typed on. */
  #keepUnstored(base: SaveDraftRequest["base"]): void {
    const paths = this.#server.notStored ?? [];
    const fields = new Set(paths.map((path) => path.split(".")[0] ?? path));
    this.#unstored = Object.fromEntries(Object.entries(this.#sending).filter(([field]) => fields.has(field)));
    // The budget's other cells were stored by this very save.
    const stamps = { ...base, budgetLines: this.#server.stamps.budgetLines };
    const kept = Object.entries(stamps).filter(([field, stamp]) => fields.has(field) && stamp !== undefined);
    this.#base = { ...this.#base, ...Object.fromEntries(kept) };
  }

  /** What was typed in a field while it was being saved builds on that save, not on what was there before it. */
  #rebase(saved: Partial<DraftValues>): void {
    for (const field of Object.keys(saved) as DraftFieldName[]) {
      const stamp = this.#server.stamps[field];
      if (field in this.#typed && stamp !== undefined) this.#base = { ...this.#base, [field]: stamp };
    }
  }

  #failed(error: unknown, request: SaveDraftRequest): SaveState {
    const problem = toApiProblem(error);
    this.#typed = { ...this.#sending, ...this.#typed };
    this.#base = { ...this.#base, ...request.base };
    this.#sending = {};
    const again = problem.passing || problem.code === "conflict" || problem.code === "sign-in-needed";
    if (!again) return this.#show({ state: "refused", problem });
    this.#later(problem.retryAfterS === undefined ? this.#retryMs : problem.retryAfterS * 1000);
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
    return this.#show({ state: "retrying", problem });
  }

  #later(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), milliseconds);
  }

  #show(change: Partial<Omit<DraftSnapshot, "draft" | "values">>): SaveState {
    const values = { ...this.#server.fields, ...this.#unstored, ...this.#sending, ...this.#typed };
    this.#view = { ...this.#view, ...change, draft: this.#server, values };
    for (const listener of this.#listeners) listener();
    return this.#view.state;
  }
}
