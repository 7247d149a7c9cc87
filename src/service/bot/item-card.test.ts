import { afterEach, describe, expect, it } from "vitest";
import { lintCard } from "#cards/card-lint.ts";
import { staleDigestCard, staleItemCard } from "#cards/stale-item-card.ts";
import type { ActionItem } from "#domain/action-plans/action-item.ts";
import { anActionItem, aProgramme } from "#test/builders/action-plans.ts";
import { at } from "#test/builders/clock.ts";
import { people } from "#test/builders/organisation.ts";
import { type BotWorld, openBotWorld, parsed } from "#test/scenarios/bot-world.ts";

let world: BotWorld;
afterEach(() => world?.close());

const notes = [{ at: at("2022-03-01T09:00:00.000Z"), by: people.applicant.key, text: "To distrikter er i gang" }];
const stored = (): ActionItem | undefined => world.deps.records.actionItems.all()[0]?.value;

/** A world in which the owner has just been asked. */
async function asked(item: Partial<ActionItem> = {}) {
  world = await openBotWorld({ now: at("2022-05-02T08:00:00.000Z"), applications: [] });
  await world.deps.records.programmes.create(aProgramme());
  await world.deps.records.actionItems.create(anActionItem({ notes, ...item }));
  await world.send();
  const message = (await world.messages("applicant")).at(-1);
  return { card: parsed(message?.card ?? ""), messageId: message?.id ?? "", text: message?.card ?? "" };
}

describe("the card that asks how an item goes", () => {
  it("comes to the owner with the last word filled in, and is answered by Uændret in one press", async () => {
    const on = await asked();
    expect(on.text).toContain("Hvordan går det? Ikke opdateret i 62 dage");
    expect(on.text).toContain("To distrikter er i gang");
    const answer = await world.press("applicant", "Uændret", {}, on);
    expect(JSON.stringify(answer.card)).toContain("Anja Ansøger svarede “uændret” den 2. maj 2022 kl. 10.00.");
    expect(stored()).toMatchObject({ updatedAt: world.now, notes, status: "running" });
    expect((await world.messages("applicant")).at(-1)?.card).toContain("svarede “uændret”");
  });

  it("T12 pressed again, and by another who was second, it tells who did it and when, and writes nothing", async () => {
    const on = await asked();
    const first = await world.press("applicant", "Uændret", {}, on);
    const count = stored()?.log.count;
    world.now = at("2022-05-02T09:00:00.000Z");
    expect(await world.press("applicant", "Uændret", {}, on)).toEqual(first);
    const late = await world.press("applicant", "Gem", { itemNote: "Sent nyt", itemStatus: "running" }, on);
    expect(JSON.stringify(late.card)).toContain("svarede “uændret” den 2. maj 2022 kl. 10.00.");
    expect([stored()?.log.count, stored()?.notes]).toEqual([count, notes]);
  });

  it("takes a new word and a status; what cannot be taken comes back with everything typed", async () => {
    const on = await asked();
    const wrong = await world.press("applicant", "Gem", { itemNote: "Borgeren 010190-1234", itemStatus: "done" }, on);
    expect(JSON.stringify(wrong.card)).toContain("ligner et CPR-nummer");
    expect(JSON.stringify(wrong.card)).toContain("Borgeren [nummer fjernet]");
    expect(JSON.stringify(wrong.card)).not.toContain("010190");
    expect(stored()?.log.count).toBe(0);
    const done = await world.press("applicant", "Gem", { itemNote: "Alle er i gang", itemStatus: "done" }, on);
    expect(JSON.stringify(done.card)).toContain("Indsatsen er nu “Gennemført”.");
    expect(stored()).toMatchObject({ status: "done", notes: [...notes, { text: "Alle er i gang" }] });
  });

  it("saved as it stands is uændret: nothing is written twice", async () => {
    const on = await asked();
    await world.press("applicant", "Gem", { itemNote: "To distrikter er i gang", itemStatus: "running" }, on);
    expect(stored()).toMatchObject({ notes, log: { tail: [{ action: "unchanged" }] } });
  });

  it("T16 is nobody else's to answer", async () => {
    const on = await asked();
    const [own] = await world.messages("economist");
    const answer = await world.press("economist", "Uændret", {}, { card: on.card, messageId: own?.id ?? "" });
    expect(JSON.stringify(answer.card)).toContain("Det kan du ikke gøre her");
    expect(stored()?.log.count).toBe(0);
  });

  it.each(["da", "en"] as const)("keeps to Teams' rules and ours in every state (%s)", (language) => {
    const screen = { language, appId: "app" };
    const now = at("2022-05-02T08:00:00.000Z");
    const item = anActionItem({ notes });
    const base = { item, now, updatedByName: "Anja", asks: true };
    const attempt = { note: "", status: undefined, problems: [], noStep: "idea" as const };
    for (const stale of [base, { ...base, attempt }, { ...base, asks: false }]) {
      expect(lintCard(JSON.parse(JSON.stringify(staleItemCard(screen, stale))))).toEqual([]);
    }
    expect(lintCard(JSON.parse(JSON.stringify(staleDigestCard(screen, 7))))).toEqual([]);
  });
});
