import type { Organisation } from "#domain/organisation/organisation.ts";
import { needProgress } from "#domain/projections/need-progress.ts";
import type { NeedRecords } from "#domain/projections/need-rows.ts";
import { type Instant, plusMillis } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { defaultWorkingDayCalendar, nextSendingInstant, type WorkingDayCalendar } from "#domain/shared/working-days.ts";
import type { Notice } from "./notice.ts";

/** How long it is news what became of a need. */
const NEWS_MS = 14 * 86_400_000;
/** What a decision rests before anybody is told; see the letters. */
const UNDO_MS = 30_000;

/** Part of the notice to who has been asked to write the application. */
export const NEED_WRITER = "writer";

/**
 * Tells the finder what became of a need: that it was carried on or closed, and for an application how it was decided
 * (003-07); and tells whoever is to write the application. Nobody is told of an own act.
 */
export function needNotices(
  { needs, needSources }: NeedRecords,
  { persons }: Pick<Organisation, "persons">,
  now: Instant,
  calendar: WorkingDayCalendar = defaultWorkingDayCalendar,
): readonly Notice[] {
  const active = new Set(persons.filter((person) => person.active).map((person) => person.key));
  return needs.flatMap((need): readonly Notice[] => {
    const { outcome, finderKey } = need;
    const { status, application } = needProgress(need, needSources, now);
    if (outcome === undefined || status === "open") return [];
    const about = (recipientKey: Key, part: string, at: Instant): readonly Notice[] =>
      active.has(recipientKey) ? [news(need.key, { recipientKey, part, at, occasion: outcome.at }, calendar)] : [];
    const writer = outcome.kind === "application" ? outcome.writerKey : undefined;
    const state = application?.state;
    const decided = state === "awarded" || state === "rejected" || state === "declined" ? application : undefined;
    return [
      ...(finderKey === outcome.by || finderKey === writer ? [] : about(finderKey, outcome.kind, outcome.at)),
      ...(writer === undefined || writer === outcome.by ? [] : about(writer, NEED_WRITER, outcome.at)),
      // Who wrote the application has the letter.
      ...(decided === undefined || finderKey === writer
        ? []
        : about(finderKey, "decided", plusMillis(decided.since, UNDO_MS))),
    ];
  });
}

function news(
  subjectKey: Key,
  told: { readonly recipientKey: Key; readonly part: string; readonly at: Instant; readonly occasion: Instant },
  calendar: WorkingDayCalendar,
): Notice {
  const { recipientKey, part, at, occasion } = told;
  const dueAt = nextSendingInstant(at, calendar);
  return {
    key: keyOf("notice", "need-news", subjectKey, part, recipientKey, occasion),
    kind: "need-news",
    recipientKey,
    subjectKey,
    part,
    dueAt,
    expiresAt: plusMillis(dueAt, NEWS_MS),
  };
}
