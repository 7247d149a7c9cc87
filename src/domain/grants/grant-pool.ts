import type { Instant, PlainDate } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { RecordLog } from "#domain/shared/log.ts";
import type { Oere } from "#domain/shared/money.ts";

/** Stored course of a pool that time alone cannot tell; status is computed (law 4). */
export const poolStatuses = ["allocated", "requested", "released", "active", "closed", "settled"] as const;
export type PoolStatus = (typeof poolStatuses)[number];

export const roundStatuses = [
  "planned",
  "open",
  "closed",
  "under-review",
  "recommended",
  "decided",
  "completed",
] as const;
export type RoundStatus = (typeof roundStatuses)[number];

/** The year's share on the investment plan (rådighedsbeløb); cannot be spent without an appropriation. */
export interface BudgetAllocation {
  readonly plan: string;
  readonly year: number;
  readonly project: string;
  readonly amountOere: Oere;
}

/** A body's treatment of the appropriation case; only the council's final approval releases the pool. */
export interface AppropriationStep {
  readonly body: string;
  /** True for the council (KB), whose approval alone is an appropriation. */
  readonly appropriates: boolean;
  /** Undefined while the body has not said when. */
  readonly date: PlainDate | undefined;
  readonly text: string;
  readonly code: "approved" | "concurred" | "recommended" | "rejected" | "pending";
}

/** The appropriation basis as data on the pool, taken from its case. */
export interface AppropriationBasis {
  /** The case it is taken from; missing on pools from before cases were kept here. */
  readonly caseKey?: Key | undefined;
  readonly caseNumber: string;
  readonly kind: "capital";
  readonly amountOere: Oere;
  readonly steps: readonly AppropriationStep[];
}

/** A scoring criterion with its weight in percent and an anchor text for each step 1..5 (000-14). */
export interface Criterion {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly weight: number;
  readonly anchors: readonly [string, string, string, string, string];
  readonly anchorsEn: readonly [string, string, string, string, string];
}

/** A round of the pool: a frame, a window and those who review. */
export interface FundingRound {
  readonly key: Key;
  /** Prefix of application numbers, e.g. "FR22". */
  readonly code: string;
  readonly name: string;
  readonly frameOere: Oere;
  /** Largest single request; default the frame (000-10). */
  readonly capOere: Oere;
  readonly opensAt: Instant;
  /** Closing instant: what is received before it is in time, without grace (000-12). */
  readonly closesAt: Instant;
  /** Last day for reviews; reviewing is blind until it has passed or the last review is given. */
  readonly reviewBy: PlainDate;
  readonly decisionOn: PlainDate;
  readonly reviewerKeys: readonly Key[];
  readonly substituteKey: Key | undefined;
  readonly adviserKeys: readonly Key[];
  readonly chairKey: Key;
  readonly deputyKey: Key;
}

/** A recorded decision that moves money from one round's frame to another's (000-20). */
export interface FrameMove {
  readonly key: Key;
  readonly fromRoundKey: Key;
  readonly toRoundKey: Key;
  readonly amountOere: Oere;
  readonly decidedBy: string;
  readonly date: PlainDate;
  readonly reason: string;
}

export const outcomes = ["award", "partial-award", "rejection"] as const;
export type Outcome = (typeof outcomes)[number];

/** One application's place in the recommendation, compact: it stands once per application in the pool record. */
export interface RecommendationLine {
  readonly applicationKey: Key;
  readonly number: string;
  readonly rank: number;
  /** Weighted score in tenths of a point, 0..1000 (900 = 90,0). */
  readonly scoreTenths: number;
  readonly requestedOere: Oere;
  readonly grantOere: Oere;
  readonly outcome: Outcome;
  readonly packet: PacketKind;
  /** Reason that goes to the applicant; required for rejection and partial award. */
  readonly reason: string;
}

export const packetKinds = ["chair", "deputy"] as const;
export type PacketKind = (typeof packetKinds)[number];

/** A part of the list that one person decides; the deputy's holds what the chair is recused for. */
export interface DecisionPacket {
  readonly kind: PacketKind;
  readonly deciderKey: Key;
  readonly totalOere: Oere;
  readonly decidedAt: Instant | undefined;
}

/** The ranked list that was put up for decision; the whole of it is committed before any packet is decided. */
export interface Recommendation {
  readonly key: Key;
  readonly roundKey: Key;
  readonly recommendedAt: Instant;
  readonly recommendedBy: Key;
  /** SHA-256 of the basis file in the closed library, which names each review and its version (law 5). */
  readonly basisSha256: string;
  /** What the round could grant when the list was put up, in øre; missing on lists from before it was kept. */
  readonly frameOere?: Oere | undefined;
  readonly lines: readonly RecommendationLine[];
  readonly packets: readonly DecisionPacket[];
}

/** A list that its decider sent back to the secretariat, and why. */
export interface SentBack {
  readonly recommendationKey: Key;
  readonly roundKey: Key;
  readonly recommendedAt: Instant;
  readonly recommendedBy: Key;
  readonly at: Instant;
  readonly by: Key;
  readonly reason: string;
}

export const awardSteps = ["decided", "accepted", "declined", "running", "report-received", "closed"] as const;
export type AwardStep = (typeof awardSteps)[number];

/** A decision in force for one application, and what has become of the money since. */
export interface Award {
  readonly applicationKey: Key;
  readonly number: string;
  readonly roundKey: Key;
  readonly outcome: Outcome;
  readonly amountOere: Oere;
  readonly reason: string;
  readonly decidedAt: Instant;
  readonly decidedBy: Key;
  readonly step: AwardStep;
  /** When the present step was committed. */
  readonly stepAt: Instant;
  /** Money given back after the accounts (000-22), else 0. */
  readonly returnedOere: Oere;
}

/** A grant pool: one record, so that every money act of the pool commits in one item (law 5). */
export interface GrantPool {
  readonly key: Key;
  readonly number: string;
  readonly title: string;
  readonly purpose: string;
  readonly eligibility: string;
  readonly allocation: BudgetAllocation;
  readonly appropriation: AppropriationBasis | undefined;
  readonly criteria: readonly Criterion[];
  readonly rounds: readonly FundingRound[];
  readonly moves: readonly FrameMove[];
  readonly recommendations: readonly Recommendation[];
  /** Lists that came back, oldest first; missing on pools from before a decider could send one back. */
  readonly sentBack?: readonly SentBack[] | undefined;
  readonly awards: readonly Award[];
  /** Fewest eligible reviewers per application (000-13). */
  readonly minimumReviewers: number;
  readonly closedAt: Instant | undefined;
  readonly log: RecordLog;
}
