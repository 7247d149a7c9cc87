import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { anna, bo, foreignAppId, testAppId, testSeed } from "../test-seed.ts";
import { type BotChannel, type BotChannelOptions, createBotChannel } from "./bot-channel.ts";
import { channelUserId, conversationIdOf, type InstalledApp } from "./channel-wire.ts";
import { createTestBot, type TestBot } from "./test-bot.ts";

const app: InstalledApp = { id: testAppId, name: "Prøveapp", messagesUrl: "http://localhost:9999/api/messages" };
const origin = "http://localhost:4280";
const now = new Date("2026-03-02T09:00:00Z");
const annasChat = conversationIdOf(app.id, anna.id);

const messagesSchema = z.object({
  me: z.string(),
  messages: z.array(
    z.looseObject({ id: z.string(), seq: z.number(), author: z.string(), cards: z.array(z.unknown()) }),
  ),
});

let channel: BotChannel;
let bot: TestBot;
afterEach(() => channel.close());

/** Personas and bots prove themselves with "person <id>" and "bot <id>" here. */
function open(overrides: Partial<BotChannelOptions> = {}): void {
  bot = createTestBot(
    app,
    () => channel,
    () => now,
  );
  channel = createBotChannel({
    seed: testSeed(),
    origin,
    dataFile: ":memory:",
    now: () => now,
    machineNow: () => now,
    apps: () => [app],
    verifyBotToken: (bearer) => /^bot (.+)$/u.exec(bearer)?.[1],
    verifyPersona: (bearer) => /^person (.+)$/u.exec(bearer)?.[1],
    fetch: (url, init) => bot.fetch(url, init),
    wait: () => Promise.resolve(),
    ...overrides,
  });
}

async function call(path: string, bearer: string, body?: unknown, method?: string): Promise<Response> {
  return channel.fetch(
    new Request(`${origin}/channel${path}`, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
}
const asBot = (path: string, body?: unknown, method?: string): Promise<Response> =>
  call(`/connector/v3/conversations${path}`, `bot ${app.id}`, body, method);
const asAnna = (path: string, body?: unknown): Promise<Response> => call(`/client${path}`, `person ${anna.id}`, body);

const cardOf = (text: string): Record<string, unknown> => ({
  type: "AdaptiveCard",
  version: "1.5",
  body: [{ type: "TextBlock", text }],
});
const messageWith = (card: unknown): Record<string, unknown> => ({
  type: "message",
  attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: card }],
});
async function postCard(text: string): Promise<string> {
  const answer = await asBot(`/${annasChat}/activities`, messageWith(cardOf(text)));
  expect(answer.status).toBe(201);
  return z.object({ id: z.string() }).parse(await answer.json()).id;
}
async function annasCards(): Promise<unknown[]> {
  const answer = await asAnna(`/conversations/${annasChat}/messages`);
  return messagesSchema.parse(await answer.json()).messages.flatMap((message) => message.cards);
}
const codeOf = async (answer: Response): Promise<string> =>
  z.object({ error: z.object({ code: z.string() }) }).parse(await answer.json()).error.code;
const press = (messageId: string, action: Record<string, unknown> = {}): Promise<Response> =>
  asAnna(`/conversations/${annasChat}/messages/${messageId}/invoke`, {
    action: { type: "Action.Execute", verb: "review.submit", data: { key: "k1", score: "82" }, ...action },
  });

describe("installation", () => {
  it("tells the bot of every person of the seed with a token it can check", async () => {
    open();
    await channel.installApp(app);
    await channel.settled();
    expect(bot.refused).toEqual([]);
    const installs = bot.received.filter(({ type, action }) => type === "installationUpdate" && action === "add");
    expect(installs.map(({ from }) => from.aadObjectId).toSorted()).toEqual(
      testSeed()
        .people.map(({ id }) => id)
        .toSorted(),
    );
    expect(bot.received.filter(({ type }) => type === "conversationUpdate")).toHaveLength(installs.length);
    expect(installs[0]).toMatchObject({
      channelId: "msteams",
      serviceUrl: `${origin}/channel/connector`,
      recipient: { id: `28:${app.id}` },
      conversation: { conversationType: "personal" },
    });
  });

  it("tries again until the bot answers, and tells nobody twice", async () => {
    open();
    let refusals = 5;
    bot.answer = () => new Response(null, { status: refusals-- > 0 ? 503 : 200 });
    await channel.installApp(app);
    await channel.settled();
    const before = bot.received.length;
    await channel.installApp(app);
    await asAnna("/conversations");
    await channel.settled();
    expect(refusals).toBeLessThan(0);
    expect(bot.received).toHaveLength(before);
  });

  it("happens when a chat is opened the first time", async () => {
    open();
    await asAnna("/conversations");
    await channel.settled();
    expect(bot.received.map(({ from }) => from.aadObjectId)).toEqual([anna.id, anna.id]);
  });

  it("is remembered after a restart, with messages and signing key", async () => {
    const folder = mkdtempSync(join(tmpdir(), "bot-channel-"));
    const dataFile = join(folder, "channel.db");
    try {
      open({ dataFile });
      await channel.installApp(app);
      await channel.settled();
      await postCard("før");
      const keys: unknown = await (await call("/v1/.well-known/keys", "")).json();
      channel.close();
      open({ dataFile });
      await channel.installApp(app);
      await channel.settled();
      expect(bot.received).toEqual([]);
      expect(await annasCards()).toEqual([cardOf("før")]);
      expect(await (await call("/v1/.well-known/keys", "")).json()).toEqual(keys);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("connector", () => {
  it("refuses a token that proves no bot, and a bot in another bot's conversation", async () => {
    open();
    await channel.installApp(app);
    const activity = messageWith(cardOf("x"));
    const path = `/connector/v3/conversations/${annasChat}/activities`;
    expect((await call(path, "forged", activity)).status).toBe(401);
    const foreign = await call(path, `bot ${foreignAppId}`, activity);
    expect([foreign.status, await codeOf(foreign)]).toEqual([403, "BotNotInConversationRoster"]);
    expect(await annasCards()).toEqual([]);
  });

  it("opens the personal chat of a person by channel id or object id, with raw ids in addresses", async () => {
    open();
    await channel.installApp(app);
    for (const id of [channelUserId(app.id, anna.id), anna.id]) {
      const answer = await asBot("", { members: [{ id }], tenantId: "t", activity: messageWith(cardOf("ny")) });
      const made = z.object({ id: z.string(), activityId: z.string() }).parse(await answer.json());
      expect(made.id).toBe(annasChat);
      expect(made.activityId).toMatch(/^1:1/u);
    }
    const members = await asBot(`/${annasChat}/members/${channelUserId(app.id, anna.id)}`);
    expect(await members.json()).toMatchObject({ aadObjectId: anna.id, userPrincipalName: anna.userPrincipalName });
    const encoded = await asBot(`/${encodeURIComponent(annasChat)}/pagedmembers`);
    expect(await encoded.json()).toMatchObject({ members: [{ name: "Anna Ager" }] });
  });

  it("says what is missing or too big in the Bot Framework's words", async () => {
    open();
    await channel.installApp(app);
    const unknown = await asBot("/a:1unknown/activities", messageWith(cardOf("x")));
    expect([unknown.status, await codeOf(unknown)]).toEqual([404, "ConversationNotFound"]);
    const edit = await asBot(`/${annasChat}/activities/1:1nope`, messageWith(cardOf("x")), "PUT");
    expect([edit.status, await codeOf(edit)]).toEqual([404, "ActivityNotFoundInConversation"]);
    const big = await asBot(`/${annasChat}/activities`, messageWith(cardOf("x".repeat(52_000))));
    expect([big.status, await codeOf(big)]).toEqual([413, "MessageSizeTooBig"]);
    expect((await asBot(`/${annasChat}/activities`, messageWith(cardOf("x".repeat(40_000))))).status).toBe(201);
  });

  it("blocks the bot after it is uninstalled, until it is installed again", async () => {
    open();
    await channel.installApp(app);
    await channel.settled();
    await channel.removeApp(app);
    const answer = await asBot(`/${annasChat}/activities`, messageWith(cardOf("x")));
    expect([answer.status, await codeOf(answer)]).toEqual([403, "MessageWritesBlocked"]);
    expect(bot.received.at(-1)).toMatchObject({ type: "installationUpdate", action: "remove" });
    await channel.installApp(app);
    await channel.settled();
    expect(await postCard("igen")).toMatch(/^1:1/u);
  });

  it("edits and removes a message in place", async () => {
    open();
    await channel.installApp(app);
    const first = await postCard("et");
    const second = await postCard("to");
    await asBot(`/${annasChat}/activities/${first}`, messageWith(cardOf("et, ændret")), "PUT");
    expect(await annasCards()).toEqual([cardOf("et, ændret"), cardOf("to")]);
    expect((await asBot(`/${annasChat}/activities/${second}`, undefined, "DELETE")).status).toBe(200);
    expect(await annasCards()).toEqual([cardOf("et, ændret")]);
  });
});

describe("pressing a card", () => {
  it("sends the invoke of Teams and shows the answered card in the message's place", async () => {
    open();
    await channel.installApp(app);
    await channel.settled();
    const message = await postCard("tag stilling");
    bot.answer = () =>
      Response.json({
        statusCode: 200,
        type: "application/vnd.microsoft.card.adaptive",
        value: cardOf("tak"),
      });
    expect(await (await press(message)).json()).toEqual({ kind: "card", card: cardOf("tak") });
    expect(bot.received.at(-1)).toMatchObject({
      type: "invoke",
      name: "adaptiveCard/action",
      replyToId: message,
      from: { aadObjectId: anna.id },
      value: {
        trigger: "manual",
        action: { type: "Action.Execute", verb: "review.submit", data: { key: "k1", score: "82" } },
      },
    });
    expect(await annasCards()).toEqual([cardOf("tak")]);
  });

  it("shows the message's own new card once the bot edits it", async () => {
    open();
    await channel.installApp(app);
    await channel.settled();
    const message = await postCard("tag stilling");
    bot.answer = () =>
      Response.json({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: cardOf("tak") });
    await press(message);
    await asBot(`/${annasChat}/activities/${message}`, messageWith(cardOf("afgjort")), "PUT");
    expect(await annasCards()).toEqual([cardOf("afgjort")]);
  });

  it("hands refusals and messages to the presser and leaves the card alone", async () => {
    open();
    await channel.installApp(app);
    await channel.settled();
    const message = await postCard("tag stilling");
    bot.answer = () =>
      Response.json({
        statusCode: 400,
        type: "application/vnd.microsoft.error",
        value: { code: "BadRequest", message: "Score skal være 0-100" },
      });
    expect(await (await press(message)).json()).toEqual({
      kind: "error",
      code: "BadRequest",
      text: "Score skal være 0-100",
    });
    bot.answer = () =>
      Response.json({ statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "Noteret" });
    expect(await (await press(message)).json()).toEqual({ kind: "message", text: "Noteret" });
    expect(await annasCards()).toEqual([cardOf("tag stilling")]);
  });

  it.each([
    ["an empty body", () => new Response(null, { status: 200 })],
    ["another status than 200", () => Response.json({ statusCode: 200 }, { status: 500 })],
    [
      "the media type of old documents",
      () =>
        Response.json({ statusCode: 200, type: "application/vnd.microsoft.adaptive.card", value: cardOf("forkert") }),
    ],
  ])("fails visibly on %s", async (_, answer) => {
    open();
    await channel.installApp(app);
    await channel.settled();
    const message = await postCard("tag stilling");
    bot.answer = answer;
    expect(await (await press(message)).json()).toEqual({ kind: "failure", reason: "bad-answer" });
  });

  it("refuses an action without a verb, as such actions never reach a bot", async () => {
    open();
    await channel.installApp(app);
    await channel.settled();
    const message = await postCard("tag stilling");
    const before = bot.received.length;
    expect((await press(message, { verb: "" })).status).toBe(400);
    expect(bot.received).toHaveLength(before);
  });

  it.each([
    [true, 2],
    [false, 1],
  ])("asks a silent bot again only when told to (%s)", async (retry, times) => {
    let expire = new AbortController();
    open({
      retryInvokes: () => retry,
      timeoutSignal: () => {
        expire = new AbortController();
        return expire.signal;
      },
    });
    await channel.installApp(app);
    await channel.settled();
    const message = await postCard("tag stilling");
    bot.received.length = 0;
    bot.answer = () => {
      expire.abort();
      throw new Error("aborted");
    };
    expect(await (await press(message)).json()).toEqual({ kind: "failure", reason: "timeout" });
    expect(bot.received).toHaveLength(times);
  });
});

describe("chat", () => {
  it("delivers a text to the bot and keeps it before the bot's answer", async () => {
    open();
    await channel.installApp(app);
    await channel.settled();
    bot.answer = async () => {
      await postCard("svar");
      return new Response(null, { status: 200 });
    };
    expect((await asAnna(`/conversations/${annasChat}/messages`, { text: " hjælp " })).status).toBe(201);
    expect(bot.received.at(-1)).toMatchObject({ type: "message", text: "hjælp", textFormat: "plain" });
    const { messages } = messagesSchema.parse(await (await asAnna(`/conversations/${annasChat}/messages`)).json());
    expect(messages.map(({ author }) => author)).toEqual(["person", "bot"]);
  });

  it("takes a text back that never reached the bot", async () => {
    open();
    await channel.installApp(app);
    await channel.settled();
    bot.answer = () => {
      throw new Error("down");
    };
    const answer = await asAnna(`/conversations/${annasChat}/messages`, { text: "hjælp" });
    expect([answer.status, await answer.json()]).toEqual([502, { code: "unreachable" }]);
    expect(messagesSchema.parse(await (await asAnna(`/conversations/${annasChat}/messages`)).json()).messages).toEqual(
      [],
    );
  });

  it("sends the data of an Action.Submit as a message", async () => {
    open();
    await channel.installApp(app);
    await channel.settled();
    const message = await postCard("gammel klient");
    await asAnna(`/conversations/${annasChat}/messages`, { value: { key: "k1" }, replyToId: message });
    expect(bot.received.at(-1)).toMatchObject({ type: "message", value: { key: "k1" }, replyToId: message });
  });

  it("counts unread messages until they are read; an edit does not make one unread", async () => {
    open();
    await channel.installApp(app);
    await channel.settled();
    const message = await postCard("ny");
    const unread = async (): Promise<unknown> => (await asAnna("/conversations")).json();
    expect(await unread()).toMatchObject({ conversations: [{ id: annasChat, appName: "Prøveapp", unread: 1 }] });
    const { messages } = messagesSchema.parse(await (await asAnna(`/conversations/${annasChat}/messages`)).json());
    await asAnna(`/conversations/${annasChat}/read`, { seq: messages[0]?.seq });
    await asBot(`/${annasChat}/activities/${message}`, messageWith(cardOf("ændret")), "PUT");
    expect(await unread()).toMatchObject({ conversations: [{ unread: 0 }] });
  });

  it("shows a chat to its own person only", async () => {
    open();
    await channel.installApp(app);
    const path = `/client/conversations/${annasChat}/messages`;
    expect((await call(path, `person ${bo.id}`)).status).toBe(404);
    expect((await call(path, "nobody")).status).toBe(401);
  });

  it("streams a person's own changes as they happen", async () => {
    open();
    await channel.installApp(app);
    await channel.settled();
    const heard: string[] = [];
    channel.onChange(({ personId, kind }) => void heard.push(`${personId} ${kind}`));
    const events = await asAnna("/events");
    await asBot("", { members: [{ id: bo.id }], activity: messageWith(cardOf("til Bo")) });
    await postCard("til Anna");
    channel.close();
    const data = JSON.stringify({ conversationId: annasChat, kind: "message" });
    expect(await events.text()).toBe(`event: open\ndata: {}\n\nevent: change\ndata: ${data}\n\n`);
    expect(heard).toEqual([`${bo.id} message`, `${anna.id} message`]);
  });
});
