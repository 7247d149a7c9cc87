import { afterEach, describe, expect, it } from "vitest";
import { plusMillis } from "#domain/shared/dates.ts";
import { formatKr, kr } from "#domain/shared/money.ts";
import { at, springClock } from "#test/builders/clock.ts";
import { aLine, anApplication, aRecommendation } from "#test/builders/grants.ts";
import { type BotStart, type BotWorld, openBotWorld, parsed, second, third } from "#test/scenarios/bot-world.ts";

let world: BotWorld;
const open = async (start?: BotStart): Promise<BotWorld> => (world = await openBotWorld(start));
afterEach(() => world.close());

describe("decision and outcome", () => {
  const lines = [
    aLine(anApplication()),
    aLine(second, { rank: 2, outcome: "rejection", grantOere: kr(0), reason: "Rammen rækker ikke." }),
    aLine(third, { rank: 3, outcome: "partial-award", grantOere: kr(45_000), packet: "deputy", reason: "Resten." }),
  ];
  const decidable: BotStart = {
    applications: [anApplication(), second, third],
    pool: { recommendations: [aRecommendation(lines)] },
    now: springClock.deciding,
  };

  it("shows the chair her own part, asks for the total and decides once", async () => {
    await open(decidable);
    await world.send();
    const [, request] = await world.messages("chair");
    expect(request?.card).toContain('{"title":"Næstformandens del","value":"1 ansøgning"}');
    expect(request?.card).not.toContain("Hybride lokaler");
    const on = { card: parsed(request?.card ?? ""), messageId: request?.id ?? "" };
    const first = await world.press("chair", `Afgør: tilsagn på ${formatKr(kr(95_000))}`, {}, on);
    expect(JSON.stringify(first.card)).toContain("Afgjort af Frida Formand 27. april 2022 kl. 10.00");
    expect(await world.press("chair", `Afgør: tilsagn på ${formatKr(kr(95_000))}`, {}, on)).toEqual(first);
    expect(world.deps.records.pools.all()[0]?.value.awards).toHaveLength(2);
  });

  it("T12 the chair's press of yesterday decides nothing today, is told what was decided and is logged", async () => {
    await open(decidable);
    await world.send();
    const [, request] = await world.messages("chair");
    const on = { card: parsed(request?.card ?? ""), messageId: request?.id ?? "" };
    await world.press("chair", `Afgør: tilsagn på ${formatKr(kr(95_000))}`, {}, on);
    await world.press("chair", "Fortryd (indtil kl. 10.00.30)");
    const undone = world.deps.records.pools.all()[0]?.value;
    expect(undone?.awards).toEqual([]);
    world.now = plusMillis(world.now, 24 * 3_600_000);
    const replayed = await world.press("chair", `Afgør: tilsagn på ${formatKr(kr(95_000))}`, {}, on);
    expect(world.deps.records.pools.all()[0]?.value).toEqual(undone);
    expect(JSON.stringify(replayed.card)).not.toContain("Afgjort af");
    expect(world.log.filter((line) => line.includes('"verb":"decision.decide"'))).toHaveLength(2);
  });

  it("T10 sends the list back with a reason, once; a missing one is asked for, and the secretariat gets it at once", async () => {
    await open(decidable);
    await world.send();
    const [, request] = await world.messages("chair");
    const on = { card: parsed(request?.card ?? ""), messageId: request?.id ?? "" };
    const title = "Send indstillingen tilbage";
    const empty = await world.press("chair", title, { sendBackReason: " " }, on);
    expect(JSON.stringify(empty.card)).toContain("Skal udfyldes.");
    expect(world.deps.records.pools.all()[0]?.value.recommendations).toHaveLength(1);
    const sent = await world.press("chair", title, { sendBackReason: "Driften er uklar." }, on);
    expect(JSON.stringify(sent.card)).toContain("Sendt tilbage til puljesekretariatet af Frida Formand");
    expect(await world.press("chair", title, { sendBackReason: "Driften er uklar." }, on)).toEqual(sent);
    expect(world.deps.records.pools.all()[0]?.value).toMatchObject({ recommendations: [], sentBack: [{}] });
    // The other decider's card says so, too, and what it offered decides nothing.
    const [, deputys] = await world.messages("deputy");
    const late = { card: parsed(deputys?.card ?? ""), messageId: deputys?.id ?? "" };
    const answer = await world.press("deputy", `Afgør: tilsagn på ${formatKr(kr(45_000))}`, {}, late);
    expect(JSON.stringify(answer.card)).toContain("Indstillingen er sendt tilbage");
    await world.send();
    expect((await world.messages("secretary")).at(-1)?.card).toContain("Driften er uklar.");
  });

  it("T16 sends nothing back for who decides no part of the list", async () => {
    await open(decidable);
    await world.send();
    const [, request] = await world.messages("chair");
    const card = parsed(request?.card ?? "");
    const [own] = await world.messages("secretary");
    const on = { card, messageId: own?.id ?? "" };
    const answer = await world.press("secretary", "Send indstillingen tilbage", { sendBackReason: "Nej." }, on);
    expect(JSON.stringify(answer.card)).not.toContain("Sendt tilbage til puljesekretariatet");
    expect(world.deps.records.pools.all()[0]?.value.recommendations).toHaveLength(1);
  });

  const undoTitle = "Fortryd (indtil kl. 10.00.30)";
  const awards = () => world.deps.records.pools.all()[0]?.value.awards.length;

  it("T10 takes the decision back on the card, once, and lets it be made anew", async () => {
    await open(decidable);
    await world.send();
    await world.press("chair", `Afgør: tilsagn på ${formatKr(kr(95_000))}`);
    const decided = (await world.messages("chair")).at(-1);
    const on = { card: parsed(decided?.card ?? ""), messageId: decided?.id ?? "" };
    const undone = await world.press("chair", undoTitle, {}, on);
    expect(JSON.stringify(undone.card)).toContain("Afgørelsen er fortrudt. Ingen har fået besked.");
    expect(await world.press("chair", undoTitle, {}, on)).toEqual(undone);
    expect(awards()).toBe(0);
    world.now = plusMillis(world.now, 5_000);
    await world.press("chair", `Afgør: tilsagn på ${formatKr(kr(95_000))}`);
    expect(awards()).toBe(2);
    // The old button, from this message or from another one, means the decision that is gone.
    const [welcome] = await world.messages("chair");
    for (const messageId of [on.messageId, welcome?.id ?? ""]) {
      const answer = await world.press("chair", undoTitle, {}, { ...on, messageId });
      expect(JSON.stringify(answer.card)).toContain("Afgjort af Frida Formand");
    }
    expect(awards()).toBe(2);
  });

  it("says on the card that the decision is taken back, until it is made anew", async () => {
    await open(decidable);
    await world.send();
    await world.press("chair", `Afgør: tilsagn på ${formatKr(kr(95_000))}`);
    const decided = (await world.messages("chair")).at(-1);
    const on = { card: parsed(decided?.card ?? ""), messageId: decided?.id ?? "" };
    await world.press("chair", undoTitle, {}, on);
    await world.press("deputy", `Afgør: tilsagn på ${formatKr(kr(45_000))}`);
    world.now = plusMillis(world.now, 3_600_000);
    await world.send();
    const said = "Afgørelsen er fortrudt. Ingen har fået besked.";
    expect((await world.messages("chair")).at(-1)?.card).toContain(said);
    // Pressed anew from another message: nothing is left to take back, and the card says why.
    const [welcome] = await world.messages("chair");
    const again = await world.press("chair", undoTitle, {}, { ...on, messageId: welcome?.id ?? "" });
    expect(JSON.stringify(again.card)).toContain(said);
    expect((await world.messages("deputy")).at(-1)?.card).not.toContain(said);
    await world.press("chair", `Afgør: tilsagn på ${formatKr(kr(95_000))}`);
    expect((await world.messages("chair")).at(-1)?.card).not.toContain(said);
  });

  it("keeps the promised time when no letter has left yet", async () => {
    await open(decidable);
    await world.send();
    await world.press("chair", `Afgør: tilsagn på ${formatKr(kr(95_000))}`);
    world.now = plusMillis(world.now, 30_000);
    const late = await world.press("chair", undoTitle);
    expect(JSON.stringify(late.card)).toContain("Fristen for at fortryde er udløbet, og brevene er på vej.");
    expect(awards()).toBe(2);
  });

  it("says plainly that the letters have gone when undo is pressed too late", async () => {
    await open(decidable);
    await world.send();
    await world.press("chair", `Afgør: tilsagn på ${formatKr(kr(95_000))}`);
    const decided = (await world.messages("chair")).at(-1);
    world.now = plusMillis(world.now, 30_000);
    await world.send();
    expect((await world.messages("chair")).at(-1)?.card).not.toContain("Fortryd");
    const on = { card: parsed(decided?.card ?? ""), messageId: decided?.id ?? "" };
    const late = await world.press("chair", undoTitle, {}, on);
    expect(JSON.stringify(late.card)).toContain("Fristen for at fortryde er udløbet, og brevene er på vej.");
    expect(awards()).toBe(2);
  });

  it("T16 a forwarded decided card takes nothing back for somebody else", async () => {
    await open(decidable);
    await world.send();
    await world.press("chair", `Afgør: tilsagn på ${formatKr(kr(95_000))}`);
    const decided = (await world.messages("chair")).at(-1);
    for (const name of ["colleague", "deputy"] as const) {
      const [own] = await world.messages(name);
      const on = { card: parsed(decided?.card ?? ""), messageId: own?.id ?? "" };
      const answer = await world.press(name, undoTitle, {}, on);
      expect(JSON.stringify(answer.card)).not.toContain("FR22-01");
      expect(JSON.stringify(answer.card)).not.toContain("Action.Execute");
    }
    expect(awards()).toBe(2);
  });

  it("000-21 names whom to write to when the time to answer is over", async () => {
    await open(decidable);
    await world.send();
    await world.press("chair", `Afgør: tilsagn på ${formatKr(kr(95_000))}`);
    world.now = plusMillis(world.now, 2 * 3_600_000);
    await world.send();
    world.now = at("2022-05-11T22:00:00.000Z");
    await world.send();
    const award = (await world.messages("applicant")).find(({ card }) => card.includes("I har fået tilsagn"));
    expect(award?.card).toContain("Skriv til Sofie Sekretær i puljesekretariatet.");
    expect(award?.card).not.toContain("Action.Execute");
  });

  it("gives the deputy a card of her own, and nobody else any", async () => {
    await open(decidable);
    await world.send();
    const [, request] = await world.messages("deputy");
    const card = parsed(request?.card ?? "");
    const [own] = await world.messages("colleague");
    const stranger = await world.press(
      "colleague",
      `Afgør: tilsagn på ${formatKr(kr(45_000))}`,
      {},
      { card, messageId: own?.id ?? "" },
    );
    expect(JSON.stringify(stranger.card)).not.toContain("Hybride");
    expect(world.deps.records.pools.all()[0]?.value.awards).toEqual([]);
    const done = await world.press("deputy", `Afgør: tilsagn på ${formatKr(kr(45_000))}`);
    expect(JSON.stringify(done.card)).toContain("Afgjort af Niels Næstformand");
  });

  it("tells the applicant, and takes one answer", async () => {
    await open(decidable);
    await world.send();
    await world.press("chair", `Afgør: tilsagn på ${formatKr(kr(95_000))}`);
    // A decision rests a while before it is told, so that it can be undone.
    world.now = plusMillis(world.now, 2 * 3_600_000);
    await world.send();
    const cards = (await world.messages("applicant")).map(({ card }) => card);
    const rejection = cards.find((card) => card.includes("I har fået afslag"));
    expect(rejection).toContain("Rammen rækker ikke.");
    expect(rejection).not.toContain("Action.Submit");
    const award = (await world.messages("applicant")).find(({ card }) => card.includes("I har fået tilsagn"));
    const on = { card: parsed(award?.card ?? ""), messageId: award?.id ?? "" };
    const accepted = await world.press("applicant", "Tag imod", {}, on);
    expect(JSON.stringify(accepted.card)).toContain("Tilsagnet er accepteret af Anja Ansøger");
    const tooLate = await world.press("applicant", `Sig nej tak til ${formatKr(kr(95_000))}`, {}, on);
    expect(tooLate).toEqual(accepted);
    expect(world.deps.records.pools.all()[0]?.value.awards[0]?.step).toBe("accepted");
  });
});
