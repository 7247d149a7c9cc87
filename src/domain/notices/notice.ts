import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";

export const noticeKinds = [
  "approval-request",
  "review-request",
  "review-reminder",
  "application-returned",
  "application-approved",
  "decision-request",
  "recommendation-sent-back",
  "outcome",
  "edit-put-back",
  "consultation-request",
  "consultation-reminder",
  "consultation-answer",
  "consultation-closed",
  "stale-item",
  "need-news",
  "daily-digest",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What should be told to whom, projected from records and time; keys are deterministic (law 8). */
export interface Notice {
  readonly key: Key;
  readonly kind: NoticeKind;
  readonly recipientKey: Key;
  /** The record the card is about: application, or round for reviews and decisions. */
  readonly subjectKey: Key;
  /** Extra part of the subject, e.g. the packet "deputy"; "" where there is none. */
  readonly part: string;
  /** The answer to a person's own act within the last hour goes at once; everything else keeps quiet hours. */
  readonly dueAt: Instant;
  readonly expiresAt: Instant;
  /** When the recipient did what was asked, where something was and it is done. */
  readonly answeredAt?: Instant;
  /** It answers a person's own act of the last hour: no choice and no quiet hours hold it back. */
  readonly answersOwnAct?: true;
  /** Its recipient wants such notices as a line in Teams' activity feed. */
  readonly isInFeed?: true;
  /** Its recipient wants such notices on one card in the morning. */
  readonly isCollected?: true;
}
