/** What a store may answer instead of a result: expected outcomes of I/O, never thrown. */
export interface StoreFailure {
  readonly kind:
    | "not-found"
    | "conflict"
    | "forbidden"
    | "throttled"
    | "unavailable"
    | "malformed-item"
    | "duplicate-key"
    | "too-large";
  /** Correlation id of the Graph call, for the log and the error text. */
  readonly requestId: string | undefined;
  /** Seconds to wait, where the store said so. */
  readonly retryAfterS: number | undefined;
}

/** The one answer for "not there" and "not yours", so that nobody learns which it was (T19). */
export const notFound: StoreFailure = { kind: "not-found", requestId: undefined, retryAfterS: undefined };
