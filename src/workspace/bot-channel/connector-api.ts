import { type Context, Hono } from "hono";
import type * as z from "zod/mini";
import type { WorkspaceSeed } from "../workspace-seed.ts";
import type { ChannelChanges } from "./channel-changes.ts";
import type { ChannelStore, Conversation } from "./channel-store.ts";
import {
  type Activity,
  activitySchema,
  channelUserId,
  conversationIdOf,
  maxActivityBytes,
  newConversationSchema,
  rosterEntry,
} from "./channel-wire.ts";

export interface ConnectorOptions {
  readonly seed: WorkspaceSeed;
  readonly store: ChannelStore;
  readonly changes: ChannelChanges;
  readonly now: () => Date;
  /** The application a bot's bearer token proves, or nothing if it proves nothing. */
  readonly verifyBotToken: (bearer: string) => Promise<string | undefined> | string | undefined;
}

type Env = { Variables: { appId: string } };
type Ctx = Context<Env>;
type Status = 400 | 401 | 403 | 404 | 413;

/** The Bot Connector REST interface, for the calls bots make in personal chats. Mounted at the service address. */
export function createConnectorApi(options: ConnectorOptions): Hono<Env> {
  const api = new Hono<Env>();
  api.use("*", async (c, next) => {
    const bearer = /^Bearer (.+)$/iu.exec(c.req.header("authorization") ?? "")?.[1];
    const appId = bearer === undefined ? undefined : await options.verifyBotToken(bearer);
    if (appId === undefined) return refusal(c, 401, "Unauthorized", "Authorization has been denied for this request.");
    c.set("appId", appId);
    return next();
  });
  api.post("/v3/conversations", (c) => createConversation(c, options));
  const activities = "/v3/conversations/:conversation/activities";
  api.post(activities, (c) => withConversation(c, options, (found) => post(c, options, found)));
  api.post(`${activities}/:activity`, (c) => withConversation(c, options, (found) => post(c, options, found)));
  api.put(`${activities}/:activity`, (c) => withConversation(c, options, (found) => put(c, options, found)));
  api.delete(`${activities}/:activity`, (c) => withConversation(c, options, (found) => remove(c, options, found)));
  mountRoster(api, options);
  return api;
}

function mountRoster(api: Hono<Env>, options: ConnectorOptions): void {
  const members = (conversation: Conversation): Record<string, string>[] =>
    options.seed.people
      .filter((person) => person.id === conversation.personId)
      .map((person) => rosterEntry(conversation.appId, options.seed.tenant.id, person));
  const base = "/v3/conversations/:conversation";
  api.get(`${base}/members`, (c) => withConversation(c, options, (found) => c.json(members(found))));
  api.get(`${base}/pagedmembers`, (c) => withConversation(c, options, (found) => c.json({ members: members(found) })));
  api.get(`${base}/members/:member`, (c) =>
    withConversation(c, options, (found) => {
      const wanted = c.req.param("member");
      const member = members(found).find((entry) => entry["id"] === wanted || entry["aadObjectId"] === wanted);
      return member === undefined
        ? refusal(c, 404, "MemberNotFoundInConversation", "The member was not found in the conversation.")
        : c.json(member);
    }),
  );
}

/** Opens the personal chat with somebody the app is installed for; a chat that exists is given back. */
async function createConversation(c: Ctx, options: ConnectorOptions): Promise<Response> {
  const body = await read(c, newConversationSchema);
  const [memberId, ...others] = (body?.members ?? []).map(({ id }) => id);
  if (body === undefined || memberId === undefined || body.isGroup === true || others.length > 0) {
    return refusal(c, 400, "BadSyntax", "Only a conversation with one member can be created.");
  }
  const appId = c.get("appId");
  const person = options.seed.people.find(({ id }) => id === memberId || channelUserId(appId, id) === memberId);
  const conversation =
    person === undefined ? undefined : options.store.conversation(conversationIdOf(appId, person.id));
  if (conversation === undefined || conversation.state === "removed") {
    return refusal(c, 403, "ForbiddenOperationException", "The bot is not installed in the user's personal scope.");
  }
  if (body.activity === undefined) return c.json({ id: conversation.id }, 201);
  if (isTooBig(body.activity)) return tooBig(c);
  return c.json({ id: conversation.id, activityId: keep(options, conversation, body.activity) }, 201);
}

async function post(c: Ctx, options: ConnectorOptions, conversation: Conversation): Promise<Response> {
  const activity = await read(c, activitySchema);
  if (activity === undefined) return refusal(c, 400, "BadSyntax", "The activity could not be read.");
  if (isTooBig(activity)) return tooBig(c);
  if (activity.type === "message") return c.json({ id: keep(options, conversation, activity) }, 201);
  if (activity.type === "typing") publish(options, conversation, "typing");
  return c.json({}, 202);
}

async function put(c: Ctx, options: ConnectorOptions, conversation: Conversation): Promise<Response> {
  const id = c.req.param("activity") ?? "";
  const activity = await read(c, activitySchema);
  if (activity === undefined) return refusal(c, 400, "BadSyntax", "The activity could not be read.");
  if (options.store.message(conversation.id, id)?.author !== "bot") return noSuchActivity(c);
  if (isTooBig(activity)) return tooBig(c);
  options.store.replaceMessage(conversation.id, id, activity, options.now().toISOString());
  publish(options, conversation, "message");
  return c.json({ id });
}

function remove(c: Ctx, options: ConnectorOptions, conversation: Conversation): Response {
  const id = c.req.param("activity") ?? "";
  if (options.store.message(conversation.id, id)?.author !== "bot") return noSuchActivity(c);
  options.store.removeMessage(conversation.id, id);
  publish(options, conversation, "message");
  return c.body(null, 200);
}

/** Runs `act` on the addressed conversation if it is this bot's and the bot may still write to it. */
async function withConversation(
  c: Ctx,
  options: ConnectorOptions,
  act: (conversation: Conversation) => Response | Promise<Response>,
): Promise<Response> {
  const conversation = options.store.conversation(c.req.param("conversation") ?? "");
  if (conversation === undefined) return refusal(c, 404, "ConversationNotFound", "Conversation not found.");
  if (conversation.appId !== c.get("appId")) {
    return refusal(c, 403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
  }
  if (conversation.state === "removed" && c.req.method !== "GET") {
    return refusal(c, 403, "MessageWritesBlocked", "The user has blocked or uninstalled the bot.");
  }
  return act(conversation);
}

function keep(options: ConnectorOptions, conversation: Conversation, activity: Activity): string {
  const createdAt = options.now().toISOString();
  const id = options.store.addMessage({ conversationId: conversation.id, author: "bot", activity, createdAt });
  publish(options, conversation, "message");
  return id;
}

function publish(options: ConnectorOptions, conversation: Conversation, kind: "message" | "typing"): void {
  options.changes.publish({ personId: conversation.personId, conversationId: conversation.id, kind });
}

async function read<T extends z.ZodMiniType>(c: Ctx, schema: T): Promise<z.infer<T> | undefined> {
  const body: unknown = await c.req.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : undefined;
}

function isTooBig(activity: Activity): boolean {
  return JSON.stringify(activity).length * 2 > maxActivityBytes;
}

function tooBig(c: Ctx): Response {
  return refusal(c, 413, "MessageSizeTooBig", "Message size too large.");
}

function noSuchActivity(c: Ctx): Response {
  return refusal(c, 404, "ActivityNotFoundInConversation", "Activity not found in conversation.");
}

function refusal(c: Ctx, status: Status, code: string, message: string): Response {
  return c.json({ error: { code, message } }, status);
}
