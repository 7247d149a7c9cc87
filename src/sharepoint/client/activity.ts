import type { Result } from "#domain/shared/result.ts";
import { ok } from "#domain/shared/result.ts";
import { segment } from "./encoding.ts";
import type { CallOptions, GraphFailureAnswer, Sender } from "./send.ts";

/** An entry of a person's activity feed in Teams. */
export interface ActivityEntry {
  /** What it is about, in a word or two. */
  readonly topic: string;
  /** Where a press leads: an address of Teams. */
  readonly webUrl: string;
  /** Declared in the app's manifest. */
  readonly activityType: string;
  readonly preview: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface ActivityOperations {
  /** Puts an entry into a person's feed once; after an unclear end it is never sent again. */
  readonly sendActivity: (
    userId: string,
    entry: ActivityEntry,
    options?: CallOptions,
  ) => Promise<Result<void, GraphFailureAnswer>>;
}

export function activityOperations(sender: Sender): ActivityOperations {
  return {
    sendActivity: async (userId, { topic, webUrl, activityType, preview, parameters }, options) => {
      const sent = await sender.send({
        method: "POST",
        path: `/users/${segment(userId)}/teamwork/sendActivityNotification`,
        units: 1,
        body: {
          topic: { source: "text", value: topic, webUrl },
          activityType,
          previewText: { content: preview },
          templateParameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
        },
        options,
      });
      return sent.ok ? ok(undefined) : sent;
    },
  };
}
