import { findPerson, type Organisation } from "#domain/organisation/organisation.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { GrantApplication } from "./application.ts";
import type { FundingRound } from "./grant-pool.ts";
import { type Recusal, recusalOf } from "./recusal.ts";
import type { Review } from "./review.ts";

/** Who reviews an application, and who is out. */
export interface AssignedReviewers {
  /** Eligible regular reviewers in the round's order, then the substitute where one steps in. */
  readonly reviewerKeys: readonly Key[];
  /** Whether the substitute is among them. */
  readonly substituteStepsIn: boolean;
  readonly recusals: readonly { readonly personKey: Key; readonly recusal: Recusal }[];
}

/**
 * Who reviews an application (000-13): every regular reviewer who is not recused, and the substitute, unless recused
 * too, as soon as one regular is out. A regular who has left the municipality is out without a recusal.
 */
export function assignedReviewers(
  application: GrantApplication,
  round: FundingRound,
  organisation: Organisation,
  reviews: readonly Review[],
): AssignedReviewers {
  const recusals: { personKey: Key; recusal: Recusal }[] = [];
  const mayReview = (personKey: Key): boolean => {
    const person = findPerson(organisation, personKey);
    if (!person?.active) return false;
    const recusal = recusalOf(person, application, organisation, reviews);
    if (recusal) recusals.push({ personKey, recusal });
    return recusal === undefined;
  };
  const regular = round.reviewerKeys.filter(mayReview);
  const { substituteKey } = round;
  const isNeeded = substituteKey !== undefined && regular.length < round.reviewerKeys.length;
  const substituteStepsIn = isNeeded && mayReview(substituteKey);
  return {
    reviewerKeys: substituteStepsIn ? [...regular, substituteKey] : regular,
    substituteStepsIn,
    recusals,
  };
}
