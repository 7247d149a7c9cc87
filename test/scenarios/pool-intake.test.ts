import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CaseReading, CreatedFromText, CreateFromTextRequest } from "#contract/case-intake.ts";
import type { CasesView, CaseView } from "#contract/cases.ts";
import type { PoolView } from "#contract/pools.ts";
import { poolStatus } from "#domain/grants/pool-status.ts";
import type { Role } from "#domain/organisation/person.ts";
import type { Key } from "#domain/shared/keys.ts";
import { heardCaseText, poolCaseText } from "#test/builders/case-texts.ts";
import { upsertPerson } from "#use-cases/organisation/upsert-person.ts";
import { type Harness, openHarness } from "./harness.ts";
import { openRound } from "./pool-story.ts";
import { good } from "./world.ts";

const path = "/api/cases/from-text";
const secretariat = "puljesekretariat";

let harness: Harness;
let likePoolKey: Key;

/** A municipality with one pool whose round is open, three years later. */
async function begin(): Promise<void> {
  harness = await openHarness();
  likePoolKey = (await openRound(harness)).poolKey;
  harness.at("2025-02-20 09:00");
}

const read = (user: string, text = poolCaseText) =>
  harness.http(user, "POST", `${path}/reading`, { text, notCpr: false });

type Sent = Required<CreateFromTextRequest>;
const said = <T>(found: { readonly value: T } | undefined, otherwise: T): T => found?.value ?? otherwise;

/** What is sent by somebody who adds only what the text does not say. */
async function filledIn(more: Partial<NonNullable<Sent["pool"]>> = {}): Promise<CreateFromTextRequest> {
  const reading = (await read(secretariat)).body as CaseReading;
  return {
    textKey: harness.press(),
    fields: caseFields(reading),
    route: "ØK 11-02-2025, KB 25-02-2025",
    decisions: reading.decisions.map(({ bodyKey = "", date, points }) => ({
      bodyKey,
      date: said(date, ""),
      points: points.map(({ value }) => ({ ...value, code: "concurred" as const })),
      apologies: [],
    })),
    pool: { ...poolFields(reading), number: "PULJE-2025", project: "Velfærdsteknologi", likePoolKey, ...more },
  };
}

function caseFields({ number, title, statement, recommendedByRole, points }: CaseReading): Sent["fields"] {
  return {
    number: said(number, ""),
    title: said(title, ""),
    openness: "open",
    alternativeTitle: "",
    closedReason: "",
    statement: said(statement, ""),
    policyContext: "",
    financialConsequences: "",
    isFinancial: true,
    recommendedByRole: said(recommendedByRole, ""),
    points: points.map(({ value }) => value.text),
    attachments: [],
  };
}

function poolFields({ pool }: CaseReading) {
  return {
    title: said(pool?.title, ""),
    purpose: said(pool?.purpose, ""),
    eligibility: said(pool?.eligibility, ""),
    plan: `Budget ${said(pool?.budgetYears, "")}`,
    year: said(pool?.year, 0),
    amountOere: said(pool?.amount, 0),
  };
}

const create = async (request: CreateFromTextRequest, user = secretariat) => {
  const answer = await harness.http(user, "POST", path, request);
  return { ...answer, body: answer.body as CreatedFromText };
};
const cases = () => harness.deps.records.cases.all().map(({ value }) => value);
const pools = () => harness.deps.records.pools.all().map(({ value }) => value);
const newPool = () => {
  const found = pools().find(({ number }) => number === "PULJE-2025");
  if (found === undefined) throw new Error("The pool was not made");
  return found;
};
const give = async (user: string, role: Role): Promise<void> => {
  const person = harness.deps.records.persons.byKey(harness.personKey(user))?.value;
  if (person === undefined) throw new Error("No such person");
  const { log: _, ...facts } = person;
  const roles = [...facts.roles, role];
  good(await upsertPerson(harness.deps, { commandKey: harness.press(), by: "system", person: { ...facts, roles } }));
};

describe("a pool in a pasted case text", () => {
  beforeAll(begin);

  it("B10 the secretariat reads a pool's case in and is offered pools to be like; who makes no pools is not", async () => {
    const own = (await read(secretariat)).body as CaseReading;
    expect(own.poolMaking).toMatchObject({
      isRequired: true,
      like: [{ number: "PULJE-2022", minimumReviewers: 3 }, { number: "" }],
    });
    expect(own.poolMaking?.like[0]?.criteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    const officers = (await read("sagsbehandler")).body as CaseReading;
    expect([officers.pool?.year?.value, officers.poolMaking]).toEqual([2025, undefined]);
    expect((await read("ansoeger.sundhed")).status).toBe(403);
    expect((await read(secretariat, heardCaseText)).body).toMatchObject({ code: "not-a-pool-case" });
    const list = async (user: string) => ((await harness.http(user, "GET", "/api/cases")).body as CasesView).may;
    expect(await list(secretariat)).toEqual({ create: false, readIn: true });
    expect(await list("sagsbehandler")).toEqual({ create: true, readIn: true });
    expect(await list("ansoeger.sundhed")).toEqual({ create: false, readIn: false });
  });

  it.each([
    ["a number that is taken", { number: "pulje-2022" }, "pool-number-taken"],
    ["a pool to be like that is not there", { likePoolKey: "0".repeat(32) }, "no-pool-to-be-like"],
    ["a name that is missing", { title: " " }, "incomplete"],
    ["no amount", { amountOere: 0 }, "incomplete"],
  ])("makes neither for the secretariat with %s", async (_, wrong, code) => {
    const before = [cases().length, pools().length];
    expect((await create(await filledIn(wrong))).body).toMatchObject({ code });
    expect([cases().length, pools().length]).toEqual(before);
  });

  it("makes no pool whose case is refused", async () => {
    const request = await filledIn();
    const refused = await create({ ...request, fields: { ...request.fields, title: "" } });
    expect(refused.body).toMatchObject({ code: "incomplete", fields: [{ field: "title" }] });
    const taken = await create({ ...request, fields: { ...request.fields, number: cases()[0]?.number ?? "" } });
    expect(taken.body).toMatchObject({ code: "case-number-taken" });
    expect(pools()).toHaveLength(1);
  });
});

describe("a pool made of a pasted case text", () => {
  beforeEach(begin);

  it("000-02 pool and case come of one press and belong together, nothing is released, and a second press makes nothing", async () => {
    const before = cases().length;
    const request = await filledIn();
    const first = await create(request);
    expect([first.status, first.body.parts.filter(({ problem }) => problem !== undefined)]).toEqual([201, []]);
    expect(first.body.parts.map(({ part }) => part)).toEqual(["pool", "route", "decision"]);
    const pool = newPool();
    expect(pool).toMatchObject({
      title: 'Pulje til velfærdsteknologi - "Hjælp i hverdagen"',
      allocation: { plan: "Budget 2025-2028", year: 2025, amountOere: 120_000_000 },
      criteria: pools().find(({ key }) => key === likePoolKey)?.criteria,
      minimumReviewers: 3,
      appropriation: { caseKey: first.body.caseKey, caseNumber: "24/8071", amountOere: 120_000_000 },
    });
    expect(pool.appropriation?.steps.map(({ body, code }) => [body, code])).toEqual([
      ["ØK", "concurred"],
      ["KB", "pending"],
    ]);
    expect(poolStatus(pool, harness.now())).toBe("requested");
    const again = await create(request);
    expect(again.body).toEqual(first.body);
    expect([cases().length, pools().length]).toEqual([before + 1, 2]);
    const drafted = await harness.http(secretariat, "POST", `/api/pools/${pool.key}/case`, {
      commandKey: harness.press(),
    });
    expect((drafted.body as CaseView).key).toBe(first.body.caseKey);
    const { poolsToDraft } = (await harness.http(secretariat, "GET", "/api/cases")).body as CasesView;
    expect(poolsToDraft).toEqual([]);
  });

  it("000-03 the council's approval, recorded in that case, releases the pool; its page says what is awaited till then", async () => {
    const { caseKey } = (await create(await filledIn())).body;
    const page = async () => (await harness.http(secretariat, "GET", `/api/pools/${newPool().key}`)).body as PoolView;
    expect(await page()).toMatchObject({
      pool: { status: "requested", allocatedOere: 120_000_000, appropriatedOere: 0 },
      case: { key: caseKey, number: "24/8071", next: { name: "Kommunalbestyrelsen", date: "2025-02-25" } },
      may: { draftCase: false, addRound: false },
    });
    harness.at("2025-02-26 09:00");
    const step = ((await harness.http(secretariat, "GET", `/api/cases/${caseKey}`)).body as CaseView).steps.at(-1);
    const decision = {
      commandKey: harness.press(),
      stepKey: step?.key,
      date: "2025-02-25",
      points: [{ number: 1, text: "Godkendt.", code: "approved" }],
      apologies: [],
    };
    const recorded = await harness.http(secretariat, "POST", `/api/cases/${caseKey}/decisions`, decision);
    expect(recorded.status).toBe(200);
    expect(await page()).toMatchObject({
      pool: { status: "released", appropriatedOere: 120_000_000 },
      may: { draftCase: false, addRound: true },
    });
  });

  it("B10 a case officer's press makes the case alone and tells so; the secretariat's makes no case without a pool", async () => {
    const request = await filledIn();
    const { body } = await create(request, "sagsbehandler");
    expect(body.parts.map(({ part, problem }) => [part, problem === undefined])).toEqual([
      ["pool", false],
      ["route", true],
      ["decision", true],
    ]);
    const made = cases().find(({ key }) => key === body.caseKey);
    expect([pools().length, made?.number, made?.appropriation]).toEqual([1, "24/8071", undefined]);
    const { pool: _, ...alone } = await filledIn();
    expect((await create(alone)).status).toBe(403);
  });

  it("a refused pool leaves the case standing; the same command with it mended makes it, and the case commands it", async () => {
    await give("sagsbehandler", "secretariat");
    const request = await filledIn({ number: "PULJE-2022" });
    const broken = await create(request, "sagsbehandler");
    expect(broken.body.parts.map(({ part, problem }) => [part, problem === undefined])).toEqual([
      ["pool", false],
      ["route", true],
      ["decision", true],
    ]);
    expect(broken.body.parts[0]?.problem).toContain("PULJE-2022");
    const { pool = never() } = request;
    const mended = await create({ ...request, pool: { ...pool, number: "PULJE-2025" } }, "sagsbehandler");
    expect(mended.body.parts.every(({ problem }) => problem === undefined)).toBe(true);
    expect(mended.body.caseKey).toBe(broken.body.caseKey);
    expect(newPool().appropriation).toMatchObject({ caseKey: mended.body.caseKey, steps: [{ code: "concurred" }, {}] });
    const other = await create({ ...request, pool: { ...pool, number: "PULJE-2026" } }, "sagsbehandler");
    expect(other.body.parts[0]?.problem).toMatch(/søger allerede om penge/u);
    expect(pools()).toHaveLength(2);
  });
});

function never(): never {
  throw new Error("The request has no pool");
}
