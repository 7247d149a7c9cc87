import type * as z from "zod/mini";
import type { DraftView, saveDraftRequestSchema } from "#contract/drafts.ts";
import { type ApiProblem, toApiProblem } from "../../../host/api-problem.ts";
import { fieldsAtFault, namesIn, tooLargeToSend } from "./held-back.ts";
import { type OverwrittenText, overwrittenTexts } from "./overwritten.ts";
import { othersWords, type UnclearWords, withUnclear } from "./own-words.ts";

export type DraftValues = DraftView["fields"];
export type DraftFieldName = keyof DraftValues;
export type SaveDraftRequest = z.input<typeof saveDraftRequestSchema>;

/**
 * saved: all is on the server · partly: all but the fields in `notStored` · pending: typed, not sent yet · saving ·
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
  /** Paths of fields that are not stored: what looks like a CPR number, and what is far too large. They stand as typed. */
  readonly notStored: readonly string[];
  /** Fields that somebody else wrote in at the same time. */
  readonly changedElsewhere: readonly string[];
  /** What saves have written over, until it is put back or dismissed. */
  readonly overwritten: readonly OverwrittenText[];
}

interface DraftSaverParts {
  readonly draft: DraftView;
  readonly save: (request: SaveDraftRequest, closing: boolean) => Promise<DraftView>;
  /** Told why a save waits when the service has asked for a pause; undefined when it waits no longer. */
  readonly onWait?: ((problem: ApiProblem | undefined) => void) | undefined;
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
  readonly #onWait: DraftSaverParts["onWait"];
  readonly #listeners = new Set<() => void>();
  #server: DraftView;
  /** Typed since the last request, and the stamps it was typed on. */
  #typed: Partial<DraftValues> = {};
  #base: SaveDraftRequest["base"] = {};
  /** Fields the server has not stored: kept here as typed, and sent along with the next save. */
  #unstored: Partial<DraftValues> = {};
  #unstoredPaths: readonly string[] = [];
  /** Fields no request may carry as they stand, and the stamps they were typed on: kept here until they are edited. */
  #held: Partial<DraftValues> = {};
  #heldBase: SaveDraftRequest["base"] = {};
  /** In the request on its way. */
  #sending: Partial<DraftValues> = {};
  /** Sent, and stored or not: the answers were lost. */
  #unclear: UnclearWords = {};
  /** Before this moment the service wants no request. */
  #notBefore = 0;
  #running: Promise<SaveState> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retryMs = FIRST_RETRY_MS;
  #view: DraftSnapshot;

  constructor({ draft, save, onWait }: DraftSaverParts) {
    this.#save = save;
    this.#onWait = onWait;
    this.#server = draft;
    const nothingElse = { notStored: [], changedElsewhere: [], overwritten: [] };
    this.#view = { draft, values: draft.fields, state: "saved", problem: undefined, ...nothingElse };
  }

  readonly snapshot = (): DraftSnapshot => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether a form shows it now. */
  isShown(): boolean {
    return this.#listeners.size > 0;
  }

  readonly edit = <F extends DraftFieldName>(field: F, value: DraftValues[F]): void => {
    // What is on its way brings its stamp itself: by its answer, or back with its failure.
    const known = [this.#typed, this.#unstored, this.#sending].some((words) => field in words);
    const stamp = field in this.#held ? this.#heldBase[field] : this.#server.stamps[field];
    if (!known && stamp !== undefined) this.#base = { ...this.#base, [field]: stamp };
    this.#held = without(this.#held, [field]);
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

  /** Tries again at once what has failed in passing: the network or the person is back. */
  readonly retry = (): void => {
    if (this.#view.state === "retrying") void this.flush();
  };

  /**
   * Sends what is waiting, at once unless the service has asked for a pause; resolves when it is saved or has failed.
   * `closing` outlives the page.
   */
  async flush(closing = false): Promise<SaveState> {
    clearTimeout(this.#timer);
    while (this.#running) await this.#running;
    if (Object.keys(this.#typed).length === 0) return this.#view.state;
    const wait = this.#notBefore - Date.now();
    if (wait > 0) {
      this.#later(wait);
      return this.#view.state;
    }
    this.#running = this.#send(closing).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #send(closing: boolean): Promise<SaveState> {
    this.#hold(tooLargeToSend(this.#typed));
    if (Object.keys(this.#typed).length === 0) return this.#settle({});
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
    const sent = namesIn(this.#sending);
    this.#sending = {};
    this.#retryMs = FIRST_RETRY_MS;
    this.#wait(undefined);
    const { fields, savedAt } = this.#server;
    const { changedElsewhere, overwritten, ...hand } = othersWords(this.#server, this.#unclear);
    this.#server = { ...this.#server, ...hand };
    this.#unclear = without(this.#unclear, sent);
    const now = { ...fields, ...this.#typed };
    const lost = overwritten.flatMap((words, index) => overwrittenTexts(words, now, `${savedAt} ${index}`));
    return this.#settle({ changedElsewhere, overwritten: [...this.#view.overwritten, ...lost] });
  }

  /** What is true when nothing is on its way: all stored, all but some fields, or something typed meanwhile. */
  #settle(change: Pick<Partial<DraftSnapshot>, "changedElsewhere" | "overwritten">): SaveState {
    const notStored = [...this.#unstoredPaths.filter(isNotIn(this.#held)), ...namesIn(this.#held)];
    const isDone = Object.keys(this.#typed).length === 0;
    if (!isDone) this.#later(PAUSE_MS);
    const state = !isDone ? "pending" : notStored.length > 0 ? "partly" : "saved";
    return this.#show({ ...change, state, problem: undefined, notStored });
  }

  /** Keeps fields back until they are edited, with the stamps they were typed on. */
  #hold(fields: readonly DraftFieldName[]): void {
    for (const field of fields) {
      this.#held = { ...this.#held, [field]: this.#typed[field] };
      this.#heldBase = { ...this.#heldBase, [field]: this.#base[field] };
    }
    this.#typed = without(this.#typed, fields);
    this.#unstored = without(this.#unstored, fields);
    this.#base = without(this.#base, fields);
  }

  /** Holds on to what was sent and not stored, with the stamps it was typed on. */
  #keepUnstored(base: SaveDraftRequest["base"]): void {
    const paths = this.#server.notStored ?? [];
    this.#unstoredPaths = paths;
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
    if (problem.passing) this.#unclear = withUnclear(this.#unclear, this.#sending);
    const atFault = fieldsAtFault(problem, this.#sending);
    this.#sending = {};
    const again = problem.passing || problem.code === "conflict" || problem.code === "sign-in-needed";
    if (!again && atFault.length === 0) return this.#show({ state: "refused", problem });
    if (!again) {
      // The others go without them.
      this.#hold(atFault);
      return this.#settle({});
    }
    const asked = problem.retryAfterS === undefined ? undefined : problem.retryAfterS * 1000;
    this.#wait(asked === undefined ? undefined : problem);
    this.#later(asked ?? this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
    return this.#show({ state: "retrying", problem });
  }

  #wait(problem: ApiProblem | undefined): void {
    this.#notBefore = problem?.retryAt ?? 0;
    this.#onWait?.(problem);
  }

  #later(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), milliseconds);
  }

  #show(change: Partial<Omit<DraftSnapshot, "draft" | "values">>): SaveState {
    const values = { ...this.#server.fields, ...this.#unstored, ...this.#held, ...this.#sending, ...this.#typed };
    this.#view = { ...this.#view, ...change, draft: this.#server, values };
    for (const listener of this.#listeners) listener();
    return this.#view.state;
  }
}

/** The same without these fields. */
function without<T extends object>(values: T, fields: readonly DraftFieldName[]): T {
  const names: readonly string[] = fields;
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name))) as T;
}

function isNotIn(values: object): (path: string) => boolean {
  return (path) => !Object.hasOwn(values, path.split(".")[0] ?? path);
}
