import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import type { WorkspacePerson, WorkspaceSeed } from "../workspace-seed.ts";
import type { BotDelivery, Delivery } from "./bot-delivery.ts";
import { type CardPresses } from "./card-presses.ts";
import type { ChannelChanges } from "./channel-changes.ts";
import type { ChannelStore, Conversation, Message } from "./channel-store.ts";
import {
  type Activity,
  adaptiveCardType,
  channelUserId,
  type InstalledApp,
  invokeRequestSchema,
} from "./channel-wire.ts";
import type { Installations } from "./installations.ts";

export interface ClientApiOptions {
  readonly seed: WorkspaceSeed;
  readonly store: ChannelStore;
  readonly changes: ChannelChanges;
  readonly delivery: BotDelivery;
  readonly installations: Installations;
  readonly presses: CardPresses;
  readonly apps: () => readonly InstalledApp[];
  readonly now: () => Date;
  /** The person a bearer token proves, by object id. */
  readonly verifyPersona: (bearer: string) => Promise<string | undefined> | string | undefined;
}

type Env = { Variables: { person: WorkspacePerson } };
type Ctx = Context<Env>;

/** A text, or the data of an Action.Submit, which Teams sends as a message too. */
const newMessageSchema = z.union([
  z.object({ text: z.string().check(z.trim(), z.minLength(1), z.maxLength(28_000)) }),
  z.object({ text: z.optional(z.undefined()), value: z.record(z.string(), z.unknown()), replyToId: z.string() }),
]);
const readSchema = z.object({ seq: z.number() });
const pageSize = 100;

/** What the chat page needs, for the signed-in person only. Problems are `{ code }`. */
export function createClientApi(options: ClientApiOptions): Hono<Env> {
  const api = new Hono<Env>();
  api.use("*", async (c, next) => {
    const bearer = /^Bearer (.+)$/iu.exec(c.req.header("authorization") ?? "")?.[1];
    const personId = bearer === undefined ? undefined : await options.verifyPersona(bearer);
    const person = options.seed.people.find(({ id }) => id === personId);
    if (person === undefined) return c.json({ code: "not-signed-in" }, 401);
    c.set("person", person);
    return next();
  });
  api.get("/events", (c) => options.changes.stream(c.get("person").id));
  api.get("/conversations", (c) =>
    c.json({ timeZone: options.seed.tenant.timeZone, conversations: conversationsOf(options, c.get("person")) }),
  );
  const one = "/conversations/:conversation";
  api.get(`${one}/messages`, (c) =>
    withConversation(c, options, (found) => c.json(page(options, found, c.req.query("before")))),
  );
  api.post(`${one}/messages`, (c) => withConversation(c, options, (found, app) => say(c, options, found, app)));
  api.post(`${one}/read`, (c) => withConversation(c, options, (found) => markRead(c, options, found)));
  api.post(`${one}/messages/:message/invoke`, (c) =>
    withConversation(c, options, (found, app) => press(c, options, found, app)),
  );
  return api;
}

function conversationsOf(options: ClientApiOptions, person: WorkspacePerson): unknown[] {
  return options.apps().map((app) => {
    const conversation = options.installations.ensure(app, person.id);
    const last = options.store.messages(conversation.id, 1)[0];
    return {
      id: conversation.id,
      appId: app.id,
      appName: app.name,
      installed: conversation.state === "installed",
      unread: options.store.unreadCount(conversation.id),
      lastAt: last?.createdAt,
      preview: last === undefined ? undefined : previewOf(last.activity),
    };
  });
}

/** One line of plain words: the summary bots give for notifications, or the text without its markdown signs. */
function previewOf({ summary, text }: Activity): string | undefined {
  const words = summary ?? text ?? undefined;
  return words
    ?.replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, "$1")
    .replaceAll(/[*_~]+/gu, "")
    .replaceAll(/\s+/gu, " ")
    .slice(0, 200);
}

function page(options: ClientApiOptions, conversation: Conversation, before: string | undefined): unknown {
  const limit = before === undefined ? undefined : Number(before);
  const messages = options.store.messages(conversation.id, pageSize, Number.isSafeInteger(limit) ? limit : undefined);
  return {
    /** The person's name in this channel, as `refresh.userIds` of cards know it. */
    me: channelUserId(conversation.appId, conversation.personId),
    messages: messages.map(shown),
    more: messages.length === pageSize,
  };
}

/** A message as this person sees it: the view got by pressing stands in the first card's place. */
function shown(message: Message): unknown {
  const cards = (message.activity.attachments ?? [])
    .filter((attachment) => attachment.contentType === adaptiveCardType)
    .map((attachment) => attachment.content);
  return {
    seq: message.seq,
    id: message.id,
    author: message.author,
    text: message.activity.text ?? undefined,
    textFormat: message.activity.textFormat ?? undefined,
    cards: message.view === undefined ? cards : [message.view, ...cards.slice(1)],
    createdAt: message.createdAt,
    editedAt: message.updatedAt,
  };
}

async function say(
  c: Ctx,
  options: ClientApiOptions,
  conversation: Conversation,
  app: InstalledApp,
): Promise<Response> {
  const body = newMessageSchema.safeParse(await c.req.json().catch(() => undefined));
  if (!body.success) return c.json({ code: "bad-request" }, 400);
  const { text, ...submit } = body.data;
  const delivery =
    text === undefined
      ? await options.delivery.deliver(app, c.get("person"), { type: "message", textFormat: "plain", ...submit })
      : await sayText(options, conversation, app, c.get("person"), text);
  if (delivery.kind === "answered" && delivery.status < 300) return c.json({}, 201);
  return c.json({ code: delivery.kind === "timeout" ? "timeout" : "unreachable" }, 502);
}

/** The text is kept first, so that the bot's answer comes after it; it is taken back if the bot never got it. */
async function sayText(
  options: ClientApiOptions,
  conversation: Conversation,
  app: InstalledApp,
  person: WorkspacePerson,
  text: string,
): Promise<Delivery> {
  const { id: conversationId, personId } = conversation;
  const activity = { type: "message", textFormat: "plain", text };
  const createdAt = options.now().toISOString();
  const id = options.store.addMessage({ conversationId, author: "person", activity, createdAt });
  const delivery = await options.delivery.deliver(app, person, { ...activity, id });
  if (delivery.kind !== "answered" || delivery.status >= 300) options.store.removeMessage(conversationId, id);
  options.changes.publish({ personId, conversationId, kind: "message" });
  return delivery;
}

async function markRead(c: Ctx, options: ClientApiOptions, conversation: Conversation): Promise<Response> {
  const body = readSchema.safeParse(await c.req.json().catch(() => undefined));
  if (!body.success) return c.json({ code: "bad-request" }, 400);
  options.store.markRead(conversation.id, body.data.seq);
  options.changes.publish({ personId: conversation.personId, conversationId: conversation.id, kind: "read" });
  return c.body(null, 204);
}

async function press(
  c: Ctx,
  options: ClientApiOptions,
  conversation: Conversation,
  app: InstalledApp,
): Promise<Response> {
  const body = invokeRequestSchema.safeParse(await c.req.json().catch(() => undefined));
  if (!body.success) return c.json({ code: "bad-request" }, 400);
  const messageId = c.req.param("message") ?? "";
  if (options.store.message(conversation.id, messageId)?.author !== "bot") return c.json({ code: "not-found" }, 404);
  return c.json(
    await options.presses.press({ app, person: c.get("person"), conversation, messageId, request: body.data }),
  );
}

async function withConversation(
  c: Ctx,
  options: ClientApiOptions,
  act: (conversation: Conversation, app: InstalledApp) => Response | Promise<Response>,
): Promise<Response> {
  const conversation = options.store.conversation(c.req.param("conversation") ?? "");
  const app = options.apps().find(({ id }) => id === conversation?.appId);
  if (conversation?.personId !== c.get("person").id || app === undefined) return c.json({ code: "not-found" }, 404);
  return act(conversation, app);
}
