import type { DraftView } from "#contract/drafts.ts";
import type { DraftFieldName, DraftValues } from "./draft-saver.ts";
import { namesIn } from "./held-back.ts";

/** Values of this window that may have been stored although the answer never came. */
export type UnclearWords = Readonly<Partial<Record<DraftFieldName, readonly string[]>>>;

/** Adds what was in a request without an answer. */
export function withUnclear(known: UnclearWords, sent: Partial<DraftValues>): UnclearWords {
  const added = namesIn(sent).map((name) => [name, [...(known[name] ?? []), JSON.stringify(sent[name])]] as const);
  return { ...known, ...Object.fromEntries(added) };
}

/** What a save has written over, as far as it is not this window's own. */
export interface OthersWords extends Pick<DraftView, "changedElsewhere" | "changedBy"> {
  readonly overwritten: readonly DraftView["overwritten"][];
}

/**
 * Words of a request whose answer was lost are no other window's, and what that request itself wrote over is told now
 * (T08 after T30).
 */
export function othersWords(answer: DraftView, unclear: UnclearWords): OthersWords {
  const isOwn = (name: string, value: unknown): boolean =>
    (unclear as Readonly<Record<string, readonly string[] | undefined>>)[name]?.includes(JSON.stringify(value)) ===
    true;
  const told = answer.overwritten;
  const own = Object.entries(told).flatMap(([name, value]) => (isOwn(name, value) ? [name] : []));
  const others = Object.fromEntries(Object.entries(told).filter(([name]) => !own.includes(name)));
  const before = (answer.overwrittenBefore ?? []).flatMap((words) =>
    Object.entries(words).filter(([name, value]) => Object.hasOwn(unclear, name) && !isOwn(name, value)),
  );
  const changed = answer.changedElsewhere.filter((name) => !own.includes(name));
  // Whose hand the lost answer named is not known.
  const hand = before.length > 0 ? "unknown" : answer.changedBy;
  return {
    ...(hand === undefined ? {} : { changedBy: hand }),
    changedElsewhere: [...new Set([...changed, ...before.map(([name]) => name)])],
    overwritten: [...before.map(([name, value]) => ({ [name]: value })), others],
  };
}
