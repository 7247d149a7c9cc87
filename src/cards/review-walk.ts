import type { GrantApplication } from "#domain/grants/application.ts";
import type { Recommendation } from "#domain/grants/grant-pool.ts";
import { recommendationOf } from "#domain/grants/pool-parts.ts";
import type { Review } from "#domain/grants/review.ts";
import { type RoundState, reviewProgress } from "#domain/grants/review-progress.ts";
import type { Key } from "#domain/shared/keys.ts";
import { compareDanish } from "#domain/shared/plain-text.ts";

/** One application on a reviewer's way. */
export interface WalkItem {
  readonly application: GrantApplication;
  /** The reviewer's own, as stored. */
  readonly review: Review | undefined;
  readonly state: "missing" | "begun" | "given";
}

/** What one reviewer goes through in one round, in the order of the numbers; recused ones are no part of it. */
export interface ReviewWalk {
  readonly state: RoundState;
  readonly items: readonly WalkItem[];
  readonly given: number;
  /** Reviewing is closed once the round is put up for decision. */
  readonly recommendation: Recommendation | undefined;
}

/** The walk of a reviewer, or of the substitute where one steps in. */
export function reviewWalk(state: RoundState, reviewerKey: Key): ReviewWalk {
  const items = reviewProgress(state)
    .applications.filter(({ reviewerKeys }) => reviewerKeys.includes(reviewerKey))
    .map(({ application, reviews }): WalkItem => {
      const review = reviews.find((each) => each.reviewerKey === reviewerKey);
      return { application, review, state: stateOf(review) };
    })
    .toSorted((a, b) => compareDanish(a.application.number, b.application.number));
  return {
    state,
    items,
    given: items.filter((item) => item.state === "given").length,
    recommendation: recommendationOf(state.pool, state.round.key),
  };
}

/** The item of that application. */
export function itemOf(walk: ReviewWalk, applicationKey: Key): WalkItem | undefined {
  return walk.items.find(({ application }) => application.key === applicationKey);
}

/** Where a reviewer begins or goes on: the first that is not given. */
export function firstMissing(walk: ReviewWalk): WalkItem | undefined {
  return walk.items.find((item) => item.state !== "given");
}

/** The next that is not given after that number; undefined at the end of the way. */
export function nextMissing(walk: ReviewWalk, afterNumber: string): WalkItem | undefined {
  return walk.items.find((item) => item.state !== "given" && compareDanish(item.application.number, afterNumber) > 0);
}

/** The one before that number, given or not; undefined before the first. */
export function previousItem(walk: ReviewWalk, beforeNumber: string): WalkItem | undefined {
  return walk.items.findLast(({ application }) => compareDanish(application.number, beforeNumber) < 0);
}

function stateOf(review: Review | undefined): WalkItem["state"] {
  if (review?.state === "given") return "given";
  return review === undefined ? "missing" : "begun";
}
