import type { Key } from "#domain/shared/keys.ts";
import type { Result } from "#domain/shared/result.ts";
import type { StoreFailure } from "./store-failure.ts";
import type { Versioned } from "./versioned.ts";

/** One kind of record: read from the replica at once, written to SharePoint with keys and If-Match. */
export interface RecordCollection<T extends { readonly key: Key }> {
  /** Everything in the replica, in no particular order. 0 Graph requests. */
  all(): readonly Versioned<T>[];
  /** From the replica. 0 Graph requests. */
  byKey(key: Key): Versioned<T> | undefined;
  /** Straight from Graph, e.g. after a conflict; the replica takes it over. */
  read(key: Key): Promise<Result<Versioned<T>, StoreFailure>>;
  /** Creates once: after an unclear answer the key is looked up before anything is tried again. `duplicate-key` when it was there already. */
  create(value: T): Promise<Result<Versioned<T>, StoreFailure>>;
  /** One write with If-Match; `conflict` when somebody was faster. */
  save(value: T, version: Versioned<T>["version"]): Promise<Result<Versioned<T>, StoreFailure>>;
  remove(key: Key, version: Versioned<T>["version"]): Promise<Result<void, StoreFailure>>;
}

/** One delta per named list, so that a command rests on what is stored now (law 5). */
export type Refresh = (names: readonly RecordName[]) => Promise<Result<void, StoreFailure>>;

export const recordNames = [
  "centres",
  "persons",
  "bodies",
  "cases",
  "pools",
  "drafts",
  "applications",
  "reviews",
  "programmes",
  "actionItems",
  "consultations",
  "consultationParties",
  "needs",
  "needForms",
  "senders",
  "conversations",
  "audit",
] as const;
export type RecordName = (typeof recordNames)[number];
