import type { Actor } from "#domain/organisation/actor.ts";
import type { Organisation } from "#domain/organisation/organisation.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { emptyLog } from "#domain/shared/log.ts";
import type { GrantApplication } from "./application.ts";
import { isSubmitted } from "./application-state.ts";
import { assignedReviewers } from "./assigned-reviewers.ts";
import type { FundingRound, GrantPool } from "./grant-pool.ts";
import { type Recusal, recusalOf } from "./recusal.ts";
import { emptyAnswers, type Review } from "./review.ts";
import { reviewKeyOf } from "./review-window.ts";

/** What an act of a reviewer rests on. */
export interface ReviewContext {
  readonly pool: GrantPool;
  readonly round: FundingRound;
  readonly application: GrantApplication;
  readonly organisation: Organisation;
  /** All reviews of the application; the actor's own is found among them. */
  readonly reviews: readonly Review[];
}

/** Why somebody has no review to write. */
export type ReviewerRefusal =
  | { readonly kind: "not-reviewer" }
  | { readonly kind: "recused"; readonly recusal: Recusal }
  /** Returned, withdrawn or not yet approved by its head. */
  | { readonly kind: "not-submitted" }
  | { readonly kind: "review-not-open-yet"; readonly opensAt: Instant };

/** What keeps the actor from reviewing the application: also what tells a screen whether to show the form. */
export function reviewerRefusal(state: ReviewContext, actor: Actor, now: Instant): ReviewerRefusal | undefined {
  const { application, organisation, reviews, round } = state;
  const isNamed = round.reviewerKeys.includes(actor.personKey) || round.substituteKey === actor.personKey;
  if (!isNamed) return { kind: "not-reviewer" };
  const person = { key: actor.personKey, centreKey: actor.centreKey };
  const recusal = recusalOf(person, application, organisation, reviews);
  if (recusal) return { kind: "recused", recusal };
  const { reviewerKeys } = assignedReviewers(application, round, organisation, reviews);
  if (!reviewerKeys.includes(actor.personKey)) return { kind: "not-reviewer" };
  if (!isSubmitted(application)) return { kind: "not-submitted" };
  if (now < round.closesAt) return { kind: "review-not-open-yet", opensAt: round.closesAt };
  return undefined;
}

/** The actor's review as stored, or the one that is about to be made. */
export function ownReview(state: Pick<ReviewContext, "application" | "reviews">, actor: Actor): Review {
  const { application, reviews } = state;
  const key = reviewKeyOf(application, actor.personKey);
  const stored = reviews.find((review) => review.key === key);
  return (
    stored ?? {
      key,
      poolKey: application.poolKey,
      roundKey: application.roundKey,
      applicationKey: application.key,
      reviewerKey: actor.personKey,
      state: "begun",
      answers: emptyAnswers,
      givenAt: undefined,
      late: false,
      recusal: undefined,
      log: emptyLog,
    }
  );
}
