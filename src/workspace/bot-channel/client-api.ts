import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import type { WorkspacePerson, WorkspaceSeed } from "../workspace-seed.ts";
import type { BotDelivery, Delivery, Occasion } from "./bot-delivery.ts";
import type { CardPresses } from "./card-presses.ts";
import type { ChannelChanges } from "./channel-changes.ts";
import type { ChannelStore, Conversation } from "./channel-store.ts";
import { channelBotId, type InstalledApp, invokeRequestSchema } from "./channel-wire.ts";
import type { Installations } from "./installations.ts";
import { mentionIn } from "./mention.ts";
import type { Rosters } from "./rosters.ts";
import { previewOf, shownPage } from "./shown-messages.ts";

export interface ClientApiOptions {
  readonly seed: WorkspaceSeed;
  readonly rosters: Rosters;
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

/** A text, in channels maybe in a thread; or the data of an Action.Submit, which Teams sends as a message too. */
const newMessageSchema = z.union([
  z.object({
    text: z.string().check(z.trim(), z.minLength(1), z.maxLength(28_000)),
    rootId: z.optional(z.string()),
  }),
  z.object({ text: z.optional(z.undefined()), value: z.record(z.string(), z.unknown()), replyToId: z.string() }),
]);
const readSchema = z.object({ seq: z.number() });

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
  const at = (path: string, method: "get" | "post", act: (c: Ctx, found: Occasion) => Response | Promise<Response>) =>
    api[method](`${one}${path}`, (c) => withConversation(c, options, (found) => act(c, found)));
  at("/messages", "get", (c, found) => c.json(shownPage(options.store, options.rosters, found, c.req.query("before"))));
  at("/messages", "post", (c, found) => say(c, options, found));
  at("/read", "post", (c, found) => markRead(c, options, found));
  at("/messages/:message/invoke", "post", (c, found) => press(c, options, found));
  at("/install", "post", (c, found) => install(c, options, found));
  at("/uninstall", "post", (c, found) => uninstall(c, options, found));
  return api;
}

/** Personal chats first, then the channels of the person's teams. */
function conversationsOf(options: ClientApiOptions, person: WorkspacePerson): unknown[] {
  const { installations, rosters, store } = options;
  const personal = options.apps().map((app) => ({ app, conversation: installations.ensure(app, person.id) }));
  const channels = options
    .apps()
    .flatMap((app) => installations.ensureChannels(app, person.id).map((conversation) => ({ app, conversation })));
  return [...personal, ...channels].map(({ app, conversation }) => {
    const last = store.messages(conversation.id, 1)[0];
    return {
      id: conversation.id,
      kind: conversation.kind,
      appId: app.id,
      appName: app.name,
      teamName: rosters.teamOf(conversation)?.displayName,
      installed: conversation.state !== "removed",
      mayRemove: mayRemove(rosters, conversation, person),
      unread: store.unreadCount(conversation.id, store.lastRead(conversation.id, person.id)),
      lastAt: last?.createdAt,
      preview: last === undefined ? undefined : previewOf(last.activity),
    };
  });
}

/** A person removes an app from her own chat; from a team only its owners do. */
function mayRemove(rosters: Rosters, conversation: Conversation, person: WorkspacePerson): boolean {
  const team = rosters.teamOf(conversation);
  return team === undefined || team.roles[person.id] === "owner";
}

async function say(c: Ctx, options: ClientApiOptions, occasion: Occasion): Promise<Response> {
  const body = newMessageSchema.safeParse(await c.req.json().catch(() => undefined));
  if (!body.success) return c.json({ code: "bad-request" }, 400);
  const { conversation } = occasion;
  if (conversation.state === "removed") return c.json({ code: "removed" }, 403);
  if ("value" in body.data) {
    const { value, replyToId } = body.data;
    return delivered(
      c,
      await options.delivery.deliver(inThreadOf(options, occasion, replyToId), {
        type: "message",
        textFormat: "plain",
        value,
        replyToId,
      }),
    );
  }
  const { text, rootId } = body.data;
  const root = rootId === undefined ? undefined : options.store.message(conversation.id, rootId);
  if (rootId !== undefined && (root === undefined || conversation.kind !== "channel")) {
    return c.json({ code: "not-found" }, 404);
  }
  return delivered(c, await sayText(options, { ...occasion, rootId: root?.rootId ?? rootId }, text));
}

function delivered(c: Ctx, delivery: Delivery): Response {
  if (delivery.kind === "answered" && delivery.status < 300) return c.json({}, 201);
  return c.json({ code: delivery.kind === "timeout" ? "timeout" : "unreachable" }, 502);
}

/**
 * The text is kept first, so that the bot's answer comes after it; it is taken back if the bot never got it. In a
 * channel the bot hears only what names it, as in Teams.
 */
async function sayText(options: ClientApiOptions, occasion: Occasion, text: string): Promise<Delivery> {
  const { app, conversation, person, rootId } = occasion;
  const { id: conversationId } = conversation;
  const activity = { type: "message", textFormat: "plain", text };
  const kept = { ...activity, from: { name: person.displayName, aadObjectId: person.id } };
  const createdAt = options.now().toISOString();
  const thread = rootId === undefined ? {} : { rootId };
  const id = options.store.addMessage({ conversationId, author: "person", activity: kept, createdAt, ...thread });
  const spoken = conversation.kind === "channel" ? mentionIn(text, channelBotId(app.id), app.name) : activity;
  const delivery: Delivery =
    spoken === undefined
      ? { kind: "answered", status: 200, body: undefined }
      : await options.delivery.deliver(
          { ...occasion, rootId: conversation.kind === "channel" ? (rootId ?? id) : undefined },
          { ...activity, ...spoken, id },
        );
  if (delivery.kind !== "answered" || delivery.status >= 300) options.store.removeMessage(conversationId, id);
  publish(options, conversation);
  return delivery;
}

function publish({ changes, rosters }: ClientApiOptions, conversation: Conversation): void {
  for (const { id } of rosters.membersOf(conversation)) {
    changes.publish({ personId: id, conversationId: conversation.id, kind: "message" });
  }
}

async function markRead(c: Ctx, options: ClientApiOptions, { conversation, person }: Occasion): Promise<Response> {
  const body = readSchema.safeParse(await c.req.json().catch(() => undefined));
  if (!body.success) return c.json({ code: "bad-request" }, 400);
  options.store.markRead(conversation.id, person.id, body.data.seq);
  options.changes.publish({ personId: person.id, conversationId: conversation.id, kind: "read" });
  return c.body(null, 204);
}

async function press(c: Ctx, options: ClientApiOptions, occasion: Occasion): Promise<Response> {
  const body = invokeRequestSchema.safeParse(await c.req.json().catch(() => undefined));
  if (!body.success) return c.json({ code: "bad-request" }, 400);
  const messageId = c.req.param("message") ?? "";
  if (options.store.message(occasion.conversation.id, messageId)?.author !== "bot") {
    return c.json({ code: "not-found" }, 404);
  }
  return c.json(
    await options.presses.press({ ...inThreadOf(options, occasion, messageId), messageId, request: body.data }),
  );
}

/** In a channel everything happens in a thread: that of the message it is about. */
function inThreadOf({ store }: ClientApiOptions, occasion: Occasion, messageId: string): Occasion {
  if (occasion.conversation.kind === "personal") return occasion;
  return { ...occasion, rootId: store.message(occasion.conversation.id, messageId)?.rootId ?? messageId };
}

function install(c: Ctx, options: ClientApiOptions, { app, conversation, person }: Occasion): Response {
  if (!mayRemove(options.rosters, conversation, person)) return c.json({ code: "not-owner" }, 403);
  options.installations.install(app, conversation);
  publish(options, conversation);
  return c.body(null, 204);
}

async function uninstall(
  c: Ctx,
  options: ClientApiOptions,
  { app, conversation, person }: Occasion,
): Promise<Response> {
  if (!mayRemove(options.rosters, conversation, person)) return c.json({ code: "not-owner" }, 403);
  if (conversation.state !== "removed") await options.installations.uninstall(app, conversation);
  publish(options, conversation);
  return c.body(null, 204);
}

async function withConversation(
  c: Ctx,
  options: ClientApiOptions,
  act: (occasion: Occasion) => Response | Promise<Response>,
): Promise<Response> {
  const person = c.get("person");
  const conversation = options.store.conversation(c.req.param("conversation") ?? "");
  const app = options.apps().find(({ id }) => id === conversation?.appId);
  if (conversation === undefined || app === undefined) return c.json({ code: "not-found" }, 404);
  const isMember = options.rosters.membersOf(conversation).some(({ id }) => id === person.id);
  return isMember ? act({ app, person, conversation }) : c.json({ code: "not-found" }, 404);
}
