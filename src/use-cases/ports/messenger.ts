import type { Conversation } from "#domain/notices/sender-record.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Result } from "#domain/shared/result.ts";

/** Why a card did not arrive for certain. */
export type MessengerFailure =
  /** The channel refused before anything was posted (4xx, no answer to the connection): safe to try again later. */
  | { readonly kind: "not-sent"; readonly retryAfterS: number | undefined }
  /** The bot is blocked or the person is gone (403, 404). */
  | { readonly kind: "unreachable" }
  /** The channel will never take this card (400, 413): trying again would be in vain. */
  | { readonly kind: "refused" }
  /** Nobody knows whether it arrived (time-out, 502, 504): never resent by itself. */
  | { readonly kind: "uncertain" };

/** Posts Adaptive Cards to people through the bot channel; implemented by the bot. */
export interface Messenger {
  /**
   * Posts a card once. `summary` is the text of the notification: never a name or closed content. With a notice's key
   * the card asks for its newest view when its recipient has it before the eyes, which tells that it was seen.
   */
  send(
    conversation: Conversation,
    cardJson: string,
    summary: string,
    noticeKey?: Key,
  ): Promise<Result<{ readonly activityId: string }, MessengerFailure>>;
  /** Replaces a card that stands in the chat; a card that is gone is no failure. */
  update(conversation: Conversation, activityId: string, cardJson: string): Promise<Result<void, MessengerFailure>>;
}
