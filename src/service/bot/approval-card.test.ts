import { afterEach, describe, expect, it } from "vitest";
import { plusMillis } from "#domain/shared/dates.ts";
import { springClock } from "#test/builders/clock.ts";
import { anApplication } from "#test/builders/grants.ts";
import { people } from "#test/builders/organisation.ts";
import { type BotStart, type BotWorld, openBotWorld, parsed } from "#test/scenarios/bot-world.ts";

let world: BotWorld;
const open = async (start?: BotStart): Promise<BotWorld> => (world = await openBotWorld(start));
afterEach(() => world.close());

describe("the head's card", () => {
  const waiting = anApplication({ approval: undefined });
  it("approves once and tells a second press who did and when", async () => {
    await open({ applications: [waiting], now: springClock.open });
    world.now = plusMillis(springClock.open, 60_000);
    await world.send();
    const [, request] = await world.messages("head");
    const on = { card: parsed(request?.card ?? ""), messageId: request?.id ?? "" };
    const first = await world.press("head", "Godkend", {}, on);
    expect(JSON.stringify(first.card)).toContain("Godkendt af Lone Leder 18. marts 2022 kl. 10.13");
    expect(await world.press("head", "Godkend", {}, on)).toEqual(first);
    expect(world.deps.records.applications.byKey(waiting.key)?.value.log.count).toBe(1);
  });

  it("returns with questions, and takes a CPR number out at its field", async () => {
    await open({ applications: [waiting], now: springClock.open });
    world.now = plusMillis(springClock.open, 60_000);
    await world.send();
    const wrong = JSON.stringify(
      (await world.press("head", "Send spørgsmål", { questions: "Gælder det 010180-1234?" })).card,
    );
    expect(wrong).toContain("CPR-nummer");
    expect(wrong).toContain("Gælder det [nummer fjernet]?");
    const done = await world.press("head", "Send spørgsmål", { questions: "Hvem betaler driften?" });
    expect(JSON.stringify(done.card)).toContain("Returneret med spørgsmål af Lone Leder");
    await world.send();
    const card = (await world.messages("applicant")).at(-1)?.card ?? "";
    expect(card).toContain("Hvem betaler driften?");
    expect(card).toContain(encodeURIComponent(`/drafts/${waiting.draftKey}`));
  });

  it("shows what was asked above the applicant's answer when the application comes again", async () => {
    const questions = "Hvem betaler driften?";
    const asked = anApplication({
      approval: undefined,
      returned: { at: springClock.open, by: people.head.key, questions },
    });
    const again = anApplication({ approval: undefined, attempt: 2, answer: "Det gør centret selv." });
    await open({ applications: [asked, again], now: springClock.open });
    world.now = plusMillis(springClock.open, 60_000);
    await world.send();
    const card = (await world.messages("head")).at(-1)?.card ?? "";
    expect(card).toContain(questions);
    expect(card.indexOf(questions)).toBeLessThan(card.indexOf("Det gør centret selv."));
  });

  it("T16 tells nobody else what the application says", async () => {
    await open({ applications: [waiting], now: springClock.open });
    world.now = plusMillis(springClock.open, 60_000);
    await world.send();
    const [, request] = await world.messages("head");
    const card = parsed(request?.card ?? "");
    await world.press("head", "Godkend");
    for (const name of ["otherHead", "colleague"] as const) {
      const [own] = await world.messages(name);
      const answer = await world.press(name, "Godkend", {}, { card, messageId: own?.id ?? "" });
      expect(JSON.stringify(answer.card)).not.toContain("Sygeplejen");
    }
  });
});
