import { beforeEach, describe, expect, it } from "vitest";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import { draftSums } from "#domain/grants/draft-amounts.ts";
import { poolStatus } from "#domain/grants/pool-status.ts";
import { formatKr, formatMio, kr, oere } from "#domain/shared/money.ts";
import { overview } from "#use-cases/grants/overview.ts";
import { saveDraft } from "#use-cases/grants/save-draft.ts";
import { type Harness, openHarness } from "./harness.ts";
import {
  allocatedPool,
  appropriation,
  filledDraft,
  openRound,
  recordBasis,
  releasedPool,
  springRound,
} from "./pool-story.ts";
import { good, kindOf, storedDraft } from "./world.ts";

let harness: Harness;
beforeEach(async () => {
  harness = await openHarness();
});

/** Status and money as the overview shows them. */
function shownPool(user = "puljesekretariat") {
  const pool = overview(harness.deps, harness.as(user)).pools[0];
  if (pool === undefined) throw new Error("No pool");
  return pool;
}

describe("the pool's money", () => {
  it("000-01 an allocated pool without appropriation opens no round: Puljen er ikke frigivet", async () => {
    const pool = await allocatedPool(harness);
    expect(shownPool()).toMatchObject({ status: "allocated", allocatedOere: kr(600_000), appropriatedOere: 0 });
    expect(kindOf(await springRound(harness, pool.key))).toBe("not-released");
  });

  it("000-02 the committee's concurrence releases nothing", async () => {
    const pool = await allocatedPool(harness);
    harness.at("2022-02-09 09:00");
    good(await recordBasis(harness, pool.key, appropriation(600_000, "ØK")));
    expect(shownPool()).toMatchObject({ status: "requested", appropriatedOere: 0 });
    expect(kindOf(await springRound(harness, pool.key))).toBe("not-released");
  });

  it("000-03 the council's approval releases 600.000 kr., and the log names case, body and date", async () => {
    const pool = await allocatedPool(harness);
    harness.at("2022-02-09 09:00");
    good(await recordBasis(harness, pool.key, appropriation(600_000, "ØK")));
    harness.at("2022-02-23 09:00");
    const released = good(await recordBasis(harness, pool.key, appropriation(600_000, "ØK", "KB")));
    expect(poolStatus(released, harness.now())).toBe("released");
    expect(released.appropriation?.amountOere).toBe(60_000_000);
    expect(released.log.tail.at(-1)).toMatchObject({
      action: "released",
      by: harness.personKey("puljesekretariat"),
      detail: { caseNumber: "21/15479", body: "KB", date: "2022-02-22" },
    });
  });

  it("000-04 an appropriation above the allocation is refused with the difference", async () => {
    const pool = await allocatedPool(harness);
    harness.at("2022-02-23 09:00");
    const refused = await recordBasis(harness, pool.key, appropriation(700_000, "ØK", "KB"));
    expect(refused).toMatchObject({ ok: false, refusal: { kind: "exceeds-allocation", overOere: kr(100_000) } });
  });

  it("000-05 two rounds of 300.000 kr. use the appropriation; a third of 1 kr. is refused", async () => {
    const pool = await releasedPool(harness);
    good(await springRound(harness, pool.key, { code: "FR22" }));
    good(await springRound(harness, pool.key, { code: "EF22" }));
    const third = await springRound(harness, pool.key, { code: "X22", frameKr: 1 });
    expect(third).toMatchObject({ ok: false, refusal: { kind: "exceeds-appropriation", overOere: kr(1) } });
    expect(shownPool().rounds.map((round) => round.frameOere)).toEqual([kr(300_000), kr(300_000)]);
  });

  it.each([
    ["0,6 mio. kr.", 60_000_000],
    ["300.000 kr.", 30_000_000],
    ["600000", 60_000_000],
  ])("000-06 %s typed in an amount field is kept as typed and read as %i øre", async (text, amount) => {
    const { roundKey } = await openRound(harness, { frameKr: 600_000 });
    const application = firstRoundApplications[0];
    if (application === undefined) throw new Error("No application");
    const draftKey = await filledDraft(harness, roundKey, application);
    const actor = harness.as(application.applicant);
    good(await saveDraft(harness.deps, actor, { draftKey, changes: { requestedAmount: text }, base: {} }));
    const { fields } = storedDraft(harness, draftKey);
    expect([fields.requestedAmount, draftSums(fields).requestedOere]).toEqual([text, amount]);
    expect([formatKr(oere(60_000_000)), formatMio(oere(60_000_000))]).toEqual([
      "600.000\u00a0kr.",
      "0,6\u00a0mio.\u00a0kr.",
    ]);
  });

  it("000-07 the round is planned before 1 March 08.00, open inside and closed from 31 March 22.00 UTC on", async () => {
    const pool = await releasedPool(harness);
    good(await springRound(harness, pool.key));
    const shown: [string, string | undefined, boolean | undefined][] = [];
    for (const time of ["2022-03-01 07:59", "2022-03-01 08:00", "2022-03-31 23:59", "2022-04-01 00:00"]) {
      harness.at(time);
      const round = shownPool("ansoeger.sundhed").rounds[0];
      shown.push([time, round?.status, round?.mayApply]);
    }
    expect(harness.now()).toBe("2022-03-31T22:00:00.000Z");
    expect(shown).toEqual([
      ["2022-03-01 07:59", "planned", false],
      ["2022-03-01 08:00", "open", true],
      ["2022-03-31 23:59", "open", true],
      ["2022-04-01 00:00", "closed", false],
    ]);
  });
});
