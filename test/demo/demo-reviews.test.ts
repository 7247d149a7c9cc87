import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { poolStatus } from "#domain/grants/pool-status.ts";
import { reviewProgress } from "#domain/grants/review-progress.ts";
import { roundStatus } from "#domain/grants/round-status.ts";
import { roundState } from "#use-cases/grants/round-state.ts";
import { tasksOf } from "#use-cases/grants/tasks.ts";
import { actorNamed, danishTime, demoFacts } from "./demo-facts.ts";
import { type DemoTenant, loadDemoTenant } from "./demo-tenant.ts";

describe.for(["2026-11-24T10:00", "2027-05-15T21:00", "2026-01-02T10:00"])("the layer bedoemmelse on %s", (start) => {
  const now = danishTime(start);
  let tenant: DemoTenant;
  beforeAll(async () => {
    tenant = await loadDemoTenant("bedoemmelse", now);
  });
  afterAll(() => tenant.close());

  test("has its first round under review; one reviewer has all eight applications left, the others none", () => {
    const { pool, spring, autumn, applications } = demoFacts(tenant.deps.records);
    expect(poolStatus(pool, now)).toBe("active");
    expect([spring, autumn].map((round) => roundStatus(pool, round, applications, now))).toEqual([
      "under-review",
      "planned",
    ]);
    const { personKey } = actorNamed(tenant.deps, "oekonomi");
    const progress = reviewProgress(roundState(tenant.deps, pool, spring)).applications;
    expect(progress).toHaveLength(8);
    for (const { reviewerKeys, reviews } of progress) {
      const given = reviews.map(({ reviewerKey }) => reviewerKey);
      expect(reviewerKeys.filter((key) => !given.includes(key))).toEqual([personKey]);
    }
    expect(tasksOf(tenant.deps, actorNamed(tenant.deps, "oekonomi"))).toMatchObject([
      { kind: "review", done: 0, total: 8 },
    ]);
  });

  test("only moves its clock forward, to before the start", () => {
    expect(tenant.moves).toEqual(tenant.moves.toSorted());
    expect((tenant.moves.at(-1) ?? now) < now).toBe(true);
  });
});
