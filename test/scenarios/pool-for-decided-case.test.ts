import { expect, it } from "vitest";
import type { CaseView } from "#contract/cases.ts";
import type { NewPool, PoolView } from "#contract/pools.ts";
import { type Harness, openHarness } from "./harness.ts";

const secretariat = "puljesekretariat";
const secretary = "udvalgssekretaer";

/** A pool's case whose committee has approved it, and what the council said, before anybody made the pool. */
async function decidedCase(harness: Harness, council: string): Promise<string> {
  harness.at("2025-02-01 09:00");
  const post = async (path: string, body: object, method = "POST") => {
    const commandKey = harness.press();
    const { status, body: said } = await harness.http(secretary, method, path, { commandKey, ...body });
    expect([path, status]).toEqual([path, status < 300 ? status : said]);
    return said as CaseView;
  };
  const fields = {
    number: "24/9001",
    title: "Anlægsbevilling - Pulje til hjælpemidler",
    openness: "open",
    alternativeTitle: "",
    closedReason: "",
    statement: "Der er afsat 1,2 mio. kr. til puljen.",
    policyContext: "",
    financialConsequences: "",
    isFinancial: true,
    recommendedByRole: "",
    points: ["at der gives anlægsbevilling på 1,2 mio. kr. i 2025"],
    attachments: [],
  };
  const { key } = await post("/api/cases", { fields });
  const { steps } = await post(`/api/cases/${key}/route`, { text: "ØK 11-02-2025, KB 25-02-2025", dates: [] }, "PUT");
  harness.at("2025-02-26 09:00");
  for (const [index, { key: stepKey, date }] of steps.entries()) {
    const code = index === 0 ? "approved" : council;
    await post(`/api/cases/${key}/decisions`, {
      stepKey,
      date,
      points: [{ number: 1, text: "Ført ind.", code }],
      apologies: [],
    });
  }
  return key;
}

async function makePool(harness: Harness, caseKey: string) {
  const { like } = (await harness.http(secretariat, "GET", "/api/pools/new")).body as NewPool;
  const body = {
    commandKey: harness.press(),
    caseKey,
    number: "PULJE-2025",
    title: "Pulje til hjælpemidler",
    purpose: "Flere klarer hverdagen selv",
    eligibility: "Kommunens plejecentre",
    plan: "Budget 2025-2028",
    project: "Hjælpemidler",
    year: 2025,
    amountOere: 120_000_000,
    minimumReviewers: 3,
    criteria: (like[0]?.criteria ?? []).map(({ name, weight, anchors }) => ({ name, weight, anchors })),
  };
  const press = () => harness.http(secretariat, "POST", "/api/pools", body);
  return [await press(), await press()] as const;
}

it("000-03 a pool made from a case the council has approved is released by that decision, once, with its amount", async () => {
  const harness = await openHarness();
  const [made, again] = await makePool(harness, await decidedCase(harness, "approved"));
  expect(made.body as PoolView).toMatchObject({
    pool: { status: "released", allocatedOere: 120_000_000, appropriatedOere: 120_000_000 },
    may: { addRound: true },
  });
  expect((again.body as PoolView).pool).toMatchObject({ appropriatedOere: 120_000_000 });
  expect(harness.deps.records.pools.all()).toHaveLength(1);
});

it("000-03 a pool made from a case the council has rejected has no money", async () => {
  const harness = await openHarness();
  const [made] = await makePool(harness, await decidedCase(harness, "rejected"));
  expect([made.status, made.body]).toMatchObject([
    201,
    { pool: { status: "allocated", appropriatedOere: 0 }, may: { addRound: false } },
  ]);
});
