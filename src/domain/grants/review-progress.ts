import type { Organisation } from "#domain/organisation/organisation.ts";
import { closingInstant, type Instant } from "#domain/shared/dates.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { GrantApplication } from "./application.ts";
import { awaitsHead, isOutstanding, isSubmitted } from "./application-state.ts";
import { approvalDeadline } from "./approval-deadline.ts";
import { type AssignedReviewers, assignedReviewers } from "./assigned-reviewers.ts";
import type { FundingRound, GrantPool, Recommendation } from "./grant-pool.ts";
import { recommendationOf } from "./pool-parts.ts";
import type { Review } from "./review.ts";

/** The records that reviewing rests on. */
export interface RoundState {
  readonly pool: GrantPool;
  readonly round: FundingRound;
  /** May hold other rounds' applications and reviews. */
  readonly applications: readonly GrantApplication[];
  readonly reviews: readonly Review[];
  readonly organisation: Organisation;
}

/** How far the reviewing of one application has come. */
export interface ApplicationReviewing extends AssignedReviewers {
  readonly application: GrantApplication;
  /** All reviews of the application, begun, late and recused ones too. */
  readonly reviews: readonly Review[];
  /** The reviews that make up its score: given by an assigned reviewer, or those the recommendation rests on. */
  readonly counted: readonly Review[];
  /** Assigned reviewers who have not given theirs. */
  readonly missing: readonly Key[];
  /** Fewer eligible reviewers than the pool asks for (000-13). */
  readonly isTooFew: boolean;
}

/** How far the reviewing of a round has come. */
export interface ReviewProgress {
  readonly applications: readonly ApplicationReviewing[];
  readonly byApplication: ReadonlyMap<Key, ApplicationReviewing>;
  readonly given: number;
  readonly expected: number;
  /** Applications that wait for their head, or came back with questions and have not come again. */
  readonly outstanding: readonly GrantApplication[];
  /** "Alle projekter vurderet" (000-17): no head and no review missing, enough reviewers, and something to decide. */
  readonly isComplete: boolean;
}

/** Counts a round's reviews: of submitted applications and assigned reviewers only. */
export function reviewProgress(state: RoundState): ReviewProgress {
  const { pool, round } = state;
  // Only who reviews is looked up, once per application: thousands of others would make a long list slow.
  const reviewers = [...round.reviewerKeys, round.substituteKey];
  const persons = state.organisation.persons.filter((person) => reviewers.includes(person.key));
  const organisation = { ...state.organisation, persons };
  const recommendation = recommendationOf(pool, round.key);
  const reviewsOf = groupBy(state.reviews, (review) => review.applicationKey);
  const applications = state.applications
    .filter((application) => application.roundKey === round.key && isSubmitted(application))
    .map((application): ApplicationReviewing => {
      const reviews = reviewsOf.get(application.key) ?? [];
      const assigned = assignedReviewers(application, round, organisation, reviews);
      if (recommendation) return frozenReviewing(application, assigned, reviews, recommendation, round);
      const counted = givenBy(assigned.reviewerKeys, reviews, undefined);
      const missing = assigned.reviewerKeys.filter((key) => !counted.some((review) => review.reviewerKey === key));
      const isTooFew = assigned.reviewerKeys.length < pool.minimumReviewers;
      return { ...assigned, application, reviews, counted, missing, isTooFew };
    });
  const given = applications.reduce((sum, each) => sum + each.counted.length, 0);
  const missing = applications.reduce((sum, each) => sum + each.missing.length, 0);
  const isShort = missing > 0 || applications.some((each) => each.isTooFew);
  const outstanding = state.applications.filter(
    (each) => each.roundKey === round.key && isOutstanding(each, state.applications),
  );
  return {
    applications,
    byApplication: new Map(applications.map((each) => [each.application.key, each])),
    given,
    expected: given + missing,
    outstanding,
    isComplete: applications.length > 0 && !isShort && !outstanding.some(awaitsHead),
  };
}

/** Whether a review belongs to the basis of the recommendation in force; without one every given review counts. */
export function reviewCounts(review: Review, recommendation: Recommendation | undefined): boolean {
  if (review.state !== "given" || review.givenAt === undefined) return false;
  return recommendation === undefined || (!review.late && review.givenAt <= recommendation.recommendedAt);
}

/** What may still join the round: no head's answer, or questions that may be answered until the deadline (000-12). */
export function undecidedApplications(
  round: FundingRound,
  { outstanding }: ReviewProgress,
  now: Instant,
): readonly GrantApplication[] {
  return now < approvalDeadline(round) ? outstanding : outstanding.filter(awaitsHead);
}

/**
 * Whether reviewers may see each other's scores: when the last day for reviews has passed, or the round's last review
 * is given and no further application can ask for one. Until then everybody scores blind.
 */
export function reviewsVisible(round: FundingRound, progress: ReviewProgress, now: Instant): boolean {
  if (now >= closingInstant(round.reviewBy)) return true;
  return progress.isComplete && undecidedApplications(round, progress, now).length === 0;
}

/**
 * The reviewing of what is put up for decision: it rests on the reviews given before, whoever is assigned today. Who has
 * left since, or moved to the applying centre, changes no score.
 */
function frozenReviewing(
  application: GrantApplication,
  assigned: AssignedReviewers,
  reviews: readonly Review[],
  recommendation: Recommendation,
  round: FundingRound,
): ApplicationReviewing {
  const { substituteKey } = round;
  const named = substituteKey === undefined ? round.reviewerKeys : [...round.reviewerKeys, substituteKey];
  const counted = givenBy(named, reviews, recommendation);
  const counts = (key: Key): boolean => counted.some((review) => review.reviewerKey === key);
  return {
    application,
    reviews,
    counted,
    reviewerKeys: named.filter((key) => counts(key) || assigned.reviewerKeys.includes(key)),
    missing: [],
    substituteStepsIn: substituteKey !== undefined && counts(substituteKey),
    recusals: assigned.recusals.filter(({ personKey }) => !counts(personKey)),
    isTooFew: false,
  };
}

/** The reviews of these that count, in their order. */
function givenBy(
  reviewerKeys: readonly Key[],
  reviews: readonly Review[],
  recommendation: Recommendation | undefined,
): readonly Review[] {
  return reviewerKeys.flatMap((key) =>
    reviews.filter((review) => review.reviewerKey === key && reviewCounts(review, recommendation)),
  );
}
