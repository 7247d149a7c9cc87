import type { GrantApplication } from "#domain/grants/application.ts";
import { type Draft, type DraftFields, emptyDraftFields } from "#domain/grants/draft.ts";
import type {
  AppropriationBasis,
  Award,
  Criterion,
  FundingRound,
  GrantPool,
  Recommendation,
  RecommendationLine,
} from "#domain/grants/grant-pool.ts";
import type { Review, ReviewAnswers, ScorePoint } from "#domain/grants/review.ts";
import type { RoundState } from "#domain/grants/review-progress.ts";
import { reviewKeyOf } from "#domain/grants/review-window.ts";
import { keyOf } from "#domain/shared/keys.ts";
import { emptyLog } from "#domain/shared/log.ts";
import { kr, oere, sumOere } from "#domain/shared/money.ts";
import { at, day, springClock } from "./clock.ts";
import { aKey } from "./keys.ts";
import { anOrganisation, people } from "./organisation.ts";

const noAnchors = ["", "", "", "", ""] as const;

/** A criterion with a weight. */
export function aCriterion(code: string, weight: number): Criterion {
  return {
    code,
    name: `Kriterium ${code}`,
    nameEn: `Criterion ${code}`,
    weight,
    anchors: noAnchors,
    anchorsEn: noAnchors,
  };
}

/** K1-K5 with weights 30/20/20/15/15 (000-14). */
export const criteria: readonly Criterion[] = [
  aCriterion("K1", 30),
  aCriterion("K2", 20),
  aCriterion("K3", 20),
  aCriterion("K4", 15),
  aCriterion("K5", 15),
];

/** The appropriation of 600.000 kr., approved by the council on 22-02-2022 (000-03). */
export function anAppropriation(overrides: Partial<AppropriationBasis> = {}): AppropriationBasis {
  return {
    caseNumber: "21/15479",
    kind: "capital",
    amountOere: kr(600_000),
    steps: [
      { body: "ØK", appropriates: false, date: day("2022-02-08"), text: "Tiltrådt.", code: "concurred" },
      { body: "KB", appropriates: true, date: day("2022-02-22"), text: "Godkendt.", code: "approved" },
    ],
    ...overrides,
  };
}

/** The spring round FR22: 300.000 kr., 1-31 March 2022, three reviewers and a substitute. */
export function aRound(overrides: Partial<FundingRound> = {}): FundingRound {
  const code = overrides.code ?? "FR22";
  return {
    key: aKey(`round ${code}`),
    code,
    name: "Forår 2022",
    frameOere: kr(300_000),
    capOere: overrides.frameOere ?? kr(300_000),
    opensAt: at("2022-03-01T07:00:00.000Z"),
    closesAt: springClock.closed,
    reviewBy: day("2022-04-20"),
    decisionOn: day("2022-04-27"),
    reviewerKeys: [people.chair.key, people.economist.key, people.spokesman.key],
    substituteKey: people.substitute.key,
    adviserKeys: [people.adviser.key],
    chairKey: people.chair.key,
    deputyKey: people.deputy.key,
    ...overrides,
  };
}

/** The autumn round EF22 of the same pool. */
export function anAutumnRound(overrides: Partial<FundingRound> = {}): FundingRound {
  return aRound({
    code: "EF22",
    name: "Efterår 2022",
    opensAt: at("2022-08-15T06:00:00.000Z"),
    closesAt: at("2022-09-15T22:00:00.000Z"),
    reviewBy: day("2022-09-28"),
    decisionOn: day("2022-10-05"),
    ...overrides,
  });
}

/** PULJE-2022, released, with the spring round and three reviewers at least. */
export function aPool(overrides: Partial<GrantPool> = {}): GrantPool {
  return {
    key: aKey("PULJE-2022"),
    number: "PULJE-2022",
    title: "Pulje til digitalisering",
    purpose: "Synlig digital udvikling for ansatte og/eller borgere",
    eligibility: "Kommunens egne afdelinger",
    allocation: {
      plan: "Investeringsoversigt 2022-2025",
      year: 2022,
      project: "Pulje til digitalisering",
      amountOere: kr(600_000),
    },
    appropriation: anAppropriation(),
    criteria,
    rounds: [aRound()],
    moves: [],
    recommendations: [],
    awards: [],
    minimumReviewers: 3,
    closedAt: undefined,
    log: emptyLog,
    ...overrides,
  };
}

/** A complete form: 62.000 + 38.000 + 15.000 = 95.000 + 20.000 (000-09). */
export function someFields(overrides: Partial<DraftFields> = {}): DraftFields {
  return {
    ...emptyDraftFields,
    title: "Virtuelle hjemmebesøg i sygeplejen",
    description: "Sygeplejen vil afprøve virtuelle hjemmebesøg hos 40 borgere.",
    focusArea: "1",
    effect: "Mindst 25 pct. af de korte besøg gennemføres virtuelt efter seks måneder.",
    sdgs: [3],
    budgetLines: [
      { id: "a", category: "equipment", note: "Tablets", amount: "62.000" },
      { id: "b", category: "licences", note: "", amount: "38.000 kr." },
      { id: "c", category: "training", note: "", amount: "15000" },
    ],
    requestedAmount: "95.000",
    ownContribution: "20.000",
    operation: "Centrets eget budget fra juli 2023.",
    startDate: "2022-06-01",
    endDate: "2023-06-30",
    ...overrides,
  };
}

/** The applicant's complete draft FR22-01, saved while the round is open. */
export function aDraft(overrides: Partial<Draft> = {}): Draft {
  const number = overrides.number ?? "FR22-01";
  return {
    key: aKey(`draft ${number}`),
    number,
    poolKey: aKey("PULJE-2022"),
    roundKey: aKey("round FR22"),
    ownerKey: people.applicant.key,
    centreKey: people.applicant.centreKey,
    fields: someFields(),
    stamps: {},
    createdAt: springClock.open,
    savedAt: springClock.open,
    discardedAt: undefined,
    ...overrides,
  };
}

/** Application FR22-01 of 95.000 kr., approved by its head, in the spring round. */
export function anApplication(overrides: Partial<GrantApplication> = {}): GrantApplication {
  const number = overrides.number ?? "FR22-01";
  const attempt = overrides.attempt ?? 1;
  return {
    key: keyOf("application", aKey(`draft ${number}`), attempt),
    number,
    draftKey: aKey(`draft ${number}`),
    attempt,
    poolKey: aKey("PULJE-2022"),
    roundKey: aKey("round FR22"),
    applicantKey: people.applicant.key,
    centreKey: people.applicant.centreKey,
    title: "Virtuelle hjemmebesøg i sygeplejen",
    description: "Sygeplejen vil afprøve virtuelle hjemmebesøg hos 40 borgere.",
    focusArea: 1,
    effect: "Mindst 25 pct. af de korte besøg gennemføres virtuelt.",
    sdgs: [3],
    budgetLines: [{ category: "equipment", note: "Tablets", amountOere: kr(115_000) }],
    requestedOere: kr(95_000),
    ownContributionOere: kr(20_000),
    operation: "Centrets eget budget.",
    startDate: day("2022-06-01"),
    endDate: day("2023-06-30"),
    resubmissionOf: "",
    pressedAt: springClock.open,
    approval: { at: at("2022-03-21T08:00:00.000Z"), by: people.head.key, how: "head" },
    returned: undefined,
    withdrawnAt: undefined,
    log: emptyLog,
    ...overrides,
  };
}

/** Complete answers with these scores on K1, K2, …; remarks where they are asked for. */
export function someAnswers(
  scores: readonly ScorePoint[] = [5, 4, 5, 4, 4],
  overrides: Partial<ReviewAnswers> = {},
): ReviewAnswers {
  const coded = scores.map((score, index) => [`K${index + 1}`, score] as const);
  const remarked = coded.filter(([, score]) => score !== 3 && score !== 4);
  return {
    scores: Object.fromEntries(coded),
    remarks: Object.fromEntries(remarked.map(([code]) => [code, "Fordi det kan ses."])),
    support: "support",
    reason: "Et godt og synligt projekt.",
    ...overrides,
  };
}

/** The economist's given review of FR22-01. */
export function aReview(overrides: Partial<Review> = {}, application: GrantApplication = anApplication()): Review {
  const reviewerKey = overrides.reviewerKey ?? people.economist.key;
  return {
    key: reviewKeyOf(application, reviewerKey),
    poolKey: application.poolKey,
    roundKey: application.roundKey,
    applicationKey: application.key,
    reviewerKey,
    state: "given",
    answers: someAnswers(),
    givenAt: springClock.reviewing,
    late: false,
    recusal: undefined,
    log: emptyLog,
    ...overrides,
  };
}

/** A review that declares a conflict. */
export function aRecusal(overrides: Partial<Review> = {}, application: GrantApplication = anApplication()): Review {
  const recusal = { at: springClock.reviewing, reason: "Min bror er projektleder." };
  return aReview({ state: "recused", givenAt: undefined, recusal, ...overrides }, application);
}

/** The records of the spring round: FR22-01 and nothing reviewed. */
export function aRoundState(overrides: Partial<RoundState> = {}): RoundState {
  const pool = overrides.pool ?? aPool();
  return {
    pool,
    round: overrides.round ?? pool.rounds[0] ?? aRound(),
    applications: [anApplication()],
    reviews: [],
    organisation: anOrganisation(),
    ...overrides,
  };
}

/** A line of a recommendation that awards the application what it asks. */
export function aLine(application: GrantApplication, overrides: Partial<RecommendationLine> = {}): RecommendationLine {
  return {
    applicationKey: application.key,
    number: application.number,
    rank: 1,
    scoreTenths: 900,
    requestedOere: application.requestedOere,
    grantOere: application.requestedOere,
    outcome: "award",
    packet: "chair",
    reason: "",
    ...overrides,
  };
}

/** A recommendation of these lines, nothing decided; packets and totals follow from the lines. */
export function aRecommendation(
  lines: readonly RecommendationLine[],
  overrides: Partial<Recommendation> = {},
): Recommendation {
  const packet = (kind: "chair" | "deputy") => {
    const own = lines.filter((line) => line.packet === kind);
    const totalOere = sumOere(own.map((line) => line.grantOere));
    const deciderKey = kind === "chair" ? people.chair.key : people.deputy.key;
    return own.length === 0 ? [] : [{ kind, deciderKey, totalOere, decidedAt: undefined }];
  };
  return {
    key: aKey("recommendation"),
    roundKey: aKey("round FR22"),
    recommendedAt: springClock.recommending,
    recommendedBy: people.secretary.key,
    basisSha256: "0".repeat(64),
    lines,
    packets: [...packet("chair"), ...packet("deputy")],
    ...overrides,
  };
}

/** An award in force for the application. */
export function anAward(application: GrantApplication, overrides: Partial<Award> = {}): Award {
  return {
    applicationKey: application.key,
    number: application.number,
    roundKey: application.roundKey,
    outcome: "award",
    amountOere: application.requestedOere,
    reason: "",
    decidedAt: springClock.deciding,
    decidedBy: people.chair.key,
    step: "decided",
    stepAt: springClock.deciding,
    returnedOere: oere(0),
    ...overrides,
  };
}
