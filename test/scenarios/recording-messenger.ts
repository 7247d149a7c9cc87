import { ok, refuse } from "#domain/shared/result.ts";
import type { CardRenderer } from "#use-cases/ports/card-renderer.ts";
import type { Messenger, MessengerFailure } from "#use-cases/ports/messenger.ts";

/** A card that was posted or replaced. */
export interface PostedCard {
  readonly to: string;
  readonly cardJson: string;
  readonly activityId: string;
  readonly act: "send" | "update";
}

/** Remembers what would have been posted; the next posts can be made to fail. */
export interface RecordingMessenger extends Messenger {
  readonly posted: PostedCard[];
  readonly failNext: (...failures: MessengerFailure["kind"][]) => void;
}

export function recordingMessenger(): RecordingMessenger {
  const posted: PostedCard[] = [];
  const failures: MessengerFailure["kind"][] = [];
  return {
    posted,
    failNext: (...kinds) => failures.push(...kinds),
    async send(conversation, cardJson) {
      const failure = failures.shift();
      if (failure === "not-sent") return refuse({ kind: failure, retryAfterS: 1 });
      if (failure !== undefined) return refuse({ kind: failure });
      const activityId = `activity-${posted.length + 1}`;
      posted.push({ to: conversation.personKey, cardJson, activityId, act: "send" });
      return ok({ activityId });
    },
    async update(conversation, activityId, cardJson) {
      posted.push({ to: conversation.personKey, cardJson, activityId, act: "update" });
      return ok(undefined);
    },
  };
}

/** Cards as plain text: kind, subject and what has become of it; closed once the awards or the approval are there. */
export const textCards: CardRenderer = ({ kind, subjectKey, part }, records) => {
  const application = records.applications.byKey(subjectKey)?.value;
  const isAnswered = kind === "approval-request" && application?.approval !== undefined;
  const card = { kind, subjectKey, part, number: application?.number ?? "", isAnswered };
  return { cardJson: JSON.stringify(card), summary: kind, answerable: kind === "approval-request" && !isAnswered };
};
