import { tabLink } from "#cards/tab-link.ts";
import { ok, refuse } from "#domain/shared/result.ts";
import type { GraphClient } from "#sharepoint/client/graph-client.ts";
import type { ActivityFeed } from "#use-cases/ports/activity-feed.ts";

/** The type of our lines, as the manifest declares it: its text is one parameter, in the reader's language. */
const DEADLINE = "deadline";

/**
 * Teams' activity feed through Graph. Needs the app's permission for it and the app installed for the person; who has
 * not is not reached (403, 404). What Graph will not have (400, 409) is not tried again; of an unclear end nobody knows.
 */
export function createActivityFeed(client: Pick<GraphClient, "sendActivity">, appId: string): ActivityFeed {
  return {
    async send(objectId, { text, route }) {
      const sent = await client.sendActivity(objectId, {
        topic: "Fremdrift",
        webUrl: tabLink(appId, route),
        activityType: DEADLINE,
        preview: text,
        parameters: { text },
      });
      if (sent.ok) return ok(undefined);
      const { kind, ambiguous, retryAfterS } = sent.refusal;
      if (kind === "throttled") return refuse({ kind: "not-sent", retryAfterS });
      if (kind === "forbidden" || kind === "not-found") return refuse({ kind: "unreachable" });
      if (ambiguous || kind === "unavailable") return refuse({ kind: "uncertain" });
      return refuse({ kind: "refused" });
    },
  };
}
