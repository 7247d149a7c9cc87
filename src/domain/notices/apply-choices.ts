import { atTime, type Instant, plainDateOf } from "#domain/shared/dates.ts";
import {
  isWorkingDay,
  nextSendingInstant,
  nextWorkingDay,
  sendingHours,
  type WorkingDayCalendar,
} from "#domain/shared/working-days.ts";
import type { Notice } from "./notice.ts";
import { groupOf, modeOf, type NoticeChoices, type NoticeHours } from "./notice-choices.ts";

/**
 * A notice as its recipient wants it: later, for the morning's one card, or undefined where the tab alone is to tell.
 * Never earlier than without choices; where the chosen hour would be too late the house's is kept, so that nothing is
 * lost. What answers a person's own act goes at once whatever she chose (law 8). A notice that could not be sent when it
 * was due waits for the chosen hours again. Applied to its own result it changes nothing.
 */
export function applyChoices(
  notice: Notice,
  choices: NoticeChoices | undefined,
  calendar: WorkingDayCalendar,
  now: Instant,
): Notice | undefined {
  if (choices === undefined || notice.answersOwnAct === true) return notice;
  const group = groupOf(notice.kind);
  const mode = group === undefined ? "now" : modeOf(choices, group);
  if (mode === "tab") return undefined;
  if (mode === "now" && choices.hours === undefined) return notice;
  const hours = choices.hours ?? sendingHours;
  const within = (dueAt: Instant): Instant => {
    if (dueAt > now) return dueAt;
    const open = nextSendingInstant(now, calendar, hours);
    return open === now ? dueAt : open;
  };
  if (mode === "morning") {
    const dueAt = within(firstMorning(notice.dueAt, hours, calendar));
    if (dueAt < notice.expiresAt) return { ...notice, dueAt, isCollected: true };
  }
  const told: Notice = mode === "feed" ? { ...notice, isInFeed: true } : notice;
  const dueAt = within(nextSendingInstant(notice.dueAt, calendar, hours));
  return dueAt < notice.expiresAt ? { ...told, dueAt } : told;
}

/** The first moment, now or later, at which the hours of a working day begin. */
function firstMorning(instant: Instant, { from }: NoticeHours, calendar: WorkingDayCalendar): Instant {
  const day = plainDateOf(instant);
  const begins = atTime(day, from);
  return isWorkingDay(day, calendar) && begins >= instant ? begins : atTime(nextWorkingDay(day, calendar), from);
}
