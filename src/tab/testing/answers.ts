import * as z from "zod/mini";
import { type ApplicationView, applicationSchema } from "#contract/applications.ts";
import { type DraftView, draftSchema } from "#contract/drafts.ts";
import { type Me, meSchema } from "#contract/me.ts";
import { type Overview, overviewSchema, type PoolSummary, type RoundSummary, type Task } from "#contract/overview.ts";
import { type RankingRow, type RankingView, rankingSchema } from "#contract/ranking.ts";
import { type ReviewItem, type ReviewWalk, reviewWalkSchema } from "#contract/reviews.ts";
import type { CriterionView } from "#contract/rounds.ts";
import { emptyDraftFields } from "#domain/grants/draft.ts";
import { keyOf } from "#domain/shared/keys.ts";

/** Monday 23 November 2026, 10.00 in Denmark. */
export const testNow = "2026-11-23T09:00:00.000Z";

/** The key a test calls by a name. */
export function testKey(name: string): string {
  return keyOf("tab test", name);
}

/** A team leader without roles. */
export function aMe(over: Partial<Me> = {}): Me {
  return z.parse(meSchema, {
    key: testKey("me"),
    name: "Mette Holm",
    title: "Teamleder",
    centreName: "Center for Sundhed og Omsorg",
    roles: [],
    isHead: false,
    language: "da",
    now: testNow,
    municipality: "Fjordkøbing Kommune",
    ...over,
  });
}

export const testCriteria: readonly CriterionView[] = (
  [
    ["K1", "Synlig digital udvikling", 30],
    ["K2", "Virtuelle og nye arbejdsgange", 20],
    ["K3", "Gavn for borgeren og kerneopgaven", 20],
    ["K4", "Realistisk økonomi", 15],
    ["K5", "Gennemførlighed og forankring", 15],
  ] as const
).map(([code, name, weight]) => ({ code, name, weight, anchors: ["Ingen", "Få", "En del", "Mange", "Alle"] }));

/** A round under review with a frame of 315.000 kr. */
export function aRound(over: Partial<RoundSummary> = {}): RoundSummary {
  return {
    key: testKey("round"),
    code: "EF26",
    name: "2. runde",
    status: "under-review",
    frameOere: 31_500_000,
    grantedOere: 0,
    capOere: 31_500_000,
    opensAt: "2026-10-05T06:00:00.000Z",
    closesAt: "2026-12-05T23:00:00.000Z",
    reviewBy: "2026-12-11",
    decisionOn: "2026-12-18",
    applicationCount: 6,
    mayApply: false,
    ...over,
  };
}

export function aPool(over: Partial<PoolSummary> = {}): PoolSummary {
  return {
    key: testKey("pool"),
    number: "PULJE-2026",
    title: "Pulje til digitalisering 2026",
    purpose: "Synlig digital udvikling",
    eligibility: "Kommunens egne afdelinger",
    status: "active",
    year: 2026,
    allocatedOere: 60_000_000,
    appropriatedOere: 60_000_000,
    caseNumber: "25/15479",
    grantedOere: 28_500_000,
    returnedOere: 0,
    remainingOere: 31_500_000,
    split: { spentOere: 0, boundOere: 28_500_000, setAsideOere: 31_500_000, restOere: 0 },
    rounds: [aRound()],
    ...over,
  };
}

export function aTask(over: Partial<Task> = {}): Task {
  return {
    key: testKey("task"),
    kind: "review",
    subject: "2. runde",
    number: "",
    roundName: "2. runde",
    deadline: "2026-11-27T23:00:00.000Z",
    done: 2,
    total: 5,
    link: `/rounds/${testKey("round")}/reviews`,
    ...over,
  };
}

export function anOverview(over: Partial<Overview> = {}): Overview {
  return z.parse(overviewSchema, { now: testNow, tasks: [], pools: [aPool()], mine: [], ...over });
}

/** A draft in which only the effect is missing. */
export function aDraft(over: Partial<DraftView> = {}): DraftView {
  return z.parse(draftSchema, {
    key: testKey("draft"),
    number: "EF26-07",
    roundKey: testKey("round"),
    poolTitle: "Pulje til digitalisering 2026",
    round: aRound({ status: "open", capOere: 30_000_000 }),
    centreName: "Center for Sundhed og Omsorg",
    headName: "Karin Thorup",
    ownerName: "Mette Holm",
    fields: {
      ...emptyDraftFields,
      title: "Skærmbesøg",
      description: "Vi vil afprøve skærmbesøg.",
      focusArea: "1",
      sdgs: [],
      notCpr: [],
      requestedAmount: "95.000",
      ownContribution: "20.000",
      budgetLines: [{ id: "a1", category: "equipment", note: "Tablets", amount: "115.000" }],
    },
    stamps: { title: "2026-11-20T09:00:00.000Z" },
    savedAt: "2026-11-23T08:42:00.000Z",
    problems: [],
    sums: { linesOere: 0, requestedOere: 0, ownOere: 0, differenceOere: 0 },
    changedElsewhere: [],
    overwritten: {},
    now: testNow,
    ...over,
  });
}

export function anApplication(over: Partial<ApplicationView> = {}): ApplicationView {
  return z.parse(applicationSchema, {
    now: testNow,
    key: testKey("application"),
    number: "EF26-02",
    title: "Digitale borgermøder",
    status: "under-review",
    roundKey: testKey("round"),
    roundName: "2. runde",
    poolTitle: "Pulje til digitalisering 2026",
    centreName: "Center for Politik og Ledelse",
    submittedAt: "2026-11-03T12:15:00.000Z",
    focusArea: 1,
    requestedOere: 9_000_000,
    text: {
      description: "Møder på skærm.",
      effect: "Flere deltager.",
      sdgs: [16],
      operation: "",
      resubmissionOf: "",
      budgetLines: [{ category: "equipment", note: "Kamera", amountOere: 9_000_000 }],
      ownContributionOere: 0,
    },
    criteria: testCriteria,
    timeline: [{ at: "2026-11-03T12:15:00.000Z", action: "submitted", who: "Mette Holm", data: {} }],
    may: { approve: false, return: false, withdraw: false, review: false, answerAward: false, editDraft: false },
    ...over,
  });
}

export function aReviewItem(number: string, over: Partial<ReviewItem> = {}): ReviewItem {
  return {
    application: anApplication({ key: testKey(number), number, title: `Projekt ${number}` }),
    state: "missing",
    answers: { scores: {}, remarks: {}, reason: "" },
    problems: [],
    ...over,
  };
}

export function aReviewWalk(items: readonly ReviewItem[], over: Partial<ReviewWalk> = {}): ReviewWalk {
  return z.parse(reviewWalkSchema, {
    now: testNow,
    round: aRound(),
    criteria: testCriteria,
    items,
    given: items.filter((item) => item.state === "given").length,
    total: items.filter((item) => item.state !== "recused").length,
    open: true,
    ...over,
  });
}

/** A line of the list; amounts in whole thousands of kroner. */
export function aRankingRow(rank: number, thousands: number, over: Partial<RankingRow> = {}): RankingRow {
  const number = `EF26-0${rank}`;
  return {
    applicationKey: testKey(number),
    number,
    title: `Projekt ${number}`,
    centreName: "Center for Kultur og Fritid",
    rank,
    scoreTenths: 900 - rank * 20,
    means: {},
    spread: { lowTenths: 700, highTenths: 950 },
    reviewsGiven: 5,
    reviewsExpected: 5,
    missing: [],
    recusals: [],
    requestedOere: thousands * 100_000,
    grantOere: thousands * 100_000,
    outcome: "award",
    packet: "chair",
    restAfterOere: 0,
    cut: "fits",
    reason: "",
    ...over,
  };
}

/** A line that gets nothing. */
export function aRejectedRow(rank: number, thousands: number, over: Partial<RankingRow> = {}): RankingRow {
  return aRankingRow(rank, thousands, { grantOere: 0, outcome: "rejection", cut: "does-not-fit", ...over });
}

export function aRanking(rows: readonly RankingRow[], over: Partial<RankingView> = {}): RankingView {
  const supportedOere = rows.reduce((sum, row) => sum + row.grantOere, 0);
  return z.parse(rankingSchema, {
    now: testNow,
    round: aRound(),
    pool: aPool(),
    criteria: testCriteria,
    rows,
    frameOere: 31_500_000,
    supportedOere,
    restOere: 31_500_000 - supportedOere,
    complete: true,
    missingReviews: 0,
    mayRecommend: true,
    ...over,
  });
}
