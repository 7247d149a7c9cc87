import { createHash, randomBytes, randomInt } from "node:crypto";
import * as z from "zod/mini";
import type { WorkspacePerson } from "../workspace-seed.ts";

/** An app with a bot, as an administrator installed it for everybody. */
export interface InstalledApp {
  /** The bot's application id: audience of channel tokens, and who a bot's own token must name. */
  readonly id: string;
  readonly name: string;
  /** Where the bot receives activities. */
  readonly messagesUrl: string;
  /** Where the package lets its bot be installed; without it for persons only. */
  readonly scopes?: readonly ("personal" | "team")[];
}

/** The content type of an adaptive card, as attachment and as answer to an invoke. */
export const adaptiveCardType = "application/vnd.microsoft.card.adaptive";

/** Teams refuses activities above this, counted as UTF-16. */
export const maxActivityBytes = 100 * 1024;

/** An activity as bots send it: only what the channel reads is checked, the rest is kept as it came. */
export const activitySchema = z.looseObject({
  type: z.string(),
  text: z.optional(z.nullable(z.string())),
  textFormat: z.optional(z.nullable(z.string())),
  summary: z.optional(z.nullable(z.string())),
  attachments: z.optional(
    z.nullable(z.array(z.looseObject({ contentType: z.string(), content: z.optional(z.unknown()) }))),
  ),
});
export type Activity = z.infer<typeof activitySchema>;

/** Body of `POST /v3/conversations`. */
export const newConversationSchema = z.looseObject({
  isGroup: z.optional(z.boolean()),
  channelData: z.optional(z.looseObject({ channel: z.optional(z.looseObject({ id: z.string() })) })),
  members: z.optional(z.array(z.looseObject({ id: z.string() }))),
  activity: z.optional(activitySchema),
});

/** What a card press sends: the action as the card holds it, with the inputs merged into `data`. */
export const invokeRequestSchema = z.object({
  action: z.looseObject({
    type: z.literal("Action.Execute"),
    verb: z.string().check(z.minLength(1)),
    title: z.optional(z.string()),
    data: z.optional(z.unknown()),
  }),
  trigger: z.optional(z.enum(["manual", "automatic"])),
});
export type InvokeRequest = z.infer<typeof invokeRequestSchema>;

/** The body a bot must give an `adaptiveCard/action` invoke, with HTTP 200. */
export const invokeAnswerSchema = z.union([
  z.object({
    statusCode: z.literal(200),
    type: z.literal(adaptiveCardType),
    value: z.looseObject({ type: z.literal("AdaptiveCard") }),
  }),
  z.object({
    statusCode: z.literal(200),
    type: z.literal("application/vnd.microsoft.activity.message"),
    value: z.string().check(z.minLength(1)),
  }),
  z.object({
    statusCode: z.number(),
    type: z.literal("application/vnd.microsoft.error"),
    value: z.object({ code: z.string(), message: z.string() }),
  }),
]);

/** The conversation of one person with one bot: made of both ids, so that it is the same in every run. */
export function conversationIdOf(appId: string, personId: string): string {
  return `a:1${digest(`conversation/${appId}/${personId}`)}`;
}

/** The channel that one app has in one team; the `@` and the colon are in real ids too. */
export function channelConversationIdOf(appId: string, teamId: string): string {
  return `19:${digest(`channel/${appId}/${teamId}`)}@thread.tacv2`;
}

/** A thread is addressed by its channel and its first message. */
export function threadIdOf(channelId: string, rootId: string): string {
  return `${channelId};messageid=${rootId}`;
}

/** The conversation and the thread that an id in an address names. */
export function readConversationId(id: string): { readonly conversationId: string; readonly rootId?: string } {
  const [conversationId = "", rootId] = id.split(";messageid=");
  return rootId === undefined ? { conversationId } : { conversationId, rootId };
}

/** A person's name in one bot's channel; bots learn it from installations, never from the directory. */
export function channelUserId(appId: string, personId: string): string {
  return `29:1${digest(`user/${appId}/${personId}`)}`;
}

/** The bot's own name in the channel. */
export function channelBotId(appId: string): string {
  return `28:${appId}`;
}

/** A new activity id: in personal chats it holds a colon, in channels it is a number of 13 digits, as real ids are. */
export function newActivityId(conversationId: string): string {
  if (conversationId.startsWith("19:")) return `1${String(randomInt(0, 2 ** 39)).padStart(12, "0")}`;
  return `1:1${randomBytes(24).toString("base64url")}`;
}

/** One row of a roster. */
export function rosterEntry(appId: string, tenantId: string, person: WorkspacePerson): Record<string, string> {
  return {
    id: channelUserId(appId, person.id),
    aadObjectId: person.id,
    objectId: person.id,
    name: person.displayName,
    givenName: person.givenName,
    surname: person.surname,
    email: person.userPrincipalName,
    userPrincipalName: person.userPrincipalName,
    tenantId,
    userRole: "user",
  };
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
