import { describe, expect, it } from "vitest";
import { anna, bo } from "../test-seed.ts";
import { annasChat, app, cardOf, channelsForTests, messageWith } from "./bot-channel.test-support.ts";

const open = channelsForTests();

describe("a person's chat", () => {
  it("delivers a text to the bot and keeps it before the bot's answer", async () => {
    const t = open();
    await t.installed();
    t.bot.answer = async () => {
      await t.postCard("svar");
      return new Response(null, { status: 200 });
    };
    expect((await t.asAnna(`/conversations/${annasChat}/messages`, { text: " hjælp " })).status).toBe(201);
    expect(t.bot.received.at(-1)).toMatchObject({ type: "message", text: "hjælp", textFormat: "plain" });
    const { messages } = await t.page(anna, annasChat);
    expect(messages.map(({ author }) => author)).toEqual(["person", "bot"]);
  });

  it("takes a text back that never reached the bot", async () => {
    const t = open();
    await t.installed();
    t.bot.answer = () => {
      throw new Error("down");
    };
    const answer = await t.asAnna(`/conversations/${annasChat}/messages`, { text: "hjælp" });
    expect([answer.status, await answer.json()]).toEqual([502, { code: "unreachable" }]);
    expect((await t.page(anna, annasChat)).messages).toEqual([]);
  });

  it("sends the data of an Action.Submit as a message", async () => {
    const t = open();
    await t.installed();
    const message = await t.postCard("gammel klient");
    await t.asAnna(`/conversations/${annasChat}/messages`, { value: { key: "k1" }, replyToId: message });
    expect(t.bot.received.at(-1)).toMatchObject({ type: "message", value: { key: "k1" }, replyToId: message });
  });

  it("counts unread messages until they are read; an edit does not make one unread", async () => {
    const t = open();
    await t.installed();
    const message = await t.postCard("ny");
    const unread = async (): Promise<unknown> => (await t.asAnna("/conversations")).json();
    expect(await unread()).toMatchObject({ conversations: [{ id: annasChat, appName: "Prøveapp", unread: 1 }] });
    const { messages } = await t.page(anna, annasChat);
    await t.asAnna(`/conversations/${annasChat}/read`, { seq: messages[0]?.seq });
    await t.asBot(`/${annasChat}/activities/${message}`, messageWith(cardOf("ændret")), "PUT");
    expect(await unread()).toMatchObject({ conversations: [{ unread: 0 }] });
  });

  it("shows a chat to its own person only", async () => {
    const t = open();
    await t.channel.installApp(app);
    const path = `/client/conversations/${annasChat}/messages`;
    expect((await t.call(path, `person ${bo.id}`)).status).toBe(404);
    expect((await t.call(path, "nobody")).status).toBe(401);
  });

  it("streams a person's own changes as they happen", async () => {
    const t = open();
    await t.installed();
    const heard: string[] = [];
    t.channel.onChange(({ personId, kind }) => void heard.push(`${personId} ${kind}`));
    const events = await t.asAnna("/events");
    await t.asBot("", { members: [{ id: bo.id }], activity: messageWith(cardOf("til Bo")) });
    await t.postCard("til Anna");
    t.channel.close();
    const data = JSON.stringify({ conversationId: annasChat, kind: "message" });
    expect(await events.text()).toBe(`event: open\ndata: {}\n\nevent: change\ndata: ${data}\n\n`);
    expect(heard).toEqual([`${bo.id} message`, `${anna.id} message`]);
  });
});
