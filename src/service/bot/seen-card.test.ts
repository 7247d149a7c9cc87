import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { lintCard } from "#cards/card-lint.ts";
import { type PersonName } from "#test/builders/organisation.ts";
import { type BotWorld, chatOf, good, next, openBotWorld, parsed } from "#test/scenarios/bot-world.ts";
import { recordSeen } from "#use-cases/notices/record-seen.ts";

let world: BotWorld;
afterEach(() => world.close());

const refreshing = z.object({
  refresh: z.object({
    action: z.object({ type: z.string(), verb: z.string(), data: z.unknown() }),
    userIds: z.array(z.string()),
  }),
});

/** What a client does by itself when somebody has the card of another or her own before the eyes. */
async function look(name: PersonName, card: string): Promise<string> {
  const { action } = refreshing.parse(parsed(card)).refresh;
  const [message] = await world.messages(name);
  const answer = await world.client(name, `/conversations/${chatOf(name)}/messages/${message?.id}/invoke`, {
    action,
    trigger: "automatic",
  });
  await world.bot.settled();
  return answer.text();
}
const request = async () => (await world.messages("economist"))[1]?.card ?? "";
const seenAt = () =>
  world.deps.records.senders.all().flatMap(({ value }) => value.deliveries.flatMap((each) => each.seenAt ?? []));
const write = async () => {
  const before = world.stored.writes.length;
  expect(await recordSeen(world.deps)).toMatchObject({ ok: true });
  return world.stored.writes.length - before;
};

describe("a card that was seen", () => {
  it("asks for its newest view for its recipient alone, and stays as it is while nothing has changed", async () => {
    world = await openBotWorld();
    await world.send();
    const card = await request();
    expect(refreshing.parse(parsed(card)).refresh.userIds).toEqual([expect.stringMatching(/^29:/u)]);
    expect(lintCard(parsed(card))).toEqual([]);
    expect(JSON.parse(await look("economist", card))).toMatchObject({ kind: "card", card: parsed(card) });
    expect(await request()).toBe(card);
  });

  it("counts as seen from the first look on, which is written once", async () => {
    world = await openBotWorld();
    await world.send();
    const first = world.now;
    await look("economist", await request());
    expect([await write(), seenAt()]).toEqual([1, [first]]);
    world.now = "2022-04-09T08:00:00.000Z" as typeof first;
    await look("economist", await request());
    expect([await write(), seenAt()]).toEqual([0, [first]]);
  });

  it("does not count as seen by another's hand, who is shown nothing of it", async () => {
    world = await openBotWorld();
    await world.send();
    expect(await look("chair", await request())).toContain("Åbn");
    expect(await look("chair", await request())).not.toContain("FR22-01");
    expect([await write(), seenAt()]).toEqual([0, []]);
  });

  it("counts as seen by who presses on it", async () => {
    world = await openBotWorld();
    await world.send();
    await world.press("economist", next, good);
    expect([await write(), seenAt()]).toEqual([1, [world.now]]);
  });

  it("keeps a look that comes before the sending is written down", async () => {
    world = await openBotWorld();
    await world.send();
    const [record] = world.deps.records.senders.all();
    const card = await request();
    const back = async (state: "sending" | "sent"): Promise<void> => {
      for (const { value, version } of world.deps.records.senders.all()) {
        const deliveries = value.deliveries.map((each) => ({ ...each, state }));
        await world.deps.records.senders.save({ ...value, deliveries }, version);
      }
    };
    expect(record).toBeDefined();
    await back("sending");
    await look("economist", card);
    expect(await write()).toBe(0);
    await back("sent");
    expect([await write(), seenAt()]).toEqual([1, [world.now]]);
  });

  it("is tried again when it could not be written", async () => {
    world = await openBotWorld();
    await world.send();
    await look("economist", await request());
    world.stored.failNext("senders", "unavailable");
    expect(await recordSeen(world.deps)).toMatchObject({ ok: false });
    expect([await write(), seenAt()]).toEqual([1, [world.now]]);
  });
});
