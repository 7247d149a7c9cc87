// @vitest-environment jsdom
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { applicationStatus } from "#domain/grants/application-status.ts";
import { ledger } from "#domain/grants/ledger.ts";
import { remaining } from "#domain/grants/pool-money.ts";
import { poolStatus } from "#domain/grants/pool-status.ts";
import { roundStatus } from "#domain/grants/round-status.ts";
import { closingInstant } from "#domain/shared/dates.ts";
import { type DemoFacts, danishTime, demoFacts, scoresOf } from "./demo-facts.ts";
import { type DemoTenant, loadDemoTenant } from "./demo-tenant.ts";
import { expectedAutumn, expectedSpring } from "./expected-applications.ts";
import { managerViewTests } from "./manager-views.ts";

const now = danishTime("2022-12-30T10:00");

describe("the history", () => {
  let tenant: DemoTenant;
  let facts: DemoFacts;
  beforeAll(async () => {
    tenant = await loadDemoTenant("historik", now);
    facts = demoFacts(tenant.deps.records);
    await tenant.project();
  });
  afterAll(() => tenant.close());

  managerViewTests(() => tenant);

  test("E has the consultation of 2021 with its true dates, treated with two of three answers", () => {
    const [consultation] = tenant.deps.records.consultations.all().map(({ value }) => value);
    expect(consultation).toMatchObject({ deadlineOn: "2021-07-30", caseNumber: "21/6103" });
    expect(consultation?.sent?.startsAt).toBe(danishTime("2021-06-16T09:30"));
    const parties = tenant.deps.records.consultationParties.all().map(({ value }) => value);
    const received = Object.fromEntries(parties.map(({ code, answer }) => [code, answer?.receivedAt]));
    expect(received).toEqual({
      ÆR: danishTime("2021-07-02T11:20"),
      HR: danishTime("2021-07-28T13:05"),
      UR: undefined,
    });
  });

  test("E 001-15 its case sent it to be heard and approved the programme on the council's day", () => {
    const { cases, consultations, programmes } = tenant.deps.records;
    const [programme] = programmes.all();
    const theCase = cases.all().find(({ value }) => value.number === "21/6103");
    expect(theCase?.value.programmeKey).toBe(programme?.value.key);
    expect(consultations.all()[0]?.value.caseKey).toBe(theCase?.value.key);
    expect(theCase?.value.steps[1]).toMatchObject({ kind: "consultation", endedOn: "2021-08-04" });
    expect(programme?.value.versions).toMatchObject([
      { number: 1, state: "provisionally-approved", at: danishTime("2021-06-15T00:00"), caseKey: theCase?.value.key },
      { number: 2, state: "approved", at: danishTime("2021-08-24T00:00"), caseKey: theCase?.value.key },
    ]);
  });

  test("has its true dates, names and times of the presses", () => {
    const { pools, pool, spring, autumn } = facts;
    expect(pools).toHaveLength(1);
    expect(pool).toMatchObject({
      number: "PULJE-2022",
      allocation: { year: 2022, plan: "Investeringsoversigt 2022-2025" },
    });
    expect(pool.appropriation).toMatchObject({
      caseNumber: "21/15479",
      steps: [
        { body: "ØK", date: "2022-02-08", text: "Tiltrådt.", code: "concurred" },
        { body: "KB", date: "2022-02-22", text: "Godkendt.", code: "approved" },
      ],
    });
    expect([spring, autumn]).toMatchObject([
      { code: "FR22", name: "Forår 2022", reviewBy: "2022-04-20", decisionOn: "2022-04-27" },
      { code: "EF22", name: "Efterår 2022", reviewBy: "2022-09-28", decisionOn: "2022-10-05" },
    ]);
    expect([spring.opensAt, autumn.opensAt]).toEqual([danishTime("2022-03-01T08:00"), danishTime("2022-08-15T08:00")]);
    expect([spring.closesAt, autumn.closesAt]).toEqual(
      ["2022-03-31", "2022-09-15"].map((day) => closingInstant(day as typeof spring.reviewBy)),
    );
    const pressed = [...facts.of(spring), ...facts.of(autumn)].map(({ pressedAt }) => pressedAt);
    expect(pressed).toEqual([...expectedSpring, ...expectedAutumn].map(({ submitted }) => danishTime(submitted)));
    expect(pool.moves).toMatchObject([{ date: "2022-08-10", decidedBy: "Digitaliseringsstyregruppen" }]);
  });

  test("recommendations and decisions are told at their own minute, none pushed past another act", () => {
    const acts = [...facts.applications, ...facts.reviews, facts.pool]
      .flatMap(({ log }) => log.tail)
      .filter(({ action }) => action === "recommended" || action === "decided");
    expect(new Set(acts.map(({ at }) => at))).toEqual(
      new Set(["2022-04-25T09:20", "2022-04-27T14:10", "2022-10-03T09:30", "2022-10-05T14:15"].map(danishTime)),
    );
  });

  test("has 68 given reviews: five of each application without seven recusals, and five by the substitute", () => {
    const substitute = facts.persons.find(({ roles }) => roles.includes("substitute"));
    expect(facts.reviews).toHaveLength(68);
    expect(facts.reviews.filter(({ reviewerKey }) => reviewerKey === substitute?.key)).toHaveLength(5);
    const perApplication = [facts.spring, facts.autumn].flatMap((round) =>
      facts.of(round).map((application) => facts.reviewsOf(application).length),
    );
    expect(perApplication).toEqual([...expectedSpring, ...expectedAutumn].map(({ reviewers }) => reviewers));
  });

  test("scores the autumn round as in the table", () => {
    expect(scoresOf(facts, facts.autumn)).toEqual(expectedAutumn.map(({ points }) => points * 10));
  });

  test("gives 270.000 kr. in autumn and 45.000 kr. as a partial award that is declined", () => {
    const autumn = facts.pool.awards.filter(({ roundKey }) => roundKey === facts.autumn.key);
    const amounts = Object.fromEntries(autumn.map((award) => [award.number, award.amountOere / 100]));
    expect(amounts).toEqual({
      "EF22-01": 75_000,
      "EF22-02": 90_000,
      "EF22-03": 45_000,
      "EF22-04": 65_000,
      "EF22-05": 0,
      "EF22-06": 40_000,
    });
    const partial = autumn.find(({ number }) => number === "EF22-03");
    expect(partial).toMatchObject({ outcome: "partial-award", step: "declined" });
    const total = facts.pool.awards.reduce((sum, { amountOere }) => sum + amountOere, 0);
    expect(total).toBe(60_000_000);
  });

  test("leaves each application where the accounts say", () => {
    const statuses = Object.fromEntries(
      facts.applications.map((each) => [each.number, applicationStatus(each, facts.pool, now)]),
    );
    expect(statuses).toEqual({
      "FR22-01": "running",
      "FR22-02": "report-received",
      "FR22-03": "rejected",
      "FR22-04": "running",
      "FR22-05": "closed",
      "FR22-06": "rejected",
      "FR22-07": "rejected",
      "FR22-08": "rejected",
      "EF22-01": "accepted",
      "EF22-02": "accepted",
      "EF22-03": "declined",
      "EF22-04": "accepted",
      "EF22-05": "rejected",
      "EF22-06": "accepted",
    });
    expect(facts.pool.awards.find(({ number }) => number === "FR22-05")?.returnedOere).toBe(185_000);
  });

  test("leaves 46.850 kr., which the ledger ends with", () => {
    const kept = facts.pool.awards.filter(({ step }) => step !== "declined");
    const promised = kept.reduce((sum, { amountOere }) => sum + amountOere, 0);
    const returned = kept.reduce((sum, { returnedOere }) => sum + returnedOere, 0);
    expect(60_000_000 - promised + returned).toBe(4_685_000);
    expect(remaining(facts.pool)).toBe(4_685_000);
    const entries = ledger(facts.pool);
    expect(entries.at(-1)?.balanceOere).toBe(4_685_000);
    expect(entries.every(({ balanceOere }) => balanceOere >= 0)).toBe(true);
  });

  test("ends with both rounds decided and no form left open", () => {
    const states = [facts.spring, facts.autumn].map((round) => roundStatus(facts.pool, round, facts.applications, now));
    expect(states).toEqual(["decided", "decided"]);
    expect(poolStatus(facts.pool, now)).toBe("active");
    expect(tenant.deps.records.drafts.all()).toHaveLength(14);
  });
});
