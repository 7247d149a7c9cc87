import type { Context, MiddlewareOptions } from "@microsoft/microsoft-graph-client";
import type { Lane } from "./unit-scheduler.ts";

export interface CallNoteFacts {
  readonly lane: Lane;
  /** Resource units each attempt costs. */
  readonly units: number;
  /** True where doing it twice is the same as doing it once: reads, If-Match writes, files named by their content. */
  readonly repeatable: boolean;
  readonly signal: AbortSignal | undefined;
}

/** Travels with one call through the pipeline: what the retry may do, and what happened on the way. */
export class CallNote implements MiddlewareOptions {
  readonly facts: CallNoteFacts;
  /** Attempts whose outcome is unknown: a conflict afterwards may be our own write. */
  unclearAttempts = 0;
  /** The same, without the last attempt. */
  unclearBefore = 0;
  /** How long one attempt may hang, in milliseconds: never longer than the call's patience. */
  attemptMs = 100_000;
  /** What the last attempt threw; the SDK wraps it beyond recognition. */
  thrown: unknown = undefined;

  constructor(facts: CallNoteFacts) {
    this.facts = facts;
  }
}

/** The note of a call. Throws when a request was made past `send`. */
export function noteOf(context: Context): CallNote {
  const note = context.middlewareControl?.getMiddlewareOptions(CallNote);
  if (note instanceof CallNote) return note;
  throw new TypeError("A Graph request without a note: every call goes through send()");
}
