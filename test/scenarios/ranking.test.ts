import { beforeEach, describe, expect, it } from "vitest";
import type { Recommendation } from "#domain/grants/grant-pool.ts";
import { kr } from "#domain/shared/money.ts";
import { decidePacket } from "#use-cases/grants/decide-packet.ts";
import { draftReason } from "#use-cases/grants/draft-reason.ts";
import { letterPreview } from "#use-cases/grants/outcome-letter.ts";
import { rankingPage } from "#use-cases/grants/ranking-page.ts";
import { recommend } from "#use-cases/grants/recommend.ts";
import { withdrawRecommendation } from "#use-cases/grants/withdraw-recommendation.ts";
import { type Harness, openHarness } from "./harness.ts";
import { type OpenRound, openRound, reviewEverything, sentSpring } from "./pool-story.ts";
import { good, kindOf } from "./world.ts";

let harness: Harness;
let round: OpenRound;

beforeEach(async () => {
  harness = await openHarness();
  round = await openRound(harness);
  await sentSpring(harness, round.roundKey);
  await reviewEverything(harness, round);
  harness.at("2022-04-21 10:00");
});

const ranking = (user = "puljesekretariat") => good(rankingPage(harness.deps, harness.as(user), round.roundKey, "da"));
const ranks = (user: string) => ranking(user).rows.map((row) => [row.rank, row.number]);

async function putUp(): Promise<Recommendation> {
  const command = { commandKey: harness.press(), roundKey: round.roundKey, offerPartial: false, reasons: {} };
  const pool = good(await recommend(harness.deps, harness.as("puljesekretariat"), command));
  const [recommendation] = pool.recommendations;
  if (recommendation === undefined) throw new Error("Not put up");
  return recommendation;
}

async function decide(recommendation: Recommendation, packet: "chair" | "deputy"): Promise<void> {
  const totalOere = recommendation.packets.find(({ kind }) => kind === packet)?.totalOere ?? kr(0);
  const user = packet === "chair" ? "formand.dsg" : "naestformand.dsg";
  const press = { commandKey: harness.press(), roundKey: round.roundKey, packet, totalOere };
  const command = { ...press, recommendationKey: recommendation.key };
  good(await decidePacket(harness.deps, harness.as(user), command));
}

/** The chair heads the centre of FR22-04, third of eight and given 85.000 kr. by the deputy. */
describe("the ranked list before somebody who is recused for a line (R-33)", () => {
  const withoutFour = [
    [1, "FR22-01"],
    [2, "FR22-02"],
    [3, "FR22-05"],
    [4, "FR22-03"],
    [5, "FR22-06"],
    [6, "FR22-08"],
    [7, "FR22-07"],
  ];

  it("closes up the ranks and leaves out what is left after each line", async () => {
    expect(ranks("formand.dsg")).toEqual(withoutFour);
    expect(ranking("formand.dsg").rows.map((row) => row.restAfterOere)).toEqual(Array(7).fill(undefined));
    await putUp();
    expect(ranks("formand.dsg")).toEqual(withoutFour);
    expect(ranking("formand.dsg").rows.some((row) => "restAfterOere" in row)).toBe(false);
    expect(ranking().rows.map((row) => row.rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(ranking().rows[2]).toMatchObject({ number: "FR22-04", restAfterOere: kr(60_000) });
  });

  it("000-16 tells what most points would be only to who sees every line", () => {
    expect(ranking().optimum).toMatchObject({ joins: ["FR22-06", "FR22-07"], leaves: ["FR22-04"] });
    expect(ranking("formand.dsg").optimum).toBeUndefined();
  });

  it("keeps the sum of the deputy's packet to those who may see its lines", async () => {
    await putUp();
    const totals = (user: string) => ranking(user).recommendation?.packets.map((packet) => packet.totalOere);
    expect(totals("formand.dsg")).toEqual([kr(200_000), undefined]);
    expect(totals("puljesekretariat")).toEqual([kr(200_000), kr(85_000)]);
  });

  it("counts what the reader is recused for in no sum, and names no rest, until it is decided", async () => {
    expect(ranking()).toMatchObject({ supportedOere: kr(285_000), restOere: kr(15_000) });
    const before = ranking("formand.dsg");
    expect([before.supportedOere, before.restOere, before.keptCount]).toEqual([kr(200_000), undefined, 1]);
    // Neither does the rest that could be offered, which is the chair's to see otherwise.
    expect(before.partialCandidate).toBeUndefined();
    const recommendation = await putUp();
    const own = ranking("formand.dsg");
    expect(own.supportedOere).toBe(own.rows.reduce((sum, row) => sum + row.grantOere, 0));
    expect(own.restOere).toBeUndefined();
    await decide(recommendation, "deputy");
    expect(ranking("formand.dsg")).toMatchObject({ supportedOere: kr(285_000), restOere: kr(15_000) });
    expect(ranking("formand.dsg").keptCount).toBeUndefined();
  });

  it("no answer, reason or letter the chair reads holds the sum of all lines or the deputy's, on any road", async () => {
    // What the whole list gives, what is left, the deputy's line and its number of awards.
    const told = /\b(?:285|15|85)\.?000\b|\b(?:28500000|1500000|8500000)\b|4 projekter/u;
    const texts = (): string => {
      const view = ranking("formand.dsg");
      // What each asks for is the row's own and open.
      const letters = view.rows.map(({ applicationKey: key }) =>
        good(
          letterPreview(harness.deps, harness.as("formand.dsg"), key, {
            municipality: "Fjordkøbing",
            offerPartial: true,
          }),
        ),
      );
      const rows = view.rows.map(({ requestedOere: _asked, ...row }) => row);
      return JSON.stringify([{ ...view, rows, pool: {}, round: {} }, letters.map(({ blocks }) => blocks)]);
    };
    expect(texts()).not.toMatch(told);
    await putUp();
    expect(texts()).not.toMatch(told);
  });

  it("does not name the line that could get the rest", () => {
    expect(ranking().partialCandidate?.restOere).toBe(kr(15_000));
    expect(ranks("leder.skole").some(([, number]) => number === "FR22-03")).toBe(false);
    expect(ranking("leder.skole").partialCandidate).toBeUndefined();
  });

  it("shows the deputy, who is recused for nothing, the place the line really has", async () => {
    await putUp();
    expect(ranking("naestformand.dsg").rows).toMatchObject([{ rank: 3, number: "FR22-04", restAfterOere: kr(60_000) }]);
  });

  it("shows the head the own line once it is decided, without those who reviewed it", async () => {
    await decide(await putUp(), "deputy");
    const { rows } = ranking("formand.dsg");
    expect(rows.map((row) => row.rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(rows[2]).toMatchObject({ number: "FR22-04", recusals: [], missing: [], restAfterOere: kr(60_000) });
    expect(rows[2]).not.toHaveProperty("substitute");
    const stoodIn = ranking().rows.flatMap(({ substitute }) => substitute?.key ?? []);
    expect([...new Set(stoodIn)]).toEqual([harness.personKey("suppleant")]);
    // In the chair's centre the substitute is recused too, and is told apart from the reviewers.
    expect(ranking().rows[2]?.recusals.map(({ isSubstitute }) => isSubstitute)).toEqual([undefined, true]);
    expect(ranking().rows[2]?.recusals.map(({ person }) => person.key)).toContain(harness.personKey("formand.dsg"));
  });
});

describe("the reason to the applicant on the ranked list", () => {
  it("B10 is kept from reviewers until the decision, and shown to secretariat and chair", async () => {
    const reasons = (user: string) => ranking(user).rows.map((row) => row.reason);
    expect(reasons("puljesekretariat")[5]).toContain("Rammen på");
    expect(reasons("formand.dsg").every((reason) => reason !== undefined)).toBe(true);
    expect(reasons("oekonomi")).toEqual(reasons("oekonomi").map(() => undefined));
    const recommendation = await putUp();
    expect(reasons("oekonomi")).toEqual(reasons("oekonomi").map(() => undefined));
    await decide(recommendation, "chair");
    await decide(recommendation, "deputy");
    expect(reasons("oekonomi").at(-1)).toContain("Rammen på");
  });

  it("000-21 comes in both wordings, with and without the rest offered, as it is then sent", async () => {
    const before = ranking().rows;
    const candidate = before.find((row) => row.applicationKey === ranking().partialCandidate?.applicationKey);
    expect(candidate?.reason).toContain("ikke nok tilbage til projektet");
    expect(candidate?.reasonIfOffered).toContain("tilbydes som delvist tilsagn");
    const press = { commandKey: harness.press(), roundKey: round.roundKey, offerPartial: true, reasons: {} };
    good(await recommend(harness.deps, harness.as("puljesekretariat"), press));
    expect(ranking().rows.map((row) => row.reason)).toEqual(before.map((row) => row.reasonIfOffered));
  });
});

describe("a reason while it is written", () => {
  const rejected = () => {
    const row = ranking().rows.find(({ outcome }) => outcome === "rejection");
    if (row === undefined) throw new Error("Nobody is rejected");
    return row;
  };
  const write = (reason: string, user = "puljesekretariat", outcome: "rejection" | "partial-award" = "rejection") => {
    const { applicationKey } = rejected();
    const command = { commandKey: harness.press(), applicationKey, outcome, reason };
    return draftReason(harness.deps, harness.as(user), command);
  };

  it("is there when the page is opened again, is sent, and outlives a list that is taken back", async () => {
    const { reason: proposed } = rejected();
    good(await write("Vi har valgt andre projekter."));
    expect(rejected().reason).toBe("Vi har valgt andre projekter.");
    // The rest offered is another outcome: a rejection's reason does not go out with it.
    expect(rejected().reasonIfOffered).toContain("tilbydes som delvist tilsagn");
    const recommendation = await putUp();
    const line = recommendation.lines.find(({ applicationKey }) => applicationKey === rejected().applicationKey);
    expect(line?.reason).toBe("Vi har valgt andre projekter.");
    expect(kindOf(await write("For sent"))).toBe("already-recommended");
    const press = { commandKey: harness.press(), roundKey: round.roundKey };
    good(await withdrawRecommendation(harness.deps, harness.as("puljesekretariat"), press));
    expect(rejected().reason).toBe("Vi har valgt andre projekter.");
    good(await write(" "));
    expect(rejected().reason).toBe(proposed);
  });

  it("stays as it was written last, also when an earlier save is still being tried", async () => {
    const { applicationKey } = rejected();
    const applications = { ...harness.deps.records.applications };
    const { save } = applications;
    let release = (): void => undefined;
    const stuck = new Promise<void>((resolve) => (release = resolve));
    let writes = 0;
    applications.save = async (...parts) => {
      writes += 1;
      if (writes === 1) await stuck;
      return save(...parts);
    };
    const deps = { ...harness.deps, records: { ...harness.deps.records, applications } };
    const keep = (reason: string) => {
      const command = { commandKey: harness.press(), applicationKey, outcome: "rejection" as const, reason };
      return draftReason(deps, harness.as("puljesekretariat"), command);
    };
    const saves = [keep("Vi har va"), keep("Vi har valgt andre.")];
    // The second has had every chance to overtake.
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    release();
    for (const each of await Promise.all(saves)) good(each);
    expect(rejected().reason).toBe("Vi har valgt andre.");
  });

  it("is the secretariat's, holds no CPR number and leaves no line in the log", async () => {
    for (const user of ["formand.dsg", "oekonomi"]) expect(kindOf(await write("Nej", user))).toBe("not-allowed");
    expect(kindOf(await write("Borgeren 010190-1234"))).toBe("incomplete");
    const before = harness.deps.records.applications.byKey(rejected().applicationKey)?.value.log.count;
    good(await write("Kort."));
    expect(harness.deps.records.applications.byKey(rejected().applicationKey)?.value.log.count).toBe(before);
  });
});
