import { afterEach, describe, expect, it } from "vitest";
import { lintCard } from "#cards/card-lint.ts";
import { type PersonName, people } from "#test/builders/organisation.ts";
import {
  type BotStart,
  type BotWorld,
  buttonIn,
  chatOf,
  good,
  installedApp,
  next,
  objectIdOf,
  openBotWorld,
  parsed,
  tenantId,
} from "#test/scenarios/bot-world.ts";

let world: BotWorld;
const open = async (start?: BotStart): Promise<BotWorld> => (world = await openBotWorld(start));
afterEach(() => world.close());

const welcomeCount = 1;

describe("installation", () => {
  it("remembers every chat and greets once", async () => {
    const { deps, messages } = await open();
    expect(deps.records.conversations.all()).toHaveLength(Object.keys(people).length);
    const chat = deps.records.conversations.all().find(({ value }) => value.personKey === people.economist.key)?.value;
    expect(chat).toMatchObject({ serviceUrl: `${world.origin}/channel/connector`, blockedAt: undefined, tenantId });
    const [welcome, ...more] = await messages("economist");
    expect(welcome?.card).toContain("Velkommen til Fremdrift");
    // It lies there for years, so it says nothing that passes.
    expect(welcome?.card).not.toContain("Forår 2022");
    expect(more).toEqual([]);
  });

  it("keeps quiet towards a removed app and comes back with it", async () => {
    const { channel, deps } = await open();
    await channel.removeApp(installedApp);
    await world.bot.settled();
    expect(deps.records.conversations.all().every(({ value }) => value.blockedAt !== undefined)).toBe(true);
    await channel.installApp(installedApp);
    await channel.settled();
    await world.bot.settled();
    expect(deps.records.conversations.all().some(({ value }) => value.blockedAt !== undefined)).toBe(false);
    expect(await world.messages("economist")).toHaveLength(welcomeCount);
  });

  it("is asked for again when it could not be stored", async () => {
    await open({ install: false });
    world.stored.failNext("conversations", "unavailable");
    await world.channel.installApp(installedApp);
    await world.channel.settled();
    expect(world.deps.records.conversations.all()).toHaveLength(Object.keys(people).length);
  });
});

describe("chat", () => {
  const greetings = ["Hi", "hi!", "Hello", "Hej", "help", "Help", "Hjælp", "hjælp?", "hvad er klokken?"];
  it.each(greetings)("answers %s with what waits and the way in", async (text) => {
    await open();
    await world.say("economist", text);
    const card = (await world.messages("economist")).at(-1)?.card ?? "";
    expect(card).toContain("Afgiv 2 bedømmelser i Forår 2022");
    // The answer stays in the chat: it says when it was so.
    expect(card).toContain("Venter på dig · 8. april 2022 kl. 10.00");
    expect(card).toContain("Action.OpenUrl");
    expect(card).toContain("Skriv **hjælp**");
    expect(lintCard(parsed(card))).toEqual([]);
  });

  it.each(greetings)("answers %s in English to somebody who has chosen English", async (text) => {
    await open();
    await world.say("economist", "English");
    await world.say("economist", text);
    const card = (await world.messages("economist")).at(-1)?.card ?? "";
    expect(card).toContain("Waiting for you · ");
    expect(card).toContain("Action.OpenUrl");
    expect(card).toContain("Write **help**");
    expect(lintCard(parsed(card))).toEqual([]);
  });

  it("answers also somebody for whom nothing waits, with a way on", async () => {
    await open();
    await world.say("colleague", "hej");
    const card = (await world.messages("colleague")).at(-1)?.card ?? "";
    expect(card).toContain("Der var ikke noget, der ventede på dig");
    expect(card).toContain("Action.OpenUrl");
  });

  it("a language named in the chat is the writer's from then on, also on a card that is open already", async () => {
    await open();
    await world.send();
    const request = (await world.messages("economist")).at(-1);
    await world.say("economist", " English! ");
    const answer = (await world.messages("economist")).at(-1)?.card ?? "";
    expect(answer).toContain("Cards and notices now come in English.");
    expect(lintCard(parsed(answer))).toEqual([]);
    const languageOf = (name: PersonName) => world.deps.records.persons.byKey(people[name].key)?.value.language;
    expect([languageOf("economist"), languageOf("chair")]).toEqual(["en", "da"]);
    const on = { card: parsed(request?.card ?? ""), messageId: request?.id ?? "" };
    expect(JSON.stringify((await world.press("economist", next, good, on)).card)).toContain("Save and go on");
    await world.say("economist", "på dansk");
    expect((await world.messages("economist")).at(-1)?.card).toContain("Kort og beskeder kommer nu på dansk.");
    expect(languageOf("economist")).toBe("da");
  });

  it("says so when a language named in the chat could not be stored", async () => {
    await open();
    world.stored.failNext("persons", "unavailable");
    await world.say("economist", "English");
    expect((await world.messages("economist")).at(-1)?.card).toContain("SharePoint er optaget.");
  });

  it("takes the press of a client that knows no Action.Execute", async () => {
    await open();
    await world.send();
    const [, request] = await world.messages("economist");
    const button = buttonIn(parsed(request?.card ?? ""), next);
    const chat = chatOf("economist");
    await world.channel.fetch(
      new Request(`${world.origin}/channel/client/conversations/${chat}/messages`, {
        method: "POST",
        headers: { authorization: `Bearer ${objectIdOf(people.economist)}`, "content-type": "application/json" },
        body: JSON.stringify({ value: { ...button.data, ...good, verb: button.verb }, replyToId: request?.id }),
      }),
    );
    await world.bot.settled();
    expect(world.reviewsOf("economist")).toMatchObject([{ state: "given" }]);
    expect((await world.messages("economist")).at(-1)?.card).toContain("2 af 2");
  });
});
