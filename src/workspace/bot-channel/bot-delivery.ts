import { randomUUID } from "node:crypto";
import type { WorkspacePerson, WorkspaceSeed } from "../workspace-seed.ts";
import type { Conversation } from "./channel-store.ts";
import type { ChannelTokens } from "./channel-tokens.ts";
import { channelBotId, channelUserId, type InstalledApp, threadIdOf } from "./channel-wire.ts";
import type { Rosters } from "./rosters.ts";

/** What became of an activity given to a bot. */
export type Delivery =
  | { readonly kind: "answered"; readonly status: number; readonly body: unknown }
  | { readonly kind: "timeout" }
  | { readonly kind: "unreachable" };

/** Who does something where. */
export interface Occasion {
  readonly app: InstalledApp;
  readonly person: WorkspacePerson;
  readonly conversation: Conversation;
  /** The thread it happens in; in channels only. */
  readonly rootId?: string | undefined;
}

/** Posts activities to bots, signed and in the envelope Teams uses. */
export interface BotDelivery {
  /** `part` is what makes the activity what it is: type, name, value, text … */
  deliver(occasion: Occasion, part: Record<string, unknown>): Promise<Delivery>;
}

export interface BotDeliveryOptions {
  readonly tenant: WorkspaceSeed["tenant"];
  readonly rosters: Rosters;
  readonly serviceUrl: string;
  readonly tokens: ChannelTokens;
  /** Business time: what the activity says about when it happened. */
  readonly now: () => Date;
  readonly fetch: (input: string, init: RequestInit) => Promise<Response>;
  /** Gives up on an answer after this time. */
  readonly timeoutMs: number;
  readonly timeoutSignal: (milliseconds: number) => AbortSignal;
}

/**
 * The road from the channel to every bot. A delivery never throws: an answer of any status, none in time and no bot at the
 * address are the three ways it can end. `entities` and `channelData` of a part are added to the usual ones; all else
 * takes their place.
 */
export function createBotDelivery(options: BotDeliveryOptions): BotDelivery {
  return {
    deliver: async (occasion, { entities, channelData, ...part }) => {
      const { app } = occasion;
      const signal = options.timeoutSignal(options.timeoutMs);
      const usual = envelope(options, occasion);
      try {
        const response = await options.fetch(app.messagesUrl, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            authorization: `Bearer ${await options.tokens.tokenFor(app.id)}`,
          },
          body: JSON.stringify({
            ...usual,
            ...part,
            entities: [...usual.entities, ...(Array.isArray(entities) ? (entities as unknown[]) : [])],
            channelData: { ...usual.channelData, ...(channelData as object | undefined) },
          }),
          signal,
        });
        return { kind: "answered", status: response.status, body: parseJson(await response.text()) };
      } catch {
        return { kind: signal.aborted ? "timeout" : "unreachable" };
      }
    },
  };
}

function envelope(options: BotDeliveryOptions, occasion: Occasion) {
  const { tenant, serviceUrl } = options;
  const { app, person } = occasion;
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
    ...place(options, occasion),
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

/** The conversation as Teams names it: in a channel with its thread, its team and that it is a group's. */
function place({ tenant, rosters }: BotDeliveryOptions, { conversation, rootId }: Occasion) {
  const team = rosters.teamOf(conversation);
  if (team === undefined) {
    return {
      conversation: { conversationType: "personal", tenantId: tenant.id, id: conversation.id },
      channelData: { tenant: { id: tenant.id } },
    };
  }
  const id = rootId === undefined ? conversation.id : threadIdOf(conversation.id, rootId);
  return {
    conversation: { isGroup: true, conversationType: "channel", tenantId: tenant.id, id },
    channelData: {
      tenant: { id: tenant.id },
      teamsChannelId: conversation.id,
      teamsTeamId: team.id,
      channel: { id: conversation.id },
      team: { id: team.id, name: team.displayName, aadGroupId: team.groupId },
    },
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
