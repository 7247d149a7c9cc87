import { afterEach, describe, expect, it } from "vitest";
import { type BotStart, type BotWorld, good, next, openBotWorld, parsed } from "#test/scenarios/bot-world.ts";

let world: BotWorld;
const open = async (start?: BotStart): Promise<BotWorld> => (world = await openBotWorld(start));
afterEach(() => world.close());

describe("slow and broken", () => {
  it("leaves the card with everything typed when the store is busy", async () => {
    await open();
    await world.send();
    const before = await world.messages("economist");
    world.stored.failNext("reviews", "throttled");
    const answer = await world.press("economist", next, good);
    expect(answer).toMatchObject({ kind: "error", code: "throttled" });
    expect(answer.text).toContain("SharePoint er optaget");
    expect(await world.messages("economist")).toEqual(before);
  });

  it("answers in time and updates the card when the work is done", async () => {
    await open({ ground: { wait: () => Promise.resolve() } });
    await world.send();
    const answer = await world.press("economist", next, good);
    expect(answer).toEqual({ kind: "message", text: "Vi arbejder på det. Kortet bliver opdateret om lidt." });
    expect((await world.messages("economist")).at(-1)?.card).toContain("2 af 2");
  });

  it("says in words what no card of ours sends", async () => {
    await open();
    await world.send();
    const [, request] = await world.messages("economist");
    const card = parsed((request?.card ?? "").replaceAll("review.next", "review.delete-all"));
    expect(await world.press("economist", next, good, { card })).toMatchObject({ kind: "error", code: "BadRequest" });
    const wrong = await world.press("economist", next, { ...good, "score-K1": "6" });
    expect(wrong).toMatchObject({ kind: "error", code: "BadRequest" });
    expect(world.deps.records.reviews.all()).toEqual([]);
  });
});
