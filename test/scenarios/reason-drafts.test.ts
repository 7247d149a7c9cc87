import { beforeAll, describe, expect, it } from "vitest";
import { letterSchema } from "#contract/letters.ts";
import { rankingSchema } from "#contract/ranking.ts";
import { type Harness, openHarness } from "./harness.ts";
import { type OpenRound, openRound, reviewEverything, sentSpring } from "./pool-story.ts";

let harness: Harness;
let round: OpenRound;

const ranking = async (user = "puljesekretariat") =>
  rankingSchema.parse((await harness.http(user, "GET", `/api/rounds/${round.roundKey}/ranking`)).body);
const row = async (number: string, user?: string) => {
  const found = (await ranking(user)).rows.find((each) => each.number === number);
  if (found === undefined) throw new Error(`No ${number}`);
  return found;
};

describe("000-18 reasons that begin with what the reviewers remarked", () => {
  beforeAll(async () => {
    harness = await openHarness();
    round = await openRound(harness);
    await sentSpring(harness, round.roundKey);
  });

  it("are not there before every review is given", async () => {
    harness.at("2022-04-21 10:00");
    expect((await row("FR22-03")).reasonDraft).toBeUndefined();
  });

  it("are the secretariat's alone, for awards and rejections, also with the rest offered", async () => {
    await reviewEverything(harness, round);
    harness.at("2022-04-21 10:00");
    const [rejected, awarded] = [await row("FR22-03"), await row("FR22-01")];
    expect(rejected.reasonDraft).toMatch(/^Projektet falder inden for .*Begrundet i ansøgningen\./su);
    expect(rejected.reason).not.toContain("Begrundet i ansøgningen");
    expect(awarded.reasonDraft).toContain("Projektet er blandt de bedst egnede i runden.");
    const candidate = (await ranking()).rows.find((each) => each.cut === "does-not-fit");
    expect(candidate?.reasonDraftIfOffered).toContain("delvist tilsagn");
    expect((await row("FR22-03", "formand.dsg")).reasonDraft).toBeUndefined();
    expect((await row("FR22-03", "oekonomi")).reasonDraft).toBeUndefined();
  });

  it("stand in the letter that is shown, and give way to what a person writes", async () => {
    const { applicationKey, outcome } = await row("FR22-03");
    const shown = async () => {
      const { body } = await harness.http(
        "puljesekretariat",
        "GET",
        `/api/applications/${applicationKey}/letter-preview`,
      );
      return JSON.stringify(letterSchema.parse(body).blocks);
    };
    expect(await shown()).toContain("Begrundet i ansøgningen");
    await harness.http("puljesekretariat", "PUT", `/api/rounds/${round.roundKey}/reason`, {
      commandKey: harness.press(),
      applicationKey,
      outcome,
      reason: "Skrevet af en kollega",
    });
    expect((await row("FR22-03")).reasonDraft).toBeUndefined();
    expect(await shown()).not.toContain("Begrundet i ansøgningen");
  });

  it("do not come back once somebody has emptied the field, and cannot be sent past that", async () => {
    const { applicationKey, outcome, reason } = await row("FR22-08");
    expect((await row("FR22-08")).reasonDraft).toContain("Begrundet i ansøgningen");
    await harness.http("puljesekretariat", "PUT", `/api/rounds/${round.roundKey}/reason`, {
      commandKey: harness.press(),
      applicationKey,
      outcome,
      reason: "  ",
    });
    expect(await row("FR22-08")).toMatchObject({ reason });
    expect((await row("FR22-08")).reasonDraft).toBeUndefined();
  });

  it("leave only as they were read, for the outcome they were made for, and never over what is written", async () => {
    const { rows } = await ranking();
    const drafts = Object.fromEntries(
      rows.map(({ applicationKey, number, outcome }) => [
        applicationKey,
        // FR22-06 was read as an award, which it is not any more.
        { outcome: number === "FR22-06" ? "award" : outcome, reason: `Læst udkast til ${number}` },
      ]),
    );
    const put = await harness.http("puljesekretariat", "POST", `/api/rounds/${round.roundKey}/recommendation`, {
      commandKey: harness.press(),
      offerPartial: false,
      reasons: {},
      drafts,
    });
    const reasons = Object.fromEntries(
      rankingSchema.parse(put.body).rows.map(({ number, reason }) => [number, reason]),
    );
    expect(reasons["FR22-07"]).toBe("Læst udkast til FR22-07");
    expect(reasons["FR22-03"]).toBe("Skrevet af en kollega");
    expect(reasons["FR22-08"]).not.toContain("Læst udkast");
    expect(reasons["FR22-08"]).not.toBe("");
    expect(reasons["FR22-06"]).toMatch(/^Projektet falder inden for/u);
    expect((await row("FR22-08")).reasonDraft).toBeUndefined();
  });

  it("do not leave at all where nobody sends them along", async () => {
    await harness.http("puljesekretariat", "POST", `/api/rounds/${round.roundKey}/recommendation/withdrawal`, {
      commandKey: harness.press(),
    });
    const put = await harness.http("puljesekretariat", "POST", `/api/rounds/${round.roundKey}/recommendation`, {
      commandKey: harness.press(),
      offerPartial: false,
      reasons: {},
    });
    const text = JSON.stringify(rankingSchema.parse(put.body).rows.map(({ reason }) => reason));
    expect(text).not.toContain("Begrundet i ansøgningen");
  });
});
