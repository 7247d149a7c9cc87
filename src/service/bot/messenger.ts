import type { IAdaptiveCard } from "@microsoft/teams.cards";
import * as z from "zod/mini";
import { withRefresh } from "#cards/card-refresh.ts";
import type { Conversation } from "#domain/notices/sender-record.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Messenger, MessengerFailure } from "#use-cases/ports/messenger.ts";
import { ServiceTokenError } from "../sign-in/service-token.ts";

/** A message with one card, as the connector takes it. */
export interface CardMessage {
  readonly type: "message";
  readonly summary?: string;
  readonly from: { readonly id: string; readonly name: string; readonly role: "bot" };
  readonly conversation: { readonly id: string };
  readonly attachments: { readonly contentType: typeof cardType; readonly content: IAdaptiveCard }[];
}

/** The two calls of the connector that the messenger needs, at one service address. */
export interface ConnectorCalls {
  readonly post: (conversationId: string, message: CardMessage) => Promise<unknown>;
  readonly put: (conversationId: string, activityId: string, message: CardMessage) => Promise<unknown>;
}

export interface MessengerOptions {
  /** The connector at a conversation's service address. */
  readonly connector: (serviceUrl: string) => ConnectorCalls;
  /** The person has removed or blocked the app. */
  readonly unreachable: (conversation: Conversation) => Promise<void>;
}

const cardType = "application/vnd.microsoft.card.adaptive";
const postedSchema = z.object({ id: z.string().check(z.minLength(1)) });

/** Posts and updates cards through the connector; says what is certain and what is not, and never tries again. */
export function createMessenger({ connector, unreachable }: MessengerOptions): Messenger {
  const failed = async (conversation: Conversation, error: unknown): Promise<MessengerFailure> => {
    const failure = failureOf(error);
    if (failure.kind === "unreachable") await unreachable(conversation);
    return failure;
  };
  return {
    async send(conversation, cardJson, summary, noticeKey): Promise<Result<{ activityId: string }, MessengerFailure>> {
      try {
        const shown = noticeKey === undefined ? cardJson : withRefresh(cardJson, noticeKey, conversation.userId);
        const message = { ...cardMessage(conversation, shown), summary };
        const posted = await connector(conversation.serviceUrl).post(conversation.conversationId, message);
        const parsed = postedSchema.safeParse(posted);
        // Taken without telling its id: the card stands there, but cannot be updated.
        return parsed.success ? ok({ activityId: parsed.data.id }) : refuse({ kind: "uncertain" });
      } catch (error) {
        return refuse(await failed(conversation, error));
      }
    },
    async update(conversation, activityId, cardJson): Promise<Result<void, MessengerFailure>> {
      try {
        await connector(conversation.serviceUrl).put(
          conversation.conversationId,
          activityId,
          cardMessage(conversation, cardJson),
        );
        return ok(undefined);
      } catch (error) {
        if (statusOf(error) === 404) return ok(undefined);
        return refuse(await failed(conversation, error));
      }
    },
  };
}

/** A card as a message to a conversation, personal or not. */
export function cardMessage(
  conversation: Pick<Conversation, "conversationId" | "botId">,
  cardJson: string,
): CardMessage {
  return {
    type: "message",
    from: { id: conversation.botId, name: "Fremdrift", role: "bot" },
    conversation: { id: conversation.conversationId },
    attachments: [{ contentType: cardType, content: JSON.parse(cardJson) as IAdaptiveCard }],
  };
}

const httpErrorSchema = z.object({
  response: z.object({ status: z.int(), headers: z.optional(z.unknown()) }),
});
const codeSchema = z.object({ code: z.string() });
const retryAfterSchema = z.object({ "retry-after": z.coerce.number().check(z.nonnegative()) });

function statusOf(error: unknown): number | undefined {
  const parsed = httpErrorSchema.safeParse(error);
  return parsed.success ? parsed.data.response.status : undefined;
}

/** No connection was made, so nothing was posted. */
const beforeSending = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"];

/**
 * What an error of the SDK means: 403 and 404 that nobody is there, 400 and 413 that the card itself is refused, other
 * refusals (401, 412, 429) and 503 that nothing was posted, 500, 502, 504, time-outs and broken connections that nobody knows.
 */
export function failureOf(error: unknown): MessengerFailure {
  if (error instanceof ServiceTokenError) return { kind: "not-sent", retryAfterS: undefined };
  const parsed = httpErrorSchema.safeParse(error);
  if (parsed.success) {
    const { status, headers } = parsed.data.response;
    if (status === 403 || status === 404) return { kind: "unreachable" };
    if (status === 400 || status === 413) return { kind: "refused" };
    if (status < 500 || status === 503) {
      const wait = retryAfterSchema.safeParse(headers);
      return { kind: "not-sent", retryAfterS: wait.success ? wait.data["retry-after"] : undefined };
    }
    return { kind: "uncertain" };
  }
  const coded = codeSchema.safeParse(error);
  const neverSent = coded.success && beforeSending.includes(coded.data.code);
  return neverSent ? { kind: "not-sent", retryAfterS: undefined } : { kind: "uncertain" };
}
