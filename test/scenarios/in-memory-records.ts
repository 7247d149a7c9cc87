import type { Key } from "#domain/shared/keys.ts";
import { sha256Hex } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { BasisLibrary } from "#use-cases/ports/basis-library.ts";
import type { RecordCollection, RecordName } from "#use-cases/ports/record-collection.ts";
import type { Records } from "#use-cases/ports/records.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import type { Version, Versioned } from "#use-cases/ports/versioned.ts";
import { inMemoryAnswerFiles } from "./in-memory-answer-files.ts";

/** Writes a test may look at, newest last. */
export interface WriteSeen {
  readonly list: RecordName | "basis";
  readonly act: "create" | "save" | "remove" | "put";
  readonly key: string;
}

/** Records kept in memory with the same promises as SharePoint's: unique keys, If-Match, values that are copies. */
export interface InMemoryRecords {
  readonly records: Records;
  readonly basis: BasisLibrary;
  readonly answerFiles: ReturnType<typeof inMemoryAnswerFiles>;
  readonly writes: WriteSeen[];
  /** Refreshes asked for, as lists of names. */
  readonly refreshes: (readonly RecordName[])[];
  /** The next write to the list meets this instead; "behind" lets somebody else write first. */
  failNext(list: RecordName, failure: StoreFailure["kind"]): void;
  onChange(listener: (list: RecordName, key: Key) => void): () => void;
}

export function inMemoryRecords(): InMemoryRecords {
  const writes: WriteSeen[] = [];
  const refreshes: (readonly RecordName[])[] = [];
  const failures = new Map<RecordName, StoreFailure["kind"][]>();
  const listeners = new Set<(list: RecordName, key: Key) => void>();
  const files = new Map<string, string>();
  const failure = (kind: StoreFailure["kind"]): StoreFailure => ({ kind, requestId: "test", retryAfterS: undefined });

  function collection<T extends { readonly key: Key }>(
    list: RecordName,
    unique: (value: T) => string = (value) => value.key,
  ): RecordCollection<T> {
    const items = new Map<Key, Versioned<T>>();
    let version = 0;
    const put = (value: T, act: "create" | "save"): Versioned<T> => {
      version += 1;
      const stored = { value: structuredClone(value), version: `${version}` as Version };
      items.set(value.key, stored);
      writes.push({ list, act, key: value.key });
      for (const listener of listeners) listener(list, value.key);
      return stored;
    };
    const planned = (): StoreFailure["kind"] | undefined => failures.get(list)?.shift();
    return {
      all: () => [...items.values()],
      byKey: (key) => items.get(key),
      async read(key) {
        const item = items.get(key);
        return item === undefined ? refuse(failure("not-found")) : ok(item);
      },
      async create(value) {
        const fault = planned();
        if (fault !== undefined) return refuse(failure(fault));
        const taken = items.has(value.key) || [...items.values()].some((item) => unique(item.value) === unique(value));
        return taken ? refuse(failure("duplicate-key")) : ok(put(value, "create"));
      },
      async save(value, expected) {
        const fault = planned();
        if (fault !== undefined) return refuse(failure(fault));
        const item = items.get(value.key);
        if (item === undefined) return refuse(failure("not-found"));
        return item.version === expected ? ok(put(value, "save")) : refuse(failure("conflict"));
      },
      async remove(key): Promise<Result<void, StoreFailure>> {
        const fault = planned();
        if (fault !== undefined) return refuse(failure(fault));
        items.delete(key);
        writes.push({ list, act: "remove", key });
        for (const listener of listeners) listener(list, key);
        return ok(undefined);
      },
    };
  }

  const records: Records = {
    centres: collection("centres"),
    persons: collection("persons"),
    bodies: collection("bodies"),
    cases: collection("cases"),
    pools: collection("pools"),
    drafts: collection("drafts", (draft) => draft.number),
    applications: collection("applications"),
    reviews: collection("reviews"),
    programmes: collection("programmes"),
    actionItems: collection("actionItems"),
    consultations: collection("consultations"),
    consultationParties: collection("consultationParties"),
    needs: collection("needs"),
    needForms: collection("needForms"),
    senders: collection("senders"),
    conversations: collection("conversations"),
    audit: collection("audit"),
    async refresh(names) {
      refreshes.push(names);
      return ok(undefined);
    },
  };
  const basis: BasisLibrary = {
    async put(sha256, text) {
      if (sha256Hex(text) !== sha256) throw new Error("A basis file must be named by its own hash");
      files.set(sha256, text);
      writes.push({ list: "basis", act: "put", key: sha256 });
      return ok(undefined);
    },
    async get(sha256) {
      const text = files.get(sha256);
      return text === undefined ? refuse(failure("not-found")) : ok(text);
    },
  };
  return {
    records,
    basis,
    answerFiles: inMemoryAnswerFiles(),
    writes,
    refreshes,
    failNext: (list, kind) => failures.set(list, [...(failures.get(list) ?? []), kind]),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
