import { beforeAll, describe, expect, it } from "vitest";
import type { CaseReading, CreatedFromText } from "#contract/case-intake.ts";
import type { CaseView } from "#contract/cases.ts";
import type { NewPool, PoolView } from "#contract/pools.ts";
import { poolCaseText } from "#test/builders/case-texts.ts";
import { type Harness, openHarness } from "./harness.ts";

const secretariat = "puljesekretariat";
const officer = "sagsbehandler";

describe("a pool made from a case that stands, by HTTP", () => {
  let harness: Harness;
  let key: string;
  let like: NewPool["like"];
  beforeAll(async () => {
    harness = await openHarness();
    harness.at("2025-02-20 09:00");
    key = await readIn();
    like = ((await harness.http(secretariat, "GET", "/api/pools/new")).body as NewPool).like;
  });

  /** The officer reads the pool's case in, without its pool. */
  async function readIn(): Promise<string> {
    const asked = { text: poolCaseText, notCpr: false };
    const { title, number, statement, financialConsequences, points } = (
      await harness.http(officer, "POST", "/api/cases/from-text/reading", asked)
    ).body as CaseReading;
    const made = await harness.http(officer, "POST", "/api/cases/from-text", {
      textKey: harness.press(),
      fields: {
        number: number?.value,
        title: title?.value,
        openness: "open",
        alternativeTitle: "",
        closedReason: "",
        statement: statement?.value,
        policyContext: "",
        financialConsequences: financialConsequences?.value,
        isFinancial: true,
        recommendedByRole: "",
        points: points.map(({ value }) => value.text),
        attachments: [],
      },
      route: "ØK 11-02-2025, KB 25-02-2025",
      decisions: [],
    });
    return (made.body as CreatedFromText).caseKey;
  }
  const casePage = async (user: string) => (await harness.http(user, "GET", `/api/cases/${key}`)).body as CaseView;
  const form = (user = secretariat) => harness.http(user, "GET", `/api/pools/new?case=${key}`);
  const typed = (more: object = {}) => ({
    commandKey: harness.press(),
    caseKey: key,
    number: "PULJE-2025",
    title: "Pulje til velfærdsteknologi",
    purpose: "Flere klarer hverdagen selv",
    eligibility: "Kommunens plejecentre",
    plan: "Budget 2025-2028",
    project: "Velfærdsteknologi",
    year: 2025,
    amountOere: 120_000_000,
    minimumReviewers: 3,
    criteria: (like[0]?.criteria ?? []).map(({ name, weight, anchors }) => ({ name, weight, anchors })),
    ...more,
  });
  const make = (body: object, user = secretariat) => harness.http(user, "POST", "/api/pools", body);
  const pools = () => harness.deps.records.pools.all();

  it("B10 is offered to the secretariat alone, with what the case says and nothing else", async () => {
    expect((await casePage(officer)).may.makePool).toBe(false);
    expect((await casePage(secretariat)).may).toMatchObject({ makePool: true, edit: false });
    expect((await form(officer)).status).toBe(403);
    expect((await form()).body).toMatchObject({
      case: {
        number: "24/8071",
        says: { amountOere: 120_000_000, year: 2025, budgetYears: "2025-2028", eligibility: "kommunens plejecentre" },
      },
    });
    expect((await make(typed(), officer)).status).toBe(403);
  });

  it("makes nothing of what is typed wrongly, and nothing for a case that is not there", async () => {
    expect((await make(typed({ title: "" }))).body).toMatchObject({ code: "incomplete" });
    expect((await make(typed({ caseKey: "0".repeat(32) }))).status).toBe(404);
    expect(pools()).toHaveLength(0);
  });

  it("000-02 binds pool and case by one press, once however often it is pressed, and releases nothing", async () => {
    const body = typed();
    const made = await make(body);
    expect(made.body as PoolView).toMatchObject({ pool: { status: "requested", appropriatedOere: 0 }, case: { key } });
    expect((await make(body)).status).toBe(201);
    expect(pools()).toHaveLength(1);
    const view = await casePage(secretariat);
    expect(view.pool).toMatchObject({ number: "PULJE-2025", isReleased: false });
    expect(view.may).toMatchObject({ makePool: false, decide: true });
    expect(harness.deps.records.cases.all()).toHaveLength(1);
  });

  it("gives a case one pool", async () => {
    expect((await make(typed({ number: "PULJE-2026" }))).body).toMatchObject({ code: "case-has-pool" });
    expect((await form()).body).toMatchObject({ code: "case-has-pool" });
    expect(pools()).toHaveLength(1);
  });

  it("000-05 once it is released its rounds are proposed one by one, with the names and amounts the case says", async () => {
    const pool = async (user = secretariat) =>
      (await harness.http(user, "GET", `/api/pools/${pools()[0]?.value.key}`)).body as PoolView;
    expect((await pool()).namedRound).toBeUndefined();
    harness.at("2025-02-26 09:00");
    for (const { key: stepKey, date } of (await casePage(secretariat)).steps) {
      const points = [{ number: 1, text: "Godkendt.", code: "approved" }];
      const decision = { commandKey: harness.press(), stepKey, date, points, apologies: [] };
      expect((await harness.http(secretariat, "POST", `/api/cases/${key}/decisions`, decision)).status).toBe(200);
    }
    const { roundPeople, namedRound, pool: released } = await pool();
    expect([released.status, namedRound]).toEqual(["released", { name: "Foråret 2025", frameOere: 70_000_000 }]);
    expect((await pool(officer)).namedRound).toBeUndefined();
    const open = (code: string, frameOere: number) => ({
      commandKey: harness.press(),
      name: namedRound?.name,
      code,
      frameOere,
      opensOn: "2025-03-03",
      closesOn: "2025-03-31",
      reviewBy: "2025-04-22",
      decisionOn: "2025-04-29",
      people: {
        reviewerKeys: roundPeople?.reviewers.slice(0, 3).map((person) => person.key),
        chairKey: roundPeople?.chairs[0]?.key,
        deputyKey: roundPeople?.deputies[0]?.key,
      },
    });
    const add = (body: object) => harness.http(secretariat, "POST", `/api/pools/${pools()[0]?.value.key}/rounds`, body);
    expect((await add(open("FR25", 70_000_000))).status).toBe(201);
    expect((await pool()).namedRound).toEqual({ name: "Efteråret 2025", frameOere: 50_000_000 });
    expect((await add(open("EF25", 1_000_000))).status).toBe(201);
    expect(await pool()).toMatchObject({ unframedOere: 49_000_000, may: { addRound: true } });
    expect((await pool()).namedRound).toBeUndefined();
  });
});
