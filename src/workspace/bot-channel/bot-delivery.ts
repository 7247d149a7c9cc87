import { randomUUID } from "node:crypto";
import type { WorkspacePerson, WorkspaceSeed } from "../workspace-seed.ts";
import type { ChannelTokens } from "./channel-tokens.ts";
import { channelBotId, channelUserId, conversationIdOf, type InstalledApp } from "./channel-wire.ts";

/** What became of an activity given to a bot. */
export type Delivery =
  | { readonly kind: "answered"; readonly status: number; readonly body: unknown }
  | { readonly kind: "timeout" }
  | { readonly kind: "unreachable" };

/** Posts activities to bots, signed and in the envelope Teams uses. */
export interface BotDelivery {
  /** `part` is what makes the activity what it is: type, name, value, text … */
  deliver(app: InstalledApp, person: WorkspacePerson, part: Record<string, unknown>): Promise<Delivery>;
}

export interface BotDeliveryOptions {
  readonly tenant: WorkspaceSeed["tenant"];
  readonly serviceUrl: string;
  readonly tokens: ChannelTokens;
  /** Business time: what the activity says about when it happened. */
  readonly now: () => Date;
  readonly fetch: (input: string, init: RequestInit) => Promise<Response>;
  /** Gives up on an answer after this time. */
  readonly timeoutMs: number;
  readonly timeoutSignal: (milliseconds: number) => AbortSignal;
}

export function createBotDelivery(options: BotDeliveryOptions): BotDelivery {
  return {
    deliver: async (app, person, part) => {
      const signal = options.timeoutSignal(options.timeoutMs);
      try {
        const response = await options.fetch(app.messagesUrl, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            authorization: `Bearer ${await options.tokens.tokenFor(app.id)}`,
          },
          body: JSON.stringify({ ...envelope(options, app, person), ...part }),
          signal,
        });
        return { kind: "answered", status: response.status, body: parseJson(await response.text()) };
      } catch {
        return { kind: signal.aborted ? "timeout" : "unreachable" };
      }
    },
  };
}

function envelope(options: BotDeliveryOptions, app: InstalledApp, person: WorkspacePerson): Record<string, unknown> {
  const { tenant, serviceUrl } = options;
  const conversationId = conversationIdOf(app.id, person.id);
  const timestamp = options.now();
  return {
    id: randomUUID(),
    channelId: "msteams",
    serviceUrl,
    timestamp: timestamp.toISOString(),
    localTimestamp: timestamp.toISOString(),
    localTimezone: tenant.timeZone,
    locale: person.preferredLanguage,
    from: { id: channelUserId(app.id, person.id), name: person.displayName, aadObjectId: person.id },
    recipient: { id: channelBotId(app.id), name: app.name },
    conversation: { conversationType: "personal", tenantId: tenant.id, id: conversationId },
    channelData: { tenant: { id: tenant.id } },
    entities: [
      {
        type: "clientInfo",
        locale: person.preferredLanguage,
        country: "DK",
        platform: "Web",
        timezone: tenant.timeZone,
      },
    ],
  };
}

/** An empty or broken body is `undefined`: the caller decides what that means. */
function parseJson(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
