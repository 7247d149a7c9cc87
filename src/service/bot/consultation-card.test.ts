import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { at } from "#test/builders/clock.ts";
import { aConsultation, aParty } from "#test/builders/consultations.ts";
import { people } from "#test/builders/organisation.ts";
import { type BotWorld, openBotWorld, parsed } from "#test/scenarios/bot-world.ts";

let world: BotWorld;
const party = aParty({ personKeys: [people.applicant.key, people.head.key] });

beforeEach(async () => {
  world = await openBotWorld({ applications: [], now: at("2021-06-16T07:00:00.000Z") });
  await world.stored.records.consultations.create(aConsultation());
  await world.stored.records.consultationParties.create(party);
  world.now = at("2021-06-16T08:00:00.000Z");
  await world.send();
});
afterEach(() => world.close());

const answer = () => world.deps.records.consultationParties.byKey(party.key)?.value.answer;
const textOf = (card: unknown) => JSON.stringify(card);

describe("the council's card", () => {
  it("001-09 says Ingen bemærkninger in one press; a second press tells who answered and when", async () => {
    const on = parsed((await world.messages("head")).at(-1)?.card ?? "");
    const first = await world.press("applicant", "Ingen bemærkninger");
    expect(textOf(first.card)).toContain("Ældrerådet har svaret. Anja Ansøger sendte svaret 16. juni 2021 kl. 10.00.");
    expect(answer()).toMatchObject({ noComments: true, road: "self" });
    const second = await world.press("head", "Send svar", { consultationAnswer: "Vi vil også" }, { card: on });
    expect(textOf(second.card)).toContain("Anja Ansøger sendte svaret");
    expect(textOf(second.card)).toContain("Det, du havde skrevet, er ikke sendt:");
    expect(textOf(second.card)).toContain("Vi vil også");
    expect(answer()?.noComments).toBe(true);
  });

  it("R-08 takes a number out of the field, sends nothing, and takes the text when it is mended", async () => {
    const wrong = await world.press("applicant", "Send svar", { consultationAnswer: "Fru Berg 010245-1234 venter" });
    expect(textOf(wrong.card)).toContain("ligner et CPR-nummer");
    expect(textOf(wrong.card)).not.toContain("010245");
    expect(answer()).toBeUndefined();
    await world.press("applicant", "Send svar", { consultationAnswer: "Fru Berg venter" });
    expect(answer()?.text).toBe("Fru Berg venter");
  });

  it("001-09 keeps a text that was typed when the other button is pressed", async () => {
    const both = await world.press("applicant", "Ingen bemærkninger", { consultationAnswer: "Dog én ting" });
    expect(textOf(both.card)).toContain("Dog én ting");
    expect(textOf(both.card)).toContain("Du har skrevet et svar.");
    expect(answer()).toBeUndefined();
  });

  it("T16 is nothing to anybody else", async () => {
    const card = parsed((await world.messages("applicant")).at(-1)?.card ?? "");
    const stranger = await world.press("chair", "Ingen bemærkninger", {}, { card });
    expect(textOf(stranger.card)).not.toContain("Ældrerådet");
    expect(answer()).toBeUndefined();
  });

  it("001-08 in the other chats of the council is closed once somebody has answered", async () => {
    await world.press("applicant", "Ingen bemærkninger");
    await world.send();
    expect((await world.messages("head")).at(-1)?.card).toContain("Anja Ansøger sendte svaret");
  });
});
