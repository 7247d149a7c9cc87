import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { lintCard } from "#cards/card-lint.ts";
import { people } from "#test/builders/organisation.ts";
import { type BotWorld, next, openBotWorld } from "#test/scenarios/bot-world.ts";

let world: BotWorld;
afterEach(() => world.close());

const pageSchema = z.object({
  messages: z.array(
    z.object({ id: z.string(), author: z.string(), rootId: z.optional(z.string()), cards: z.array(z.unknown()) }),
  ),
});
const conversationsSchema = z.object({ conversations: z.array(z.object({ id: z.string(), kind: z.string() })) });
let channelId: string;

/** The world with the app in a team of the economist and a colleague, as a package made for teams would be. */
async function open(): Promise<void> {
  world = await openBotWorld({
    app: { scopes: ["personal", "team"] },
    sites: [
      {
        path: "/sites/pulje",
        displayName: "Puljegruppen",
        members: { [people.economist.userPrincipalName]: "owner", [people.colleague.userPrincipalName]: "member" },
        applicationGrants: {},
      },
    ],
  });
  const found = conversationsSchema.parse(await (await world.client("economist", "/conversations")).json());
  channelId = found.conversations.find(({ kind }) => kind === "channel")?.id ?? "";
}
const path = (rest: string): string => `/conversations/${encodeURIComponent(channelId)}/${rest}`;
async function inChannel() {
  const { messages } = pageSchema.parse(await (await world.client("economist", path("messages"))).json());
  return messages.map(({ cards, ...message }) => ({ ...message, card: JSON.stringify(cards[0] ?? "") }));
}
async function sayInChannel(text: string, rootId?: string): Promise<void> {
  await world.client("economist", path("messages"), { text, ...(rootId === undefined ? {} : { rootId }) });
  await world.bot.settled();
}

describe("the bot in a team's channel", () => {
  it("posts its welcome once, however often the team is told of it, and again after it was removed", async () => {
    await open();
    const welcomes = async (): Promise<number> =>
      (await inChannel()).filter(({ card }) => card.includes("Velkommen til Fremdrift")).length;
    expect([await welcomes(), (await inChannel()).length]).toEqual([1, 1]);
    let told = 0;
    world.onTheWay = () => (++told === 3 ? new Response(null, { status: 503 }) : undefined);
    for (const what of ["uninstall", "install"]) await world.client("economist", path(what), {});
    await world.channel.settled();
    await world.bot.settled();
    expect(told).toBeGreaterThan(3);
    expect(await welcomes()).toBe(2);
  });

  it.each(["hjælp", "help", "hej", "Hello", "hvad er klokken?"])(
    "answers @Fremdrift %s in its thread, with nothing of anybody",
    async (word) => {
      await open();
      await sayInChannel(`@Fremdrift ${word}`);
      const [, question, answer, ...more] = await inChannel();
      expect(more).toEqual([]);
      expect([question?.author, answer?.author, answer?.rootId]).toEqual(["person", "bot", question?.id]);
      expect(answer?.card).toContain("Her i kanalen kan alle læse med.");
      expect(answer?.card).toContain("Action.OpenUrl");
      expect(answer?.card).not.toContain("Afgiv 2 bedømmelser");
      expect(lintCard(JSON.parse(answer?.card ?? ""))).toEqual([]);
      await sayInChannel("@Fremdrift igen", question?.id);
      expect((await inChannel()).at(-1)).toMatchObject({ author: "bot", rootId: question?.id });
    },
  );

  it("answers in the writer's language", async () => {
    await open();
    await world.say("economist", "English");
    await sayInChannel("@Fremdrift help");
    expect((await inChannel()).at(-1)?.card).toContain("Everybody can read along here in the channel.");
  });

  it("remembers no channel as a way to a person, and sends reviews to the chats of their reviewers", async () => {
    await open();
    await sayInChannel("@Fremdrift hej");
    const chats = world.deps.records.conversations.all().map(({ value }) => value.conversationId);
    expect(chats.filter((id) => id.startsWith("19:"))).toEqual([]);
    const before = (await inChannel()).length;
    await world.send();
    expect(await inChannel()).toHaveLength(before);
    expect((await world.messages("economist")).at(-1)?.card).toContain(next);
  });

  it("does not make a post again that was refused, and answers the next word", async () => {
    await open();
    const switches = new Request(`${world.origin}/channel/switches`, {
      method: "POST",
      body: JSON.stringify({ throttledCalls: 1 }),
    });
    await world.channel.fetch(switches);
    await sayInChannel("@Fremdrift hej");
    expect((await inChannel()).at(-1)?.author).toBe("person");
    expect(world.log.join("")).toContain("channel post not sent");
    await sayInChannel("@Fremdrift hej");
    expect((await inChannel()).at(-1)?.author).toBe("bot");
  });
});
