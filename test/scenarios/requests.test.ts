import { beforeAll, describe, expect, it } from "vitest";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import type { GrantApplication } from "#domain/grants/application.ts";
import type { Review } from "#domain/grants/review.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { emptyLog } from "#domain/shared/log.ts";
import { applicationPage } from "#use-cases/grants/application-page.ts";
import { overview } from "#use-cases/grants/overview.ts";
import { rankingPage } from "#use-cases/grants/ranking-page.ts";
import { reviewWalk } from "#use-cases/grants/review-walk.ts";
import { roundPage } from "#use-cases/grants/round-page.ts";
import { submitDraft } from "#use-cases/grants/submit-draft.ts";
import type { Records } from "#use-cases/ports/records.ts";
import type { Versioned } from "#use-cases/ports/versioned.ts";
import { type Harness, openHarness } from "./harness.ts";
import { inMemoryRecords } from "./in-memory-records.ts";
import { filledDraft, type OpenRound, openRound, reviewEverything, reviewers, send, sentSpring } from "./pool-story.ts";
import { answers, createWorld, danish, good } from "./world.ts";

describe("Graph requests", () => {
  let harness: Harness;
  let round: OpenRound;
  beforeAll(async () => {
    harness = await openHarness();
    round = await openRound(harness);
  });

  it("sending a form is one write to Graph before the answer", async () => {
    const [application] = firstRoundApplications;
    if (application === undefined) throw new Error("No application");
    const draftKey = await filledDraft(harness, round.roundKey, application);
    harness.forgetGraph();
    good(await send(harness, application.applicant, draftKey));
    expect(harness.graphWrites().map(({ method }) => method)).toEqual(["POST"]);
    expect(harness.graph.length).toBeLessThanOrEqual(5);
  });

  it("pages and ranking of eight applications ask nothing of Graph", async () => {
    harness = await openHarness();
    round = await openRound(harness);
    const [key] = await sentSpring(harness, round.roundKey);
    await reviewEverything(harness, round);
    if (key === undefined) throw new Error("No application");
    harness.forgetGraph();
    const { deps } = harness;
    const secretariat = harness.as("puljesekretariat");
    overview(deps, secretariat);
    good(roundPage(deps, secretariat, round.roundKey, "da"));
    good(applicationPage(deps, secretariat, key, "da"));
    good(rankingPage(deps, secretariat, round.roundKey, "da"));
    good(reviewWalk(deps, harness.as("oekonomi"), round.roundKey, "da"));
    expect(harness.graph).toEqual([]);
  });

  it("a lost answer to the create is looked up and never made twice", async () => {
    const fresh = await openHarness();
    const { roundKey } = await openRound(fresh);
    const [application] = firstRoundApplications;
    if (application === undefined) throw new Error("No application");
    const draftKey = await filledDraft(fresh, roundKey, application);
    fresh.workspace.server.setFaults({ rate: 0.4, seed: 7, kinds: ["lost-answer"], latencyMs: 0, retryAfterS: 1 });
    const command = { commandKey: fresh.press(), draftKey, pressedAt: fresh.now() };
    good(await submitDraft(fresh.deps, fresh.as(application.applicant), command));
    fresh.workspace.server.clearFaults();
    good(await fresh.deps.records.refresh(["applications"]));
    expect(fresh.deps.records.applications.all()).toHaveLength(1);
  });
});

describe("with 500 applications", () => {
  it("the ranking takes twice the work of 250, and not four times", async () => {
    const { records, basis } = inMemoryRecords();
    const world = await createWorld({ records, basis });
    const { roundKey, poolKey } = await openRound(world);
    const centres = ["arbejdsmarked", "teknik", "hr", "kultur", "politik"];
    for (let index = 0; index < 500; index += 1) {
      const centre = centres[index % centres.length] ?? "hr";
      good(
        await records.applications.create(
          application(index, { poolKey, roundKey, centreKey: world.centreKey(centre) }),
        ),
      );
    }
    for (const { value } of records.applications.all()) {
      for (const user of reviewers.slice(0, 5))
        good(await records.reviews.create(review(value, world.personKey(user))));
    }
    world.at("2022-04-12 10:00");
    /** How often a page of so many applications looks at a member of an application or a review. */
    const looksFor = (applications: number): number => {
      const known = new Set(
        records.applications
          .all()
          .slice(0, applications)
          .map(({ value }) => value.key),
      );
      let looks = 0;
      const counted = <T extends object>(value: T): T =>
        new Proxy(value, {
          get: (target, name, receiver): unknown => {
            looks += 1;
            return Reflect.get(target, name, receiver);
          },
        });
      const seen = <T extends object>(rows: readonly Versioned<T>[], keyOfRow: (value: T) => Key) =>
        rows.filter(({ value }) => known.has(keyOfRow(value))).map((row) => ({ ...row, value: counted(row.value) }));
      const some: Records = {
        ...records,
        applications: { ...records.applications, all: () => seen(records.applications.all(), ({ key }) => key) },
        reviews: { ...records.reviews, all: () => seen(records.reviews.all(), ({ applicationKey }) => applicationKey) },
      };
      const deps = { ...world.deps, records: some };
      const page = good(rankingPage(deps, world.as("puljesekretariat"), roundKey, "da"));
      expect(page.rows).toHaveLength(applications);
      return looks;
    };
    // Twice as many rows are looked at twice as often, and a little more for putting them in order.
    expect(looksFor(500) / looksFor(250)).toBeLessThan(2.5);
  });
});

function review({ key, poolKey, roundKey }: GrantApplication, reviewerKey: Key): Review {
  return {
    key: keyOf("review", roundKey, key, reviewerKey),
    poolKey,
    roundKey,
    applicationKey: key,
    reviewerKey,
    state: "given",
    answers: answers(4, 3, 4, 5, 3),
    givenAt: danish("2022-04-11 10:00"),
    late: false,
    recusal: undefined,
    log: emptyLog,
  };
}

function application(
  index: number,
  { poolKey, roundKey, centreKey }: Pick<GrantApplication, "poolKey" | "roundKey" | "centreKey">,
): GrantApplication {
  const base = firstRoundApplications[index % firstRoundApplications.length];
  if (base === undefined) throw new Error("No application");
  const applicantKey = keyOf("person", "ansoeger.hr");
  const pressedAt = `2022-03-18T10:${String(index % 60).padStart(2, "0")}:00.000Z` as GrantApplication["pressedAt"];
  return {
    key: keyOf("application", index),
    number: `FR22-${index + 1}`,
    draftKey: keyOf("draft", index),
    attempt: 1,
    poolKey,
    roundKey,
    applicantKey,
    centreKey,
    title: base.title,
    description: base.description,
    focusArea: base.focusArea,
    effect: base.effect,
    sdgs: base.sdgs,
    budgetLines: [],
    requestedOere: (base.requestedKr * 100) as GrantApplication["requestedOere"],
    ownContributionOere: 0 as GrantApplication["ownContributionOere"],
    operation: base.operation,
    startDate: undefined,
    endDate: undefined,
    resubmissionOf: "",
    pressedAt,
    approval: { at: pressedAt, by: applicantKey, how: "head" },
    returned: undefined,
    withdrawnAt: undefined,
    log: emptyLog,
  };
}
