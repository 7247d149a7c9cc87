import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoPeople } from "#demo/people.ts";
import type { DemoLayer } from "#demo/tell-demo.ts";
import { isStale, lightOf } from "#domain/action-plans/action-light.ts";
import { reviewProgress } from "#domain/grants/review-progress.ts";
import { plainDateOf, plusMillis } from "#domain/shared/dates.ts";
import { verifyTail } from "#domain/shared/log.ts";
import { isWorkingDay, defaultWorkingDayCalendar as workingDays } from "#domain/shared/working-days.ts";
import { roundState } from "#use-cases/grants/round-state.ts";
import { amountsIn, type DemoFacts, danishTime, demoFacts, roundMoney, scoresOf } from "./demo-facts.ts";
import { type DemoTenant, loadDemoTenant } from "./demo-tenant.ts";
import { expectedAutumn, expectedSpring } from "./expected-applications.ts";

const starts: readonly (readonly [DemoLayer, string])[] = [
  ["historik", "2022-12-30T10:00"],
  ["aktuel", "2026-11-24T10:00"],
  ["aktuel", "2027-05-15T21:00"],
  ["aktuel", "2026-12-31T10:00"],
  // The Wednesday before is New Year's Eve: the third day of reviewing has to give way.
  ["aktuel", "2026-01-02T10:00"],
];

describe.for(starts)("%s on %s", ([layer, start]) => {
  const now = danishTime(start);
  let tenant: DemoTenant;
  let facts: DemoFacts;
  beforeAll(async () => {
    tenant = await loadDemoTenant(layer, now);
    facts = demoFacts(tenant.deps.records);
  });
  afterAll(() => tenant.close());

  test("the clock only moves forward and the story ends before the start", () => {
    const { moves } = tenant;
    expect(moves.length).toBeGreaterThan(50);
    expect(moves).toEqual(moves.toSorted());
    expect((moves.at(-1) ?? now) < now).toBe(true);
  });

  test("the appropriation is 600.000 kr., and promises stay within it and within each round's frame", () => {
    const { pool, spring, autumn } = facts;
    expect(pool.appropriation?.amountOere).toBe(60_000_000);
    expect(spring.frameOere + autumn.frameOere).toBe(60_000_000);
    expect(pool.moves.map(({ amountOere }) => amountOere)).toEqual([1_500_000]);
    const [first, second] = [roundMoney(pool, spring), roundMoney(pool, autumn)];
    expect([first.frameKr, second.frameKr]).toEqual([285_000, 315_000]);
    expect(first.promisedKr).toBeLessThanOrEqual(first.frameKr);
    expect(second.promisedKr).toBeLessThanOrEqual(second.frameKr);
    expect(first.promisedKr + second.promisedKr).toBeLessThanOrEqual(600_000);
  });

  test("the 14 applications stand as in the table, numbered in its order, with sums that balance", () => {
    const { spring, autumn } = facts;
    expect(facts.applications).toHaveLength(14);
    for (const [round, expected] of [
      [spring, expectedSpring],
      [autumn, expectedAutumn],
    ] as const) {
      const applications = facts.of(round);
      expect(applications.map(({ number }) => number)).toEqual(expected.map((_, at) => `${round.code}-0${at + 1}`));
      for (const [at, row] of expected.entries()) {
        const application = applications[at];
        if (!application) throw new Error("numbers were checked above");
        const { requestedOere, ownContributionOere, budgetLines, focusArea, title, centreKey } = application;
        expect(title).toContain(row.title);
        expect([facts.centreName(centreKey), focusArea]).toEqual([row.centre, row.focusArea]);
        expect([requestedOere, ownContributionOere]).toEqual([row.requestedKr * 100, row.ownKr * 100]);
        const lines = budgetLines.reduce((sum, { amountOere }) => sum + amountOere, 0);
        expect(lines).toBe(requestedOere + ownContributionOere);
        expect(application.pressedAt < round.closesAt).toBe(true);
        expect(application.approval?.how).toMatch(/^(head|applicant-is-head)$/);
      }
    }
  });

  test("the action plan has its 18 items, three in each of the six areas, in the states of the table", () => {
    const { programmes, actionItems } = tenant.deps.records;
    const [programme] = programmes.all();
    expect(programme?.value.focusAreas.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(programme?.value.versions[0]?.state).toBe("provisionally-approved");
    const items = actionItems.all().map(({ value }) => value);
    const areas = [1, 2, 3, 4, 5, 6].map((area) => items.filter(({ focusArea }) => focusArea === area).length);
    expect(areas).toEqual([3, 3, 3, 3, 3, 3]);
    const count = (wanted: string): number => items.filter(({ status }) => status === wanted).length;
    expect(["running", "done", "planned", "idea", "on-hold"].map(count)).toEqual([9, 4, 2, 2, 1]);
    const today = plainDateOf(now);
    const lightOf18 = (title: string) => {
      const item = items.find((each) => each.title.startsWith(title));
      return item && lightOf(item, today)?.light;
    };
    expect(["Digitale ambassadører", "Energidata", "Robotautomatisering"].map(lightOf18)).toEqual([
      "green",
      "green",
      "green",
    ]);
    expect(["Oprydning", "Ledelsesinformation", "Dataetiske"].map(lightOf18)).toEqual(["red", "yellow", undefined]);
    expect(items.filter((item) => isStale(item, today)).length).toBeGreaterThanOrEqual(2);
    expect(items.every(({ log }) => verifyTail(log))).toBe(true);
  });

  test("the second application of the school names the first", () => {
    expect(facts.of(facts.autumn)[0]?.resubmissionOf).toBe(facts.of(facts.spring)[2]?.number);
  });

  test("the spring round is scored, and the four best get 285.000 kr.", () => {
    const { pool, spring } = facts;
    expect(scoresOf(facts, spring)).toEqual(expectedSpring.map(({ points }) => points * 10));
    const granted = pool.awards.filter(({ roundKey, amountOere }) => roundKey === spring.key && amountOere > 0);
    expect(granted.map(({ number }) => number.slice(-2)).toSorted()).toEqual(["01", "02", "04", "05"]);
    expect(roundMoney(pool, spring).promisedKr).toBe(285_000);
    const rejected = pool.awards.filter(({ outcome, roundKey }) => outcome === "rejection" && roundKey === spring.key);
    expect(rejected).toHaveLength(4);
    expect(rejected.every(({ reason }) => reason.length > 0)).toBe(true);
  });

  test("the chair's own centre is decided by the deputy", () => {
    const [recommendation] = facts.pool.recommendations;
    const inDeputys = recommendation?.lines.filter(({ packet }) => packet === "deputy");
    expect(inDeputys?.map(({ number }) => number.slice(-2))).toEqual(["04"]);
  });

  test("each application has its reviewers and nobody reviews the own centre", () => {
    for (const [round, expected] of [
      [facts.spring, expectedSpring],
      [facts.autumn, expectedAutumn],
    ] as const) {
      const progress = reviewProgress(roundState(tenant.deps, facts.pool, round));
      const counts = new Map(progress.applications.map((each) => [each.application.number, each.reviewerKeys.length]));
      expect(counts).toEqual(new Map(expected.map((row, at) => [`${round.code}-0${at + 1}`, row.reviewers])));
    }
    for (const review of facts.reviews) {
      const application = facts.applications.find(({ key }) => key === review.applicationKey);
      const reviewer = facts.persons.find(({ key }) => key === review.reviewerKey);
      expect(reviewer?.centreKey).not.toBe(application?.centreKey);
      expect(review).toMatchObject({ state: "given", late: false });
    }
  });

  test("every amount is whole øre", () => {
    const { pools, applications } = facts;
    const amounts = amountsIn({ pools, applications });
    expect(amounts.length).toBeGreaterThan(100);
    expect(amounts.filter(([, amount]) => amount !== undefined && !Number.isSafeInteger(amount))).toEqual([]);
  });

  test("everybody in the records is one of the demo's people", () => {
    expect(facts.persons.map(({ name }) => name).toSorted()).toEqual(demoPeople.map(({ name }) => name).toSorted());
    const known = new Set<string>(["system", ...facts.persons.map(({ key }) => key)]);
    const logs = [...facts.pools, ...facts.applications, ...facts.reviews, ...facts.centres].map(({ log }) => log);
    expect(logs.flatMap(({ tail }) => tail).filter(({ by }) => !known.has(by))).toEqual([]);
    expect(logs.every(verifyTail)).toBe(true);
  });

  test("nobody is asked to act on a day the municipality is closed", () => {
    const days = facts.pools
      .flatMap(({ rounds }) => rounds)
      .flatMap((round) => [
        plainDateOf(round.opensAt),
        plainDateOf(plusMillis(round.closesAt, -1)),
        round.reviewBy,
        round.decisionOn,
      ]);
    expect(days.filter((day) => !isWorkingDay(day, workingDays))).toEqual([]);
  });
});
