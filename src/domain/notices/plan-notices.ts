import type { ActionItem } from "#domain/action-plans/action-item.ts";
import { daysSinceUpdate, staleAfterDays } from "#domain/action-plans/action-light.ts";
import { isActive } from "#domain/action-plans/action-status.ts";
import { findCentre, findPerson, type Organisation } from "#domain/organisation/organisation.ts";
import { atTime, type Instant, plainDateOf, plusDays } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { defaultWorkingDayCalendar, nextSendingInstant, type WorkingDayCalendar } from "#domain/shared/working-days.ts";
import type { Notice } from "./notice.ts";

/**
 * Asks each owner how an item goes once nobody has said so for long enough, and again for each such time that passes:
 * one card a silence and turn, in sending hours. Where the owner has left or there is none, the head of the centre is
 * asked, so that no item is forgotten with its owner.
 */
export function planNotices(
  items: readonly ActionItem[],
  organisation: Organisation,
  now: Instant,
  calendar: WorkingDayCalendar = defaultWorkingDayCalendar,
): readonly Notice[] {
  return items.flatMap((item): readonly Notice[] => {
    const recipientKey = askedAbout(item, organisation);
    if (recipientKey === undefined || !isActive(item.status)) return [];
    const turn = turnNow(item, now);
    const notice = {
      key: staleKey(item, recipientKey, turn),
      kind: "stale-item",
      recipientKey,
      subjectKey: item.key,
      part: "",
      dueAt: nextSendingInstant(turnAt(item, turn), calendar),
      expiresAt: turnAt(item, turn + 1),
    } as const;
    return [notice];
  });
}

/** Whether a card still asks: nobody has said how it goes since it was sent, and work is still expected. */
export function stillAsks(
  item: ActionItem,
  { key, recipientKey }: Pick<Notice, "key" | "recipientKey">,
  now: Instant,
): boolean {
  if (!isActive(item.status)) return false;
  const turns = Array.from({ length: turnNow(item, now) }, (_, index) => index + 1);
  return turns.some((turn) => staleKey(item, recipientKey, turn) === key);
}

/** Who is asked: the owner, else the head of the centre; nobody where neither is there. */
export function askedAbout({ ownerKey, centreKey }: ActionItem, organisation: Organisation): Key | undefined {
  const owner = findPerson(organisation, ownerKey);
  if (owner?.active) return owner.key;
  const head = findPerson(organisation, findCentre(organisation, centreKey)?.headKey);
  return head?.active ? head.key : undefined;
}

/** Which time in this silence somebody is asked, from 1. */
function turnNow(item: ActionItem, now: Instant): number {
  const days = daysSinceUpdate(item, plainDateOf(now));
  const turn = (days - (days % staleAfterDays)) / staleAfterDays;
  return turn < 1 ? 1 : turn;
}

function turnAt({ updatedAt }: ActionItem, turn: number): Instant {
  return atTime(plusDays(plainDateOf(updatedAt), turn * staleAfterDays), "08:00");
}

function staleKey({ key, updatedAt }: ActionItem, recipientKey: Key, turn: number): Key {
  return keyOf("notice", "stale-item", key, recipientKey, updatedAt, turn);
}
