import { unzipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import type { Case } from "#domain/cases/case.ts";
import { projectOpen } from "#domain/projections/project-open.ts";
import type { Key } from "#domain/shared/keys.ts";
import { kr } from "#domain/shared/money.ts";
import { editCase, recordDecision, setRoute } from "#use-cases/cases/case-acts.ts";
import { caseRecordsNow } from "#use-cases/cases/case-records-now.ts";
import { createCase, draftPoolCase } from "#use-cases/cases/create-case.ts";
import { settleAppropriations } from "#use-cases/cases/settle-appropriation.ts";
import { grantRecordsNow } from "#use-cases/grants/grant-records-now.ts";
import { type Harness, openHarness } from "./harness.ts";
import { inMemoryRecords } from "./in-memory-records.ts";
import { allocatedPool } from "./pool-story.ts";
import { createWorld, day, good, type World } from "./world.ts";

const empty = {
  number: "",
  title: "Digitaliseringsprogram 2021-2025",
  openness: "open",
  alternativeTitle: "",
  closedReason: "",
  statement: "",
  policyContext: "",
  financialConsequences: "Ingen økonomiske konsekvenser.",
  isFinancial: false,
  recommendedByRole: "Chefen for Borgerservice",
  points: ["at programmet godkendes foreløbigt", "at programmet sendes i høring"],
  attachments: [],
} as const;

/** Records what a body decided about a pool's case, by the committee secretary. */
async function decide(world: World, theCase: Case, step: number, date: string, code: "approved" | "concurred") {
  const stepKey = theCase.steps[step - 1]?.key ?? theCase.key;
  const command = { caseKey: theCase.key, stepKey, date: day(date), apologies: [] };
  const points = [{ number: 1, text: "Godkendt.", code }];
  return good(
    await recordDecision(world.deps, world.as("udvalgssekretaer"), { commandKey: world.press(), ...command, points }),
  );
}

describe("a pool's own case, on records in memory", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld(inMemoryRecords());
  });

  it("000-03 a crash between the case's decision and the pool leaves the pool shut, and the next run releases it once", async () => {
    const records = inMemoryRecords();
    world = await createWorld(records);
    const pool = await allocatedPool(world);
    const secretariat = world.as("puljesekretariat");
    const drafted = good(
      await draftPoolCase(world.deps, secretariat, { commandKey: world.press(), poolKey: pool.key }),
    );
    world.at("2022-02-23 09:00");
    await decide(world, drafted, 1, "2022-02-08", "concurred");
    records.failNext("pools", "unavailable");
    const decided = await decide(world, drafted, 2, "2022-02-22", "approved");
    expect(decided.decisions).toHaveLength(2);
    const stored = () => world.deps.records.pools.byKey(pool.key)?.value;
    expect(stored()?.appropriation?.steps.map(({ code }) => code)).toEqual(["concurred", "pending"]);
    expect(good(await settleAppropriations(world.deps))).toBe(1);
    expect(stored()?.appropriation?.steps.map(({ code }) => code)).toEqual(["concurred", "approved"]);
    expect(good(await settleAppropriations(world.deps))).toBe(0);
    expect(stored()?.log.tail.filter(({ action }) => action === "released")).toHaveLength(1);
  });

  it("two who draft it get one case", async () => {
    const pool = await allocatedPool(world);
    const draft = (user: string) =>
      draftPoolCase(world.deps, world.as(user), { commandKey: world.press(), poolKey: pool.key });
    const [one, other] = [good(await draft("puljesekretariat")), good(await draft("udvalgssekretaer"))];
    expect(other.key).toBe(one.key);
  });

  it("a case number is one case's only", async () => {
    const officer = world.as("sagsbehandler");
    const make = (number: string) =>
      createCase(world.deps, officer, { commandKey: world.press(), fields: { ...empty, number } });
    good(await make("21/6103"));
    expect(await make("21/6103")).toMatchObject({ refusal: { kind: "case-number-taken" } });
    const other = good(await make(""));
    const fields = { ...empty, number: "21/6103" };
    expect(
      await editCase(world.deps, officer, { commandKey: world.press(), caseKey: other.key, fields }),
    ).toMatchObject({
      refusal: { kind: "case-number-taken", number: "21/6103" },
    });
  });

  it("001-01 two who lay the route at once: the second decides on what the first has laid", async () => {
    const officer = world.as("sagsbehandler");
    const made = good(await createCase(world.deps, officer, { commandKey: world.press(), fields: empty }));
    const lay = (user: string, text: string) =>
      setRoute(world.deps, world.as(user), { commandKey: world.press(), caseKey: made.key, text, dates: [] });
    await Promise.all([lay("sagsbehandler", "ØK, høring, ØK, KB"), lay("udvalgssekretaer", "ØK, KB")]);
    const stored = world.deps.records.cases.byKey(made.key)?.value;
    expect([2, 4]).toContain(stored?.steps.length);
    expect(stored?.log.tail.map(({ action }) => action)).toEqual(["case-created", "route-set", "route-set"]);
  });
});

describe("cases by HTTP", () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await openHarness("2021-06-01 09:00");
  });
  const commandKey = () => harness.press();

  async function made(fields: object = {}): Promise<Key> {
    const body = { commandKey: commandKey(), fields: { ...empty, ...fields } };
    const answer = await harness.http("sagsbehandler", "POST", "/api/cases", body);
    expect(answer.status).toBe(201);
    return (answer.body as { key: Key }).key;
  }

  it("000-01 000-02 000-03 000-04 a pool drafts its case, and only the council's decision in it releases the pool", async () => {
    const pool = await allocatedPool(harness);
    const drafted = await harness.http("puljesekretariat", "POST", `/api/pools/${pool.key}/case`, {
      commandKey: commandKey(),
    });
    expect(drafted).toMatchObject({
      status: 200,
      body: { route: "ØK, KB", pool: { isReleased: false, amountOere: kr(600_000) }, may: { edit: true } },
    });
    const { key, steps } = drafted.body as { key: Key; steps: { key: Key }[] };
    const fields = { ...empty, title: "Anlægsbevilling", isFinancial: true, points: ["at der gives bevilling"] };
    const above = { commandKey: commandKey(), fields, amountOere: kr(700_000) };
    const refused = await harness.http("puljesekretariat", "PUT", `/api/cases/${key}`, above);
    expect(refused.body).toMatchObject({
      code: "exceeds-allocation",
      detail: "Bevillingen overstiger rådighedsbeløbet med 100.000\u00a0kr. Intet er ændret.",
    });
    harness.at("2022-02-23 09:00");
    const record = (step: number, date: string, text: string, code: string) =>
      harness.http("udvalgssekretaer", "POST", `/api/cases/${key}/decisions`, {
        commandKey: commandKey(),
        stepKey: steps[step - 1]?.key,
        date,
        points: [{ number: 1, text, code }],
        apologies: [],
      });
    expect((await record(2, "2022-02-22", "Godkendt.", "approved")).body).toMatchObject({ code: "earlier-step-open" });
    expect((await record(1, "2022-02-08", "Tiltrådt.", "concurred")).body).toMatchObject({
      status: "informed",
      steps: [{ state: "decided" }, { state: "pending", isNext: true }],
      pool: { isReleased: false },
    });
    expect((await record(2, "2022-02-22", "Godkendt.", "approved")).body).toMatchObject({
      status: "decided",
      decidedOn: "2022-02-22",
      pool: { isReleased: true },
    });
  });

  it("001-01 001-16 lays a route with its days, and says what is wrong with another", async () => {
    const key = await made();
    const lay = (text: string, dates: readonly (string | null)[] = []) =>
      harness.http("sagsbehandler", "PUT", `/api/cases/${key}/route`, { commandKey: commandKey(), text, dates });
    expect((await lay("KB, ØK")).body).toMatchObject({ code: "finance-committee-first" });
    expect((await lay("ØK, Xyz")).body).toMatchObject({ code: "unknown-body", data: { written: "Xyz" } });
    const laid = await lay("ØK, høring, ØK, KB", ["2021-06-15", null, "2021-08-17", "2021-08-24"]);
    expect(laid.body).toMatchObject({ route: "ØK, høring, ØK, KB", steps: [{ date: "2021-06-15" }, {}, {}, {}] });
  });

  it("B5 answers an almost-number with the number that was meant", async () => {
    const body = { commandKey: commandKey(), fields: { ...empty, number: "21-6103" } };
    const answer = await harness.http("sagsbehandler", "POST", "/api/cases", body);
    expect(answer.body).toMatchObject({
      code: "not-a-case-number",
      data: { proposal: "21/6103" },
    });
  });

  it("R-27 shows others of a closed case its alternative title and nothing else, on page, list and in SharePoint", async () => {
    const closed = {
      openness: "closed",
      alternativeTitle: "En kontrakt",
      closedReason: "Udbud",
      title: "Hemmelig aftale",
    };
    const key = await made({ ...closed, statement: "Prisen er 1 mio." });
    const page = await harness.http("ansoeger.sundhed", "GET", `/api/cases/${key}`);
    expect(page.body).toMatchObject({ isLimited: true, title: "En kontrakt", statement: "", points: [], timeline: [] });
    const list = await harness.http("ansoeger.sundhed", "GET", "/api/cases");
    expect(JSON.stringify([page.body, list.body])).not.toMatch(/Hemmelig|Prisen|Udbud/u);
    const rows = projectOpen({ ...grantRecordsNow(harness.deps), ...caseRecordsNow(harness.deps) }, "x", harness.now());
    expect(JSON.stringify(rows["open-cases"])).not.toMatch(/Hemmelig|Prisen|Udbud/u);
    expect(rows["open-cases"][0]?.values).toMatchObject({ Title: "En kontrakt", Aabenhed: "Lukket", Sagsgang: "" });
    expect((await harness.http("ansoeger.sundhed", "GET", `/api/cases/${key}/document`)).status).toBe(404);
    expect((await harness.http("direktion", "GET", `/api/cases/${key}`)).body).toMatchObject({
      title: "Hemmelig aftale",
    });
  });

  it("is found by number, almost-number and title, a closed one by its alternative title only", async () => {
    const found = async (user: string, query: string): Promise<readonly string[]> => {
      const answer = await harness.http(user, "GET", `/api/search?q=${encodeURIComponent(query)}`);
      return (answer.body as { hits: { title: string }[] }).hits.map(({ title }) => title);
    };
    await made({ number: "21/6103" });
    const closed = {
      openness: "closed",
      alternativeTitle: "En kontrakt",
      closedReason: "Udbud",
      title: "Hemmelig aftale",
    };
    await made({ ...closed, number: "21/7000" });
    for (const query of ["21/6103", "21-6103", "6103", "digitaliseringsprogram"]) {
      expect(await found("ansoeger.sundhed", query)).toEqual([empty.title]);
    }
    expect(await found("udvalgssekretaer", "hemmelig")).toEqual(["Hemmelig aftale"]);
    expect(await found("ansoeger.sundhed", "hemmelig")).toEqual([]);
    expect(await found("ansoeger.sundhed", "21/7000")).toEqual(["En kontrakt"]);
  });

  it("gives the case as a Word file to who may read it, and refuses writing to who may not write it", async () => {
    const key = await made();
    const file = await harness.fetch(
      new Request(`http://service.test/api/cases/${key}/document`, {
        headers: { authorization: "Bearer ansoeger.sundhed" },
      }),
    );
    expect(file.status).toBe(200);
    const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
    expect(new TextDecoder().decode(parts["word/document.xml"])).toContain("Digitaliseringsprogram 2021-2025");
    const route = { commandKey: commandKey(), text: "ØK", dates: [] };
    const refused = await harness.http("ansoeger.sundhed", "PUT", `/api/cases/${key}/route`, route);
    expect(refused.body).toMatchObject({ code: "not-allowed" });
    const closed = await harness.http("sagsbehandler", "POST", `/api/cases/${key}/closing`, {
      commandKey: commandKey(),
    });
    expect(closed.body).toMatchObject({ status: "closed", may: { edit: false } });
  });
});
