import { afterEach, describe, expect, it } from "vitest";
import { plusMillis } from "#domain/shared/dates.ts";
import { springClock } from "#test/builders/clock.ts";
import { aLine, anApplication, aRecommendation, aReview, aRound } from "#test/builders/grants.ts";
import { people } from "#test/builders/organisation.ts";
import {
  type BotStart,
  type BotWorld,
  good,
  next,
  openBotWorld,
  parsed,
  second,
  third,
} from "#test/scenarios/bot-world.ts";

let world: BotWorld;
const open = async (start?: BotStart): Promise<BotWorld> => (world = await openBotWorld(start));
afterEach(() => world.close());

describe("presses that come again, too late or from somebody else", () => {
  it("T10 a press delivered four times is one review with one log line and the same answer", async () => {
    await open();
    await world.send();
    const [, request] = await world.messages("economist");
    const on = { card: parsed(request?.card ?? ""), messageId: request?.id ?? "" };
    const answers = [];
    for (let time = 0; time < 4; time += 1) answers.push(await world.press("economist", next, good, on));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(world.reviewsOf("economist")).toHaveLength(1);
    expect(world.reviewsOf("economist")[0]?.log.count).toBe(1);
  });

  it("T10 two presses at the same moment are one review", async () => {
    await open();
    await world.send();
    const [, request] = await world.messages("economist");
    const on = { card: parsed(request?.card ?? ""), messageId: request?.id ?? "" };
    const [one, two] = await Promise.all([
      world.press("economist", next, good, on),
      world.press("economist", next, good, on),
    ]);
    expect(one).toEqual(two);
    expect(world.reviewsOf("economist")[0]?.log.count).toBe(1);
  });

  it("T10 half a review is kept without a log line, and may go back to what it was", async () => {
    await open();
    await world.send();
    const half = async (reason: string) => {
      await world.press("economist", next, { reason });
      return world.press("economist", "Forrige");
    };
    for (const reason of ["A", "B", "A"]) await half(reason);
    expect(world.reviewsOf("economist")[0]).toMatchObject({ answers: { reason: "A" }, log: { count: 0 } });
  });

  it("T10 an empty card from before the first word takes back nothing that was saved since", async () => {
    await open();
    await world.send();
    const [, request] = await world.messages("economist");
    const on = { card: parsed(request?.card ?? ""), messageId: request?.id ?? "" };
    await world.press("economist", next, { reason: "Skrevet" }, on);
    await world.press("economist", next, {}, on);
    expect(world.reviewsOf("economist")[0]?.answers.reason).toBe("Skrevet");
  });

  it("T11 a review after the recommendation meets who closed it and when", async () => {
    await open({ reviews: [aReview()] });
    await world.send();
    const pool = world.deps.records.pools.all()[0];
    if (pool === undefined) throw new Error("no pool");
    const lines = [aLine(anApplication()), aLine(second, { rank: 2 })];
    await world.deps.records.pools.save({ ...pool.value, recommendations: [aRecommendation(lines)] }, pool.version);
    world.now = springClock.deciding;
    const late = await world.press("economist", "Forrige");
    expect(JSON.stringify(late.card)).toContain("indstillet af Sofie Sekretær 25. april 2022 kl. 10.00");
    expect(JSON.stringify(late.card)).not.toContain("Action.Execute");
    await world.send();
    expect(
      (await world.messages("spokesman")).find(({ card }) => card.includes("Bedømmelsen er lukket")),
    ).toBeDefined();
  });

  it("T11 an application that was withdrawn meanwhile is passed over", async () => {
    await open({ applications: [anApplication(), second, third] });
    await world.send();
    const gone = world.deps.records.applications.byKey(second.key);
    await world.press("economist", next, good);
    if (gone === undefined) throw new Error("no application");
    await world.deps.records.applications.save({ ...gone.value, withdrawnAt: world.now }, gone.version);
    const answer = await world.press("economist", next, good);
    expect(JSON.stringify(answer.card)).toContain("FR22-02 er ikke længere med i runden.");
    expect(JSON.stringify(answer.card)).toContain("FR22-03");
    expect(world.reviewsOf("economist")).toHaveLength(1);
  });

  it("T12 a press that was captured and comes again the next day changes nothing and says what is so", async () => {
    await open();
    await world.send();
    const [, request] = await world.messages("economist");
    const on = { card: parsed(request?.card ?? ""), messageId: request?.id ?? "" };
    await world.press("economist", next, good, on);
    const given = world.reviewsOf("economist");
    // Meanwhile the reviewer has changed her mind on another card.
    await world.press("economist", "Forrige");
    await world.press("economist", next, { ...good, reason: "Et andet ord." });
    const changed = world.reviewsOf("economist");
    expect(changed).not.toEqual(given);
    world.now = plusMillis(world.now, 24 * 3_600_000);
    await world.press("economist", next, good, on);
    expect(world.reviewsOf("economist")).toEqual(changed);
  });

  it("T16 a forwarded card gives somebody else no button, stores nothing and is logged", async () => {
    await open();
    await world.send();
    const [, request] = await world.messages("economist");
    const [own] = await world.messages("colleague");
    const answer = await world.press("colleague", next, good, {
      card: parsed(request?.card ?? ""),
      messageId: own?.id ?? "",
    });
    const card = JSON.stringify(answer.card);
    expect(card).toContain("Du er ikke bedømmer på denne ansøgning");
    expect(card).not.toContain("Action.Execute");
    expect(card).not.toContain("Virtuelle");
    expect(world.deps.records.reviews.all()).toEqual([]);
    expect(world.log.join("")).toContain('"reason":"not-reviewer"');
    expect(world.log.join("")).not.toContain(good.reason);
  });

  it("T16 a name in the card or the message counts for nothing", async () => {
    await open();
    await world.send();
    const [, request] = await world.messages("economist");
    const [own] = await world.messages("colleague");
    const inputs = { ...good, reviewerKey: people.economist.key, from: people.economist.name };
    await world.press("colleague", next, inputs, { card: parsed(request?.card ?? ""), messageId: own?.id ?? "" });
    expect(world.deps.records.reviews.all()).toEqual([]);
  });

  it("T17 a reviewer of the applying centre has no such card, and a made-up press is refused and logged", async () => {
    const own = anApplication({ number: "FR22-04", centreKey: people.economist.centreKey, title: "Økonomiens egen" });
    await open({ applications: [anApplication(), own] });
    await world.send();
    const [, request] = await world.messages("economist");
    expect(request?.card).toContain("1 af 1");
    expect(request?.card).not.toContain("Økonomiens egen");
    const forged = { ...good, applicationKey: own.key };
    const answer = await world.press("economist", next, forged);
    expect(JSON.stringify(answer.card)).not.toContain("Økonomiens egen");
    expect(world.reviewsOf("economist")).toEqual([]);
    expect(world.log.join("")).toContain("card press refused");
  });

  it("T18 a reviewer who was taken off the round meanwhile is refused by today's records", async () => {
    await open();
    await world.send();
    const pool = world.deps.records.pools.all()[0];
    if (pool === undefined) throw new Error("no pool");
    const round = aRound({ reviewerKeys: [people.chair.key, people.spokesman.key, people.head.key] });
    await world.deps.records.pools.save({ ...pool.value, rounds: [round] }, pool.version);
    expect(JSON.stringify((await world.press("economist", next, good)).card)).toContain("Du er ikke bedømmer");
    expect(world.deps.records.reviews.all()).toEqual([]);
  });
});
