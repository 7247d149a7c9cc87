import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { anna, bo, testSeed } from "../test-seed.ts";
import {
  annasChat,
  app,
  cardOf,
  channelsForTests,
  messageWith,
  openTestChannel,
  origin,
  refusalOf,
} from "./bot-channel.test-support.ts";
import { conversationIdOf } from "./channel-wire.ts";

const open = channelsForTests();

describe("installation", () => {
  it("tells the bot of every person of the seed with a token it can check", async () => {
    const t = open();
    await t.installed();
    expect(t.bot.refused).toEqual([]);
    const installs = t.bot.received.filter(({ type, action }) => type === "installationUpdate" && action === "add");
    expect(installs.map(({ from }) => from.aadObjectId).toSorted()).toEqual(
      testSeed()
        .people.map(({ id }) => id)
        .toSorted(),
    );
    expect(t.bot.received.filter(({ type }) => type === "conversationUpdate")).toHaveLength(installs.length);
    expect(installs[0]).toMatchObject({
      channelId: "msteams",
      serviceUrl: `${origin}/channel/connector`,
      recipient: { id: `28:${app.id}` },
      conversation: { conversationType: "personal" },
    });
  });

  it("tries again until the bot answers, and tells nobody twice", async () => {
    const t = open();
    let refusals = 5;
    t.bot.answer = () => new Response(null, { status: refusals-- > 0 ? 503 : 200 });
    await t.installed();
    const before = t.bot.received.length;
    await t.channel.installApp(app);
    await t.asAnna("/conversations");
    await t.channel.settled();
    expect(refusals).toBeLessThan(0);
    expect(t.bot.received).toHaveLength(before);
  });

  it("happens when a chat is opened the first time", async () => {
    const t = open();
    await t.asAnna("/conversations");
    await t.channel.settled();
    expect(t.bot.received.map(({ from }) => from.aadObjectId)).toEqual([anna.id, anna.id]);
  });

  it("is remembered after a restart, with messages and signing key", async () => {
    const folder = mkdtempSync(join(tmpdir(), "bot-channel-"));
    const dataFile = join(folder, "channel.db");
    try {
      const before = openTestChannel({ dataFile });
      await before.channel.installApp(app);
      await before.channel.settled();
      await before.postCard("før");
      const keys: unknown = await (await before.call("/v1/.well-known/keys", "")).json();
      before.channel.close();
      const t = open({ dataFile });
      await t.channel.installApp(app);
      await t.channel.settled();
      expect(t.bot.received).toEqual([]);
      expect(await t.annasCards()).toEqual([cardOf("før")]);
      expect(await (await t.call("/v1/.well-known/keys", "")).json()).toEqual(keys);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("ends and begins again for one person, who keeps her messages, while others go on", async () => {
    const t = open();
    await t.installed();
    await t.postCard("før");
    expect((await t.asAnna(`/conversations/${annasChat}/uninstall`, {})).status).toBe(204);
    expect(t.bot.received.at(-1)).toMatchObject({
      type: "installationUpdate",
      action: "remove",
      from: { aadObjectId: anna.id },
      conversation: { id: annasChat },
    });
    const write = (id: string): Promise<Response> => t.asBot("/" + id + "/activities", messageWith(cardOf("x")));
    expect(await refusalOf(await write(annasChat))).toEqual([403, "MessageWritesBlocked"]);
    expect((await write(conversationIdOf(app.id, bo.id))).status).toBe(201);
    expect(await (await t.asAnna("/conversations")).json()).toMatchObject({ conversations: [{ installed: false }] });
    t.bot.received.length = 0;
    expect((await t.asAnna(`/conversations/${annasChat}/install`, {})).status).toBe(204);
    await t.channel.settled();
    expect(t.bot.received.map(({ type, action }) => action ?? type)).toEqual(["add", "conversationUpdate"]);
    await t.postCard("efter");
    expect(await t.annasCards()).toEqual([cardOf("før"), cardOf("efter")]);
  });

  it("lets nobody press or write where the app is removed, and the bot hears nothing", async () => {
    const t = open();
    await t.installed();
    const message = await t.postCard("tag stilling");
    await t.asAnna(`/conversations/${annasChat}/uninstall`, {});
    const before = t.bot.received.length;
    expect(await (await t.press(message)).json()).toEqual({ kind: "failure", reason: "removed" });
    const said = await t.asAnna(`/conversations/${annasChat}/messages`, { text: "hej" });
    expect([said.status, await said.json()]).toEqual([403, { code: "removed" }]);
    expect(t.bot.received).toHaveLength(before);
  });

  it("is nobody else's to end", async () => {
    const t = open();
    await t.installed();
    expect((await t.as(bo, `/conversations/${annasChat}/uninstall`, {})).status).toBe(404);
  });
});
