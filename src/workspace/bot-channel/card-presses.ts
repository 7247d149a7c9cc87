import type { BotDelivery, Delivery, Occasion } from "./bot-delivery.ts";
import type { ChannelChanges } from "./channel-changes.ts";
import type { ChannelStore } from "./channel-store.ts";
import { adaptiveCardType, type InvokeRequest, invokeAnswerSchema } from "./channel-wire.ts";

/** What the person who pressed gets to see. */
export type PressAnswer =
  | { readonly kind: "card"; readonly card: unknown }
  | { readonly kind: "message"; readonly text: string }
  | { readonly kind: "error"; readonly code: string; readonly text: string }
  /** The bot gave no answer that a client could show. */
  | { readonly kind: "failure"; readonly reason: "timeout" | "unreachable" | "bad-answer" | "removed" };

export interface Press extends Occasion {
  /** The message whose card was pressed. */
  readonly messageId: string;
  readonly request: InvokeRequest;
}

export interface CardPresses {
  press(press: Press): Promise<PressAnswer>;
}

/**
 * Sends `adaptiveCard/action` invokes. A card in the answer replaces the card for this person only.
 * With `retryInvokes` on, a slow or empty answer is asked for once more, as Teams does: handlers run twice.
 */
export function createCardPresses(options: {
  readonly store: ChannelStore;
  readonly changes: ChannelChanges;
  readonly delivery: BotDelivery;
  readonly retryInvokes: () => boolean;
}): CardPresses {
  const ask = async ({ messageId, request, ...occasion }: Press): Promise<PressAnswer> =>
    readAnswer(
      await options.delivery.deliver(occasion, {
        type: "invoke",
        name: "adaptiveCard/action",
        replyToId: messageId,
        value: { action: request.action, trigger: request.trigger ?? "manual" },
      }),
    );
  return {
    press: async (press) => {
      const { conversation, person, messageId } = press;
      if (conversation.state === "removed") return { kind: "failure", reason: "removed" };
      const first = await ask(press);
      const again = first.kind === "failure" && first.reason !== "unreachable" && options.retryInvokes();
      const answer = again ? await ask(press) : first;
      if (answer.kind === "card") {
        options.store.setView(messageId, person.id, answer.card);
        options.changes.publish({ personId: person.id, conversationId: conversation.id, kind: "message" });
      }
      return answer;
    },
  };
}

/** Only HTTP 200 with one of the documented bodies is an answer; Teams shows "unable to reach app" for the rest. */
function readAnswer(delivery: Delivery): PressAnswer {
  if (delivery.kind !== "answered") return { kind: "failure", reason: delivery.kind };
  const answer = delivery.status === 200 ? invokeAnswerSchema.safeParse(delivery.body) : undefined;
  if (answer?.success !== true) return { kind: "failure", reason: "bad-answer" };
  switch (answer.data.type) {
    case adaptiveCardType:
      return { kind: "card", card: answer.data.value };
    case "application/vnd.microsoft.activity.message":
      return { kind: "message", text: answer.data.value };
    case "application/vnd.microsoft.error":
      return { kind: "error", code: answer.data.value.code, text: answer.data.value.message };
  }
}
