import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { lintCard } from "#cards/card-lint.ts";
import { closedCard } from "#cards/closed-card.ts";
import { type PersonName, people } from "#test/builders/organisation.ts";
import { appId, type BotWorld, chatOf, good, next, openBotWorld, parsed } from "#test/scenarios/bot-world.ts";
import { recordSeen } from "#use-cases/notices/record-seen.ts";

let world: BotWorld;
afterEach(() => world.close());

const refreshing = z.object({
  refresh: z.object({
    action: z.object({ type: z.string(), verb: z.string(), data: z.unknown() }),
    userIds: z.array(z.string()),
  }),
});

const noticeKey = () =>
  world.deps.records.senders
    .all()
    .flatMap(({ value }) =>
      value.kind === "review-request"
        ? value.deliveries.filter(({ recipientKey }) => recipientKey === people.economist.key)
        : [],
    )[0]?.noticeKey;

/** What a client does by itself when somebody has the economist's card before the eyes. */
async function look(name: PersonName): Promise<string> {
  const action = { type: "Action.Execute", verb: "notice.view", data: { noticeKey: noticeKey() } };
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
  it("asks for its newest view for its recipient alone where nothing can be typed in it", async () => {
    world = await openBotWorld();
    await world.send();
    expect(await request()).not.toContain('"refresh"');
    const chat = world.deps.records.conversations.all().find(({ value }) => value.personKey === people.economist.key);
    const card = JSON.stringify(closedCard({ language: "da", appId }, "gone"));
    if (chat !== undefined) await world.bot.messenger.send(chat.value, card, "Nyt", noticeKey());
    const posted = parsed((await world.messages("economist")).at(-1)?.card ?? "");
    expect(refreshing.parse(posted).refresh).toMatchObject({
      action: { verb: "notice.view", data: { noticeKey: noticeKey() } },
      userIds: [expect.stringMatching(/^29:/u)],
    });
    expect(lintCard(posted)).toEqual([]);
  });

  it("is answered with the card as it is now, and the message itself stays", async () => {
    world = await openBotWorld();
    await world.send();
    const card = await request();
    expect(await look("economist")).toContain("FR22-01");
    expect(await request()).toBe(card);
  });

  it("counts as seen from the first look on, which is written once", async () => {
    world = await openBotWorld();
    await world.send();
    const first = world.now;
    await look("economist");
    expect([await write(), seenAt()]).toEqual([1, [first]]);
    world.now = "2022-04-09T08:00:00.000Z" as typeof first;
    await look("economist");
    expect([await write(), seenAt()]).toEqual([0, [first]]);
  });

  it("does not count as seen by another's hand, who is shown nothing of it", async () => {
    world = await openBotWorld();
    await world.send();
    expect(await look("chair")).toContain("Åbn");
    expect(await look("chair")).not.toContain("FR22-01");
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
    const back = async (state: "sending" | "sent"): Promise<void> => {
      for (const { value, version } of world.deps.records.senders.all()) {
        const deliveries = value.deliveries.map((each) => ({ ...each, state }));
        await world.deps.records.senders.save({ ...value, deliveries }, version);
      }
    };
    expect(record).toBeDefined();
    await back("sending");
    await look("economist");
    expect(await write()).toBe(0);
    await back("sent");
    expect([await write(), seenAt()]).toEqual([1, [world.now]]);
  });

  it("is tried again when it could not be written", async () => {
    world = await openBotWorld();
    await world.send();
    await look("economist");
    world.stored.failNext("senders", "unavailable");
    expect(await recordSeen(world.deps)).toMatchObject({ ok: false });
    expect([await write(), seenAt()]).toEqual([1, [world.now]]);
  });
});
