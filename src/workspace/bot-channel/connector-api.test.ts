import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { anna, foreignAppId } from "../test-seed.ts";
import {
  annasChat,
  app,
  cardOf,
  channelsForTests,
  messageWith,
  origin,
  refusalOf,
} from "./bot-channel.test-support.ts";
import { channelUserId } from "./channel-wire.ts";

const open = channelsForTests();

describe("connector", () => {
  it("refuses a token that proves no bot, and a bot in another bot's conversation", async () => {
    const t = open();
    await t.channel.installApp(app);
    const activity = messageWith(cardOf("x"));
    const path = `/connector/v3/conversations/${annasChat}/activities`;
    expect((await t.call(path, "forged", activity)).status).toBe(401);
    const foreign = await t.call(path, `bot ${foreignAppId}`, activity);
    expect(await refusalOf(foreign)).toEqual([403, "BotNotInConversationRoster"]);
    expect(await t.annasCards()).toEqual([]);
  });

  it("opens the personal chat of a person by channel id or object id, with raw ids in addresses", async () => {
    const t = open();
    await t.channel.installApp(app);
    for (const id of [channelUserId(app.id, anna.id), anna.id]) {
      const answer = await t.asBot("", { members: [{ id }], tenantId: "t", activity: messageWith(cardOf("ny")) });
      const made = z.object({ id: z.string(), activityId: z.string() }).parse(await answer.json());
      expect(made.id).toBe(annasChat);
      expect(made.activityId).toMatch(/^1:1/u);
    }
    const members = await t.asBot(`/${annasChat}/members/${channelUserId(app.id, anna.id)}`);
    expect(await members.json()).toMatchObject({ aadObjectId: anna.id, userPrincipalName: anna.userPrincipalName });
    const encoded = await t.asBot(`/${encodeURIComponent(annasChat)}/pagedmembers`);
    expect(await encoded.json()).toMatchObject({ members: [{ name: "Anna Ager" }] });
  });

  it("says what is missing or too big in the Bot Framework's words", async () => {
    const t = open();
    await t.channel.installApp(app);
    const unknown = await t.asBot("/a:1unknown/activities", messageWith(cardOf("x")));
    expect(await refusalOf(unknown)).toEqual([404, "ConversationNotFound"]);
    const edit = await t.asBot(`/${annasChat}/activities/1:1nope`, messageWith(cardOf("x")), "PUT");
    expect(await refusalOf(edit)).toEqual([404, "ActivityNotFoundInConversation"]);
    const big = await t.asBot(`/${annasChat}/activities`, messageWith(cardOf("x".repeat(52_000))));
    expect(await refusalOf(big)).toEqual([413, "MessageSizeTooBig"]);
    expect((await t.asBot(`/${annasChat}/activities`, messageWith(cardOf("x".repeat(40_000))))).status).toBe(201);
  });

  it("blocks the bot after it is uninstalled, until it is installed again", async () => {
    const t = open();
    await t.installed();
    await t.channel.removeApp(app);
    const answer = await t.asBot(`/${annasChat}/activities`, messageWith(cardOf("x")));
    expect(await refusalOf(answer)).toEqual([403, "MessageWritesBlocked"]);
    expect(t.bot.received.at(-1)).toMatchObject({ type: "installationUpdate", action: "remove" });
    await t.installed();
    expect(await t.postCard("igen")).toMatch(/^1:1/u);
  });

  it("edits and removes a message in place", async () => {
    const t = open();
    await t.channel.installApp(app);
    const first = await t.postCard("et");
    const second = await t.postCard("to");
    await t.asBot(`/${annasChat}/activities/${first}`, messageWith(cardOf("et, ændret")), "PUT");
    expect(await t.annasCards()).toEqual([cardOf("et, ændret"), cardOf("to")]);
    expect((await t.asBot(`/${annasChat}/activities/${second}`, undefined, "DELETE")).status).toBe(200);
    expect(await t.annasCards()).toEqual([cardOf("et, ændret")]);
  });

  const everyCall: readonly [string, string, unknown?][] = [
    ["POST", "/conversations", { members: [{ id: anna.id }] }],
    ["POST", "/conversations/{chat}/activities", messageWith(cardOf("x"))],
    ["POST", "/conversations/{chat}/activities/1:1x", messageWith(cardOf("x"))],
    ["PUT", "/conversations/{chat}/activities/1:1x", messageWith(cardOf("x"))],
    ["DELETE", "/conversations/{chat}/activities/1:1x"],
    ["GET", "/conversations/{chat}/members"],
    ["GET", "/conversations/{chat}/pagedmembers"],
    ["GET", "/conversations/{chat}/members/{anna}"],
    ["GET", "/teams/19:x@thread.tacv2"],
    ["GET", "/teams/19:x@thread.tacv2/conversations"],
  ];
  it.each(everyCall)("asks for the bot's own token on every call: %s %s", async (method, template, body) => {
    const path = template.replace("{chat}", annasChat).replace("{anna}", anna.id);
    const t = open();
    await t.installed();
    for (const bearer of ["", "forged", `person ${anna.id}`]) {
      const answer = await t.call(`/connector/v3${path}`, bearer, body, method);
      expect(await refusalOf(answer)).toEqual([401, "Unauthorized"]);
    }
    const bare = new Request(`${origin}/channel/connector/v3${path}`, { method });
    expect((await t.channel.fetch(bare)).status).toBe(401);
  });

  it("takes both forms of an answer: to the conversation, and to an activity of it", async () => {
    const t = open();
    await t.installed();
    const first = await t.postCard("et");
    for (const id of [first, "an-installation"]) {
      const answer = await t.asBot(`/${annasChat}/activities/${id}`, messageWith(cardOf(`svar på ${id}`)));
      expect(answer.status).toBe(201);
    }
    expect(await t.annasCards()).toEqual([cardOf("et"), cardOf(`svar på ${first}`), cardOf("svar på an-installation")]);
  });

  it("refuses a card over 100 KB in UTF-16 whichever way it comes, and takes one just below", async () => {
    const t = open();
    await t.installed();
    const id = await t.postCard("lille");
    const room = 100 * 1024 - JSON.stringify(messageWith(cardOf(""))).length * 2;
    const big = messageWith(cardOf("x".repeat(room / 2 + 1)));
    const path = `/${annasChat}/activities`;
    for (const answer of [
      await t.asBot(path, big),
      await t.asBot(`${path}/${id}`, big),
      await t.asBot(`${path}/${id}`, big, "PUT"),
      await t.asBot("", { members: [{ id: anna.id }], activity: big }),
    ]) {
      expect(await refusalOf(answer)).toEqual([413, "MessageSizeTooBig"]);
    }
    expect(await t.annasCards()).toEqual([cardOf("lille")]);
    expect((await t.asBot(path, messageWith(cardOf("x".repeat(room / 2))))).status).toBe(201);
  });

  it("refuses as many calls as it is told to with 429, and says when to come again", async () => {
    const t = open();
    await t.installed();
    await t.call("/switches", "", { throttledCalls: 2, retryAfterS: 7 });
    for (const _each of [1, 2]) {
      const answer = await t.asBot(`/${annasChat}/activities`, messageWith(cardOf("x")));
      expect(answer.headers.get("retry-after")).toBe("7");
      expect(await refusalOf(answer)).toEqual([429, "TooManyRequests"]);
    }
    expect(await t.annasCards()).toEqual([]);
    await t.postCard("nu");
  });

  it("has its switches off at first, and lets no foreign page turn them", async () => {
    const t = open();
    const off = { retryInvokes: false, throttledCalls: 0, retryAfterS: 5 };
    expect(await (await t.call("/switches", "")).json()).toEqual(off);
    const request = (headers: Record<string, string>, body: unknown): Promise<Response> =>
      t.channel.fetch(
        new Request(`${origin}/channel/switches`, { method: "POST", headers, body: JSON.stringify(body) }),
      );
    expect((await request({ origin: "https://evil.example" }, { retryInvokes: true })).status).toBe(403);
    expect((await request({}, { throttledCalls: -1 })).status).toBe(400);
    expect(await (await request({ origin }, { retryInvokes: true })).json()).toEqual({ ...off, retryInvokes: true });
  });
});
