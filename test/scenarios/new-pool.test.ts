import { beforeAll, describe, expect, it } from "vitest";
import type { NewPool, PoolView } from "#contract/pools.ts";
import { type Harness, openHarness } from "./harness.ts";

const secretariat = "puljesekretariat";

describe("the first pool of a municipality, by HTTP", () => {
  let harness: Harness;
  let proposal: NewPool["like"][number];
  beforeAll(async () => {
    harness = await openHarness();
    const { body } = await harness.http(secretariat, "GET", "/api/pools/new");
    const [first] = (body as NewPool).like;
    if (first === undefined) throw new Error("nothing is proposed");
    proposal = first;
  });
  const typed = (more: object = {}) => ({
    commandKey: harness.press(),
    number: "PULJE-2027",
    title: "Pulje til digitalisering",
    purpose: "Synlig digital udvikling",
    eligibility: "Kommunens egne afdelinger",
    plan: "Budget 2027-2030",
    project: "Digitalisering",
    year: 2027,
    amountOere: 60_000_000,
    minimumReviewers: 2,
    criteria: proposal.criteria.map(({ name, weight, anchors }) => ({ name, weight, anchors })),
    ...more,
  });
  const make = (body: object, user = secretariat) => harness.http(user, "POST", "/api/pools", body);
  const pools = () => harness.deps.records.pools.all();

  it("proposes five criteria whose weights are 100 together, to the secretariat alone", async () => {
    expect(proposal).toMatchObject({ number: "", title: "", minimumReviewers: 3 });
    expect(proposal.criteria.map(({ weight }) => weight)).toEqual([30, 20, 20, 15, 15]);
    for (const user of ["ansoeger.sundhed", "formand.dsg", "administrator"]) {
      expect([user, (await harness.http(user, "GET", "/api/pools/new")).status]).toEqual([user, 403]);
      expect([user, (await make(typed(), user)).status]).toEqual([user, 403]);
    }
    expect(pools()).toHaveLength(0);
  });

  it.each([
    ["a name that is missing", { title: " " }, "incomplete", "title"],
    ["no amount", { amountOere: 0 }, "incomplete", "amount"],
    [
      "a step that says nothing",
      { criteria: [{ name: "Gavn", weight: 100, anchors: ["a", "b", "c", "d", ""] }] },
      "incomplete",
      "criteria.0.anchors.4",
    ],
    [
      "weights that are not 100",
      { criteria: [{ name: "Gavn", weight: 90, anchors: ["a", "b", "c", "d", "e"] }] },
      "weights-not-100",
      undefined,
    ],
    [
      "a criterion twice",
      { criteria: ["Gavn", " gavn "].map((name) => ({ name, weight: 50, anchors: ["a", "b", "c", "d", "e"] })) },
      "duplicate-criterion",
      undefined,
    ],
  ])("refuses %s, and says where", async (_, wrong, code, field) => {
    const { body } = await make(typed(wrong));
    expect(body).toMatchObject({ code });
    expect((body as { fields?: readonly { field: string }[] }).fields?.[0]?.field).toBe(field);
    expect(pools()).toHaveLength(0);
  });

  it("000-01 makes it once however often it is pressed, with changed criteria as they are written and the rest in both languages", async () => {
    const [own, ...rest] = typed().criteria;
    const body = typed({ criteria: [{ ...own, name: "Synlig forskel" }, ...rest] });
    const made = await make(body);
    expect(made.status).toBe(201);
    expect(made.body as PoolView).toMatchObject({
      pool: { number: "PULJE-2027", status: "allocated", allocatedOere: 60_000_000, appropriatedOere: 0 },
      minimumReviewers: 2,
      may: { draftCase: true, addRound: false },
    });
    expect((await make(body)).status).toBe(201);
    expect(pools()).toHaveLength(1);
    const { criteria } = pools()[0]?.value ?? { criteria: [] };
    expect(criteria.map(({ code, name, nameEn }) => [code, name, nameEn]).slice(0, 2)).toEqual([
      ["K1", "Synlig forskel", "Synlig forskel"],
      ["K2", "Virtuelle og nye arbejdsgange", "Virtual and new ways of working"],
    ]);
    expect(criteria[0]?.anchorsEn[0]).toBe("Nobody will notice");
  });

  it("refuses a number that is taken, however it is written", async () => {
    expect((await make(typed({ number: "pulje-2027 " }))).body).toMatchObject({ code: "pool-number-taken" });
    expect(pools()).toHaveLength(1);
  });

  it("offers the pools that are there before the proposal afterwards", async () => {
    const { body } = await harness.http(secretariat, "GET", "/api/pools/new");
    expect((body as NewPool).like.map(({ number }) => number)).toEqual(["PULJE-2027", ""]);
    const overview = (user: string) => harness.http(user, "GET", "/api/overview");
    expect((await overview(secretariat)).body).toMatchObject({ may: { createPool: true } });
    expect((await overview("formand.dsg")).body).toMatchObject({ may: { createPool: false } });
  });
});
