import type { NoticeKind } from "./notice.ts";

/** Kinds of notices as people tell them apart; one choice holds for all kinds of a group. */
export const noticeGroups = ["own-decisions", "requests", "reminders", "answers", "lists"] as const;
export type NoticeGroup = (typeof noticeGroups)[number];

/** At once as a card in the chat or a line in Teams' activity feed, on one card the next morning, or only in the tab. */
export const noticeModes = ["now", "feed", "morning", "tab"] as const;
export type NoticeMode = (typeof noticeModes)[number];

/**
 * The group of each kind; a kind that belongs to none is never moved or left out for a choice: the letter of a decision
 * is owed to its recipient. A new kind is one line here.
 */
const groupOfKind: Readonly<Record<NoticeKind, NoticeGroup | undefined>> = {
  "approval-request": "own-decisions",
  "decision-request": "own-decisions",
  "review-request": "requests",
  "review-reminder": "reminders",
  "application-returned": "answers",
  "application-approved": "answers",
  "recommendation-sent-back": "answers",
  outcome: undefined,
  "edit-put-back": "lists",
  "stale-item": "reminders",
  "need-news": "answers",
  "consultation-request": "requests",
  "consultation-reminder": "reminders",
  "consultation-answer": "answers",
  "consultation-closed": "requests",
  "daily-digest": undefined,
};

const withoutFeed: readonly NoticeMode[] = ["now", "morning", "tab"];

/** What may be chosen for a group: what nobody else can decide always reaches the chat, and only deadlines fit a line. */
export const modesOfGroup: Readonly<Record<NoticeGroup, readonly NoticeMode[]>> = {
  "own-decisions": ["now", "morning"],
  requests: withoutFeed,
  reminders: noticeModes,
  answers: withoutFeed,
  lists: withoutFeed,
};

/** When people may be disturbed on working days, as clock times `HH:MM`; `until` itself is too late. */
export interface NoticeHours {
  readonly from: string;
  readonly until: string;
}

/** How one person wants to be told; what is not named here is as the house has it. */
export interface NoticeChoices {
  readonly modes: Readonly<Partial<Record<NoticeGroup, NoticeMode | undefined>>>;
  /** A part of the house's hours. */
  readonly hours: NoticeHours | undefined;
}

/** The group a kind of notice belongs to; undefined where there is nothing to choose. */
export function groupOf(kind: NoticeKind): NoticeGroup | undefined {
  return groupOfKind[kind];
}

/** How a group is told by these choices; a mode the group does not have (any more) counts as the house's. */
export function modeOf(choices: NoticeChoices | undefined, group: NoticeGroup): NoticeMode {
  const chosen = choices?.modes[group] ?? "now";
  return modesOfGroup[group].includes(chosen) ? chosen : "now";
}
