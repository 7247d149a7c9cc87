import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";

/** What somebody has had before the eyes. */
export interface SeenMark {
  readonly personKey: Key;
  /** A notice's own card, any message in the chat by its activity id, or a page by its address within the API. */
  readonly what: "card" | "message" | "page";
  readonly id: string;
  readonly at: Instant;
}

/**
 * Notes in memory what people have looked at, so that nobody's page waits for it; the background writes it down for
 * many at once. A service that dies loses the marks of its last minute: the notice counts as unseen until it is looked
 * at again.
 */
export interface SeenMarks {
  readonly note: (personKey: Key, what: SeenMark["what"], id: string) => void;
  /** All marks, which are forgotten here. */
  readonly take: () => readonly SeenMark[];
  /** Marks that could not be written yet; a newer one of the same stays. */
  readonly giveBack: (marks: readonly SeenMark[]) => void;
}

/** More are forgotten: a sick SharePoint shall not fill the memory. */
const MOST_MARKS = 10_000;

/** @param now business time */
export function createSeenMarks(now: () => Instant): SeenMarks {
  let marks = new Map<string, SeenMark>();
  const keep = (mark: SeenMark): void => {
    if (marks.size < MOST_MARKS) marks.set(`${mark.personKey} ${mark.what} ${mark.id}`, mark);
  };
  return {
    note: (personKey, what, id) => keep({ personKey, what, id, at: now() }),
    take() {
      const taken = [...marks.values()];
      marks = new Map();
      return taken;
    },
    giveBack(earlier) {
      const newer = [...marks.values()];
      for (const mark of [...earlier, ...newer]) keep(mark);
    },
  };
}
