import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { NoticeKind } from "./notice.ts";

export const deliveryStates = ["sending", "sent", "uncertain", "expired", "undeliverable", "digested"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/**
 * What was done about one notice; `sending` found later is `uncertain` and never sent again by itself, `digested` is told
 * by one card for many, whose key stands in place of the activity.
 */
export interface Delivery {
  readonly noticeKey: Key;
  readonly recipientKey: Key;
  readonly part: string;
  readonly state: DeliveryState;
  readonly at: Instant;
  readonly conversationId: string;
  readonly activityId: string;
  /** Hash of the card last shown, so that the same card is updated and not sent again. */
  readonly cardHash: string;
  /** The card last shown could not be answered; when that changes (an undone decision) it is replaced again. */
  readonly closed: boolean;
  /** When its recipient first had it before the eyes: the card was shown, or the page it points to was opened. */
  readonly seenAt?: Instant | undefined;
}

/** The sender's own record: one subject and kind, at most 200 recipients a shard. */
export interface SenderRecord {
  readonly key: Key;
  readonly kind: NoticeKind;
  readonly subjectKey: Key;
  readonly shard: number;
  readonly deliveries: readonly Delivery[];
}

/** Where the bot reaches a person; refreshed by every install event and message. */
export interface Conversation {
  readonly key: Key;
  readonly personKey: Key;
  readonly objectId: string;
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly userId: string;
  readonly botId: string;
  readonly tenantId: string;
  readonly locale: string;
  readonly blockedAt: Instant | undefined;
  readonly installedAt: Instant;
}
