import { describe, expect, it } from "vitest";
import { anna } from "../test-seed.ts";
import { annasChat, cardAnswer, cardOf, channelsForTests, messageWith } from "./bot-channel.test-support.ts";

const open = channelsForTests();

describe("pressing a card", () => {
  it("sends the invoke of Teams and shows the answered card in the message's place", async () => {
    const t = open();
    await t.installed();
    const message = await t.postCard("tag stilling");
    t.bot.answer = () =>
      Response.json({
        statusCode: 200,
        type: "application/vnd.microsoft.card.adaptive",
        value: cardOf("tak"),
      });
    expect(await (await t.press(message)).json()).toEqual({ kind: "card", card: cardOf("tak") });
    expect(t.bot.received.at(-1)).toMatchObject({
      type: "invoke",
      name: "adaptiveCard/action",
      replyToId: message,
      from: { aadObjectId: anna.id },
      value: {
        trigger: "manual",
        action: { type: "Action.Execute", verb: "review.submit", data: { key: "k1", score: "82" } },
      },
    });
    expect(await t.annasCards()).toEqual([cardOf("tak")]);
  });

  it("shows the message's own new card once the bot edits it", async () => {
    const t = open();
    await t.installed();
    const message = await t.postCard("tag stilling");
    t.bot.answer = () =>
      Response.json({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: cardOf("tak") });
    await t.press(message);
    await t.asBot(`/${annasChat}/activities/${message}`, messageWith(cardOf("afgjort")), "PUT");
    expect(await t.annasCards()).toEqual([cardOf("afgjort")]);
  });

  it("hands refusals and messages to the presser and leaves the card alone", async () => {
    const t = open();
    await t.installed();
    const message = await t.postCard("tag stilling");
    t.bot.answer = () =>
      Response.json({
        statusCode: 400,
        type: "application/vnd.microsoft.error",
        value: { code: "BadRequest", message: "Score skal være 0-100" },
      });
    expect(await (await t.press(message)).json()).toEqual({
      kind: "error",
      code: "BadRequest",
      text: "Score skal være 0-100",
    });
    t.bot.answer = () =>
      Response.json({ statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "Noteret" });
    expect(await (await t.press(message)).json()).toEqual({ kind: "message", text: "Noteret" });
    expect(await t.annasCards()).toEqual([cardOf("tag stilling")]);
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
    const t = open();
    await t.installed();
    const message = await t.postCard("tag stilling");
    t.bot.answer = answer;
    expect(await (await t.press(message)).json()).toEqual({ kind: "failure", reason: "bad-answer" });
  });

  it("refuses an action without a verb, as such actions never reach a bot", async () => {
    const t = open();
    await t.installed();
    const message = await t.postCard("tag stilling");
    const before = t.bot.received.length;
    expect((await t.press(message, { verb: "" })).status).toBe(400);
    expect(t.bot.received).toHaveLength(before);
  });

  it.each([
    [true, 2],
    [false, 1],
  ])("asks a silent bot again only when told to (%s)", async (retry, times) => {
    let expire = new AbortController();
    const t = open({
      timeoutSignal: () => {
        expire = new AbortController();
        return expire.signal;
      },
    });
    await t.installed();
    await t.call("/switches", "", { retryInvokes: retry });
    const message = await t.postCard("tag stilling");
    t.bot.received.length = 0;
    t.bot.answer = () => {
      expire.abort();
      throw new Error("aborted");
    };
    expect(await (await t.press(message)).json()).toEqual({ kind: "failure", reason: "timeout" });
    expect(t.bot.received).toHaveLength(times);
  });

  it("T10 delivers a press again under a new activity id when the first answer was empty, and shows the second", async () => {
    const t = open();
    await t.installed();
    await t.call("/switches", "", { retryInvokes: true });
    const message = await t.postCard("tag stilling");
    t.bot.received.length = 0;
    t.bot.answer = () => (t.bot.received.length === 1 ? new Response(null, { status: 200 }) : cardAnswer("tak"));
    expect(await (await t.press(message)).json()).toMatchObject({ kind: "card" });
    const [first, again] = t.bot.received;
    expect(again?.["id"]).not.toBe(first?.["id"]);
    expect(again).toEqual({ ...first, id: again?.["id"] });
    expect(await t.annasCards()).toEqual([cardOf("tak")]);
  });

  it("waits 15 s for an answer", async () => {
    const waited: number[] = [];
    const t = open({
      timeoutSignal: (milliseconds) => {
        waited.push(milliseconds);
        return new AbortController().signal;
      },
    });
    await t.installed();
    await t.press(await t.postCard("tag stilling"));
    expect(new Set(waited)).toEqual(new Set([15_000]));
  });

  it("tells the bot when a card asked by itself for its reader's own view", async () => {
    const t = open();
    await t.installed();
    const message = await t.postCard("til alle");
    t.bot.answer = () => cardAnswer("til dig");
    const action = { type: "Action.Execute", verb: "review.view", data: { key: "k1" } };
    await t.asAnna(`/conversations/${annasChat}/messages/${message}/invoke`, { action, trigger: "automatic" });
    expect(t.bot.received.at(-1)).toMatchObject({ value: { trigger: "automatic", action } });
    expect(await t.annasCards()).toEqual([cardOf("til dig")]);
  });
});
