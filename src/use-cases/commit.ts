import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import type { RecordCollection } from "./ports/record-collection.ts";
import { notFound, type StoreFailure } from "./ports/store-failure.ts";
import type { Versioned } from "./ports/versioned.ts";

/** How often a pure decision is taken again when somebody else was faster; then the conflict is answered. */
const MOST_ATTEMPTS = 6;

/** Decides what a record becomes; the same object back means that nothing is to be written. */
export type Decide<T, R> = (current: T) => Result<T, R>;

/**
 * Load, decide, save with the version read; on a conflict the record is read again from Graph (never from the
 * replica, law 5) and the decision taken anew. Only for decisions that are pure and may be repeated.
 * @returns the record as stored; a refusal of the decision; `conflict` when others were faster every time
 */
export async function commit<T extends { readonly key: Key }, R>(
  collection: RecordCollection<T>,
  key: Key,
  decide: Decide<T, R>,
): Promise<Result<Versioned<T>, R | StoreFailure>> {
  const known = collection.byKey(key);
  if (known === undefined) return { ok: false, refusal: notFound };
  let current = known;
  for (let attempt = 1; ; attempt += 1) {
    const decided = decide(current.value);
    if (!decided.ok) return decided;
    if (decided.value === current.value) return ok(current);
    const saved = await collection.save(decided.value, current.version);
    if (saved.ok || saved.refusal.kind !== "conflict" || attempt === MOST_ATTEMPTS) return saved;
    const fresh = await collection.read(key);
    if (!fresh.ok) return fresh;
    current = fresh.value;
  }
}

/**
 * The same for a record that may not exist yet: created with its own key, so that two presses that race become one
 * record; the loser decides again on what the winner wrote.
 */
export async function commitOrCreate<T extends { readonly key: Key }, R>(
  collection: RecordCollection<T>,
  key: Key,
  decide: (current: T | undefined) => Result<T, R>,
): Promise<Result<Versioned<T>, R | StoreFailure>> {
  let current = collection.byKey(key);
  for (let attempt = 1; ; attempt += 1) {
    const decided = decide(current?.value);
    if (!decided.ok) return decided;
    if (current !== undefined && decided.value === current.value) return ok(current);
    const saved =
      current === undefined
        ? await collection.create(decided.value)
        : await collection.save(decided.value, current.version);
    if (saved.ok || attempt === MOST_ATTEMPTS) return saved;
    if (saved.refusal.kind !== "conflict" && saved.refusal.kind !== "duplicate-key") return saved;
    const fresh = await collection.read(key);
    if (!fresh.ok) return fresh;
    current = fresh.value;
  }
}
