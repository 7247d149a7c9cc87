import type { Organisation } from "#domain/organisation/organisation.ts";
import type { RecordedEdit } from "#domain/projections/outside-edit.ts";
import { plusMillis } from "#domain/shared/dates.ts";
import { keyOf } from "#domain/shared/keys.ts";
import { defaultWorkingDayCalendar, nextSendingInstant, type WorkingDayCalendar } from "#domain/shared/working-days.ts";
import type { Notice } from "./notice.ts";

/** Part of the notice about a row of one's own, which stays. */
export const OWN_ROW = "own-row";

/** How long it is still news that an edit was put back. */
const NEWS_MS = 14 * 86_400_000;

/**
 * Tells each editor once what became of an edit in an open list that may not stand (law 4): put back, or a row of
 * one's own that Fremdrift does not use. Nobody can be told of an edit whose editor is unknown.
 */
export function editNotices(
  edits: readonly RecordedEdit[],
  { persons }: Pick<Organisation, "persons">,
  calendar: WorkingDayCalendar = defaultWorkingDayCalendar,
): readonly Notice[] {
  const active = new Set(persons.filter((person) => person.active).map((person) => person.key));
  return edits.flatMap(({ key, at, kind, answer, editorKey }): readonly Notice[] => {
    if (editorKey === undefined || !active.has(editorKey) || (answer !== "put-back" && answer !== "kept")) return [];
    const notice = {
      key: keyOf("notice", "edit-put-back", key),
      kind: "edit-put-back",
      recipientKey: editorKey,
      subjectKey: key,
      part: kind === "own-row" ? OWN_ROW : "",
      dueAt: nextSendingInstant(at, calendar),
      expiresAt: plusMillis(at, NEWS_MS),
    } as const;
    return [notice];
  });
}
