import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { RecordLog } from "#domain/shared/log.ts";

/** Scale of every criterion: 1 = ringe … 5 = fremragende. */
export const scorePoints = [1, 2, 3, 4, 5] as const;
export type ScorePoint = (typeof scorePoints)[number];

export const supports = ["support", "support-partly", "do-not-support"] as const;
export type Support = (typeof supports)[number];

/** What a reviewer has typed so far; half a review is kept too (state "begun"). */
export interface ReviewAnswers {
  /** By criterion code; missing while not scored. */
  readonly scores: Readonly<Record<string, ScorePoint>>;
  /** By criterion code; required where the score is 1, 2 or 5. */
  readonly remarks: Readonly<Record<string, string>>;
  readonly support: Support | undefined;
  /** One overall reason. */
  readonly reason: string;
}

export const reviewStates = ["begun", "given", "recused"] as const;
export type ReviewState = (typeof reviewStates)[number];

/** One reviewer on one application; key = hash of round, application and reviewer. */
export interface Review {
  readonly key: Key;
  readonly poolKey: Key;
  readonly roundKey: Key;
  readonly applicationKey: Key;
  readonly reviewerKey: Key;
  readonly state: ReviewState;
  readonly answers: ReviewAnswers;
  readonly givenAt: Instant | undefined;
  /** Given after the recommendation: kept, but outside its basis. */
  readonly late: boolean;
  /** A declared conflict; own centre is computed, not declared. */
  readonly recusal: { readonly at: Instant; readonly reason: string } | undefined;
  readonly log: RecordLog;
}

export const emptyAnswers: ReviewAnswers = { scores: {}, remarks: {}, support: undefined, reason: "" };
