import { assignedReviewers } from "#domain/grants/assigned-reviewers.ts";
import { recommendationOf } from "#domain/grants/pool-parts.ts";
import type { Review, ReviewState, ScorePoint, Support } from "#domain/grants/review.ts";
import type { ApplicationReviewing, ReviewProgress } from "#domain/grants/review-progress.ts";
import { criterionMeans, weightedScoreTenths } from "#domain/grants/weighted-score.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import { type PersonRefView, personRef } from "../organisation/organisation-now.ts";
import type { SeenApplication } from "./visible-application.ts";

export interface ReviewSummaryView {
  readonly reviewer?: PersonRefView;
  readonly state: "missing" | ReviewState;
  readonly recusalReason?: string;
  readonly scores?: Readonly<Record<string, ScorePoint>>;
  readonly remarks?: Readonly<Record<string, string>>;
  readonly support?: Support;
  readonly reason?: string;
}

export interface ScoreView {
  readonly scoreTenths: number;
  readonly means: Readonly<Record<string, number>>;
}

/** How far the reviewing of one application has come; undefined while it does not take part in the round. */
export function reviewingOf(progress: ReviewProgress, applicationKey: Key): ApplicationReviewing | undefined {
  return progress.byApplication.get(applicationKey);
}

/** Mean per criterion and weighted score, as put up for decision if it is, where the reader may see them. */
export function scoreView({ application, state, progress, sees }: SeenApplication): ScoreView | undefined {
  if (!sees.has("scores-all")) return undefined;
  const counted = reviewingOf(progress, application.key)?.counted ?? [];
  if (counted.length === 0) return undefined;
  const { criteria } = state.pool;
  const lines = recommendationOf(state.pool, application.roundKey)?.lines;
  const line = lines?.find((each) => each.applicationKey === application.key);
  return {
    scoreTenths: line?.scoreTenths ?? weightedScoreTenths(counted, criteria),
    means: criterionMeans(counted, criteria),
  };
}

/**
 * The reviews as the reader may see them: all with names, only the own one, or none (undefined). Scores and remarks of
 * others are shown once given, and only where the reader may see each (B10).
 */
export function reviewSummaries(seen: SeenApplication, actor: Actor): readonly ReviewSummaryView[] | undefined {
  const { application, progress, state, sees } = seen;
  const reviews = state.reviews.filter((review) => review.applicationKey === application.key);
  if (!sees.has("reviewer-names")) {
    if (!sees.has("scores-own")) return undefined;
    return reviews
      .filter((review) => review.reviewerKey === actor.personKey)
      .map((review) => summary(seen, review, true));
  }
  const { organisation } = state;
  const assigned =
    reviewingOf(progress, application.key) ?? assignedReviewers(application, state.round, organisation, reviews);
  const isFrozen = recommendationOf(state.pool, application.roundKey) !== undefined;
  const summaries = assigned.reviewerKeys.flatMap((key): readonly ReviewSummaryView[] => {
    const review = reviews.find((each) => each.reviewerKey === key);
    // Who steps in only after the list was put up for decision is not asked any more.
    if (review === undefined && isFrozen) return [];
    if (review === undefined) return [{ reviewer: personRef(organisation, key), state: "missing" }];
    return [summary(seen, review, key === actor.personKey && sees.has("scores-own"))];
  });
  if (!sees.has("recusals")) return summaries;
  const recused = assigned.recusals.map(({ personKey, recusal }): ReviewSummaryView => {
    const reason = recusal.kind === "declared" ? { recusalReason: recusal.reason } : {};
    return { reviewer: personRef(organisation, personKey), state: "recused", ...reason };
  });
  return [...summaries, ...recused];
}

function summary({ state, sees }: SeenApplication, review: Review, isOwn: boolean): ReviewSummaryView {
  const { scores, remarks, support, reason } = review.answers;
  const isGiven = review.state === "given";
  const withScores = isOwn || (isGiven && sees.has("scores-all"));
  const withRemarks = isOwn || (isGiven && sees.has("remarks"));
  return {
    reviewer: personRef(state.organisation, review.reviewerKey),
    state: review.state,
    ...(withScores ? { scores, ...(support === undefined ? {} : { support }) } : {}),
    ...(withRemarks ? { remarks, reason } : {}),
  };
}
