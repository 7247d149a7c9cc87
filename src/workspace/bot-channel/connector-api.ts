import { type Context, Hono } from "hono";
import type * as z from "zod/mini";
import type { ChannelChanges } from "./channel-changes.ts";
import type { ChannelStore, Conversation } from "./channel-store.ts";
import type { ChannelSwitches } from "./channel-switches.ts";
import {
  type Activity,
  activitySchema,
  channelUserId,
  conversationIdOf,
  maxActivityBytes,
  newConversationSchema,
  readConversationId,
  threadIdOf,
} from "./channel-wire.ts";
import { refusal } from "./connector-refusal.ts";
import { mountRoster } from "./connector-roster.ts";
import type { Rosters } from "./rosters.ts";

export interface ConnectorOptions {
  readonly rosters: Rosters;
  readonly store: ChannelStore;
  readonly changes: ChannelChanges;
  readonly switches: ChannelSwitches;
  readonly now: () => Date;
  /** The application a bot's bearer token proves, or nothing if it proves nothing. */
  readonly verifyBotToken: (bearer: string) => Promise<string | undefined> | string | undefined;
}

export type ConnectorEnv = { Variables: { appId: string } };
type Ctx = Context<ConnectorEnv>;

/** What an address names: a conversation, in channels maybe one of its threads. */
interface Place {
  readonly conversation: Conversation;
  readonly rootId: string | undefined;
}

/** The Bot Connector REST interface, for the calls bots make in personal chats and channels. Mounted at the service address. */
export function createConnectorApi(options: ConnectorOptions): Hono<ConnectorEnv> {
  const api = new Hono<ConnectorEnv>();
  api.use("*", async (c, next) => {
    const bearer = /^Bearer (.+)$/iu.exec(c.req.header("authorization") ?? "")?.[1];
    const appId = bearer === undefined ? undefined : await options.verifyBotToken(bearer);
    if (appId === undefined) return refusal(401, "Unauthorized", "Authorization has been denied for this request.");
    c.set("appId", appId);
    return next();
  });
  api.use("*", async (_c, next) => {
    const { switches } = options;
    if (switches.throttledCalls === 0) return next();
    switches.throttledCalls -= 1;
    return refusal(429, "TooManyRequests", "API calls quota exceeded! Maximum admitted 7 per 1 second(s).", {
      "retry-after": String(switches.retryAfterS),
    });
  });
  api.post("/v3/conversations", (c) => createConversation(c, options));
  const activities = "/v3/conversations/:conversation/activities";
  api.post(activities, (c) => inPlace(c, options, (place) => post(c, options, place)));
  api.post(`${activities}/:activity`, (c) => inPlace(c, options, (place) => reply(c, options, place)));
  api.put(`${activities}/:activity`, (c) => inPlace(c, options, (place) => put(c, options, place)));
  api.delete(`${activities}/:activity`, (c) => inPlace(c, options, (place) => remove(c, options, place)));
  mountRoster(api, options.rosters, (c, act) => inPlace(c, options, ({ conversation }) => act(conversation)));
  return api;
}

/** Opens the personal chat with somebody the app is installed for, or a new thread in a channel. */
async function createConversation(c: Ctx, options: ConnectorOptions): Promise<Response> {
  const body = await read(c, newConversationSchema);
  if (body === undefined) return refusal(400, "BadSyntax", "The conversation could not be read.");
  const channelId = body.channelData?.channel?.id;
  if (channelId !== undefined) return startThread(c, options, channelId, body.activity);
  const [memberId, ...others] = (body.members ?? []).map(({ id }) => id);
  if (memberId === undefined || body.isGroup === true || others.length > 0) {
    return refusal(400, "BadSyntax", "Only a conversation with one member can be created.");
  }
  const appId = c.get("appId");
  const conversation = personalChat(options, appId, memberId);
  if (conversation === undefined || conversation.state === "removed") {
    return refusal(403, "ForbiddenOperationException", "The bot is not installed in the user's personal scope.");
  }
  if (body.activity === undefined) return c.json({ id: conversation.id }, 201);
  if (isTooBig(body.activity)) return tooBig();
  return c.json(
    { id: conversation.id, activityId: keep(options, { conversation, rootId: undefined }, body.activity) },
    201,
  );
}

function personalChat({ store }: ConnectorOptions, appId: string, memberId: string): Conversation | undefined {
  return store
    .conversationsOfApp(appId)
    .find(
      ({ id, holderId, kind }) =>
        kind === "personal" &&
        id === conversationIdOf(appId, holderId) &&
        (holderId === memberId || channelUserId(appId, holderId) === memberId),
    );
}

function startThread(
  c: Ctx,
  options: ConnectorOptions,
  channelId: string,
  activity: Activity | undefined,
): Promise<Response> | Response {
  const conversation = options.store.conversation(channelId);
  const refused = refuseConversation(c, conversation);
  if (conversation === undefined || refused !== undefined) return refused ?? noSuchConversation();
  if (activity === undefined) return refusal(400, "BadSyntax", "A new thread needs its first message.");
  if (isTooBig(activity)) return tooBig();
  const activityId = keep(options, { conversation, rootId: undefined }, activity);
  return c.json({ id: threadIdOf(conversation.id, activityId), activityId }, 201);
}

async function post(c: Ctx, options: ConnectorOptions, place: Place): Promise<Response> {
  const activity = await read(c, activitySchema);
  if (activity === undefined) return refusal(400, "BadSyntax", "The activity could not be read.");
  if (isTooBig(activity)) return tooBig();
  if (activity.type === "message") return c.json({ id: keep(options, place, activity) }, 201);
  if (activity.type === "typing") publish(options, place.conversation, "typing");
  return c.json({}, 202);
}

/** The other form of an answer: what is answered stands in the address, and its thread is where the answer goes. */
function reply(c: Ctx, options: ConnectorOptions, { conversation, rootId }: Place): Promise<Response> {
  // Bots also answer installations and presses, which are no messages.
  const answered = options.store.message(conversation.id, c.req.param("activity") ?? "");
  const thread = conversation.kind === "channel" ? (rootId ?? answered?.rootId ?? answered?.id) : undefined;
  return post(c, options, { conversation, rootId: thread });
}

async function put(c: Ctx, options: ConnectorOptions, { conversation }: Place): Promise<Response> {
  const id = c.req.param("activity") ?? "";
  const activity = await read(c, activitySchema);
  if (activity === undefined) return refusal(400, "BadSyntax", "The activity could not be read.");
  if (options.store.message(conversation.id, id)?.author !== "bot") return noSuchActivity();
  if (isTooBig(activity)) return tooBig();
  options.store.replaceMessage(conversation.id, id, activity, options.now().toISOString());
  publish(options, conversation, "message");
  return c.json({ id });
}

function remove(c: Ctx, options: ConnectorOptions, { conversation }: Place): Response {
  const id = c.req.param("activity") ?? "";
  if (options.store.message(conversation.id, id)?.author !== "bot") return noSuchActivity();
  options.store.removeMessage(conversation.id, id);
  publish(options, conversation, "message");
  return c.body(null, 200);
}

/** Runs `act` on the addressed conversation if it is this bot's and the bot may still write to it. */
async function inPlace(
  c: Ctx,
  options: ConnectorOptions,
  act: (place: Place) => Response | Promise<Response>,
): Promise<Response> {
  const { conversationId, rootId } = readConversationId(c.req.param("conversation") ?? "");
  const conversation = options.store.conversation(conversationId);
  const refused = refuseConversation(c, conversation);
  if (conversation === undefined || refused !== undefined) return refused ?? noSuchConversation();
  const root = rootId === undefined ? undefined : options.store.message(conversation.id, rootId);
  const isThread = conversation.kind === "channel" && root !== undefined && root.rootId === undefined;
  return rootId === undefined || isThread ? act({ conversation, rootId }) : noSuchConversation();
}

function refuseConversation(c: Ctx, conversation: Conversation | undefined): Response | undefined {
  if (conversation === undefined) return noSuchConversation();
  if (conversation.appId !== c.get("appId")) {
    return refusal(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
  }
  if (conversation.state !== "removed" || c.req.method === "GET") return undefined;
  return conversation.kind === "channel"
    ? refusal(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.")
    : refusal(403, "MessageWritesBlocked", "The user has blocked or uninstalled the bot.");
}

function keep(options: ConnectorOptions, { conversation, rootId }: Place, activity: Activity): string {
  const createdAt = options.now().toISOString();
  const thread = rootId === undefined ? {} : { rootId };
  const message = { conversationId: conversation.id, author: "bot", activity, createdAt, ...thread } as const;
  const id = options.store.addMessage(message);
  publish(options, conversation, "message");
  return id;
}

function publish({ changes, rosters }: ConnectorOptions, conversation: Conversation, kind: "message" | "typing"): void {
  for (const { id } of rosters.membersOf(conversation)) {
    changes.publish({ personId: id, conversationId: conversation.id, kind });
  }
}

async function read<T extends z.ZodMiniType>(c: Ctx, schema: T): Promise<z.infer<T> | undefined> {
  const body: unknown = await c.req.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : undefined;
}

/** Counted as UTF-16, as Teams does. */
function isTooBig(activity: Activity): boolean {
  return JSON.stringify(activity).length * 2 > maxActivityBytes;
}

function tooBig(): Response {
  return refusal(413, "MessageSizeTooBig", "Message size too large.");
}

function noSuchConversation(): Response {
  return refusal(404, "ConversationNotFound", "Conversation not found.");
}

function noSuchActivity(): Response {
  return refusal(404, "ActivityNotFoundInConversation", "Activity not found in conversation.");
}
