import type { GrantApplication } from "#domain/grants/application.ts";
import { isSubmitted } from "#domain/grants/application-state.ts";
import { applicationStatus } from "#domain/grants/application-status.ts";
import { assignedReviewers } from "#domain/grants/assigned-reviewers.ts";
import { checkReview } from "#domain/grants/check-review.ts";
import { takesPart } from "#domain/grants/declare-recusal.ts";
import { applicationAccess } from "#domain/grants/grant-access.ts";
import { type Recusal, recusalOf } from "#domain/grants/recusal.ts";
import { emptyAnswers, type Review, type ReviewAnswers, type ReviewState } from "#domain/grants/review.ts";
import { type ReviewProgress, type RoundState, reviewProgress } from "#domain/grants/review-progress.ts";
import { reviewIsOpen } from "#domain/grants/review-window.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { findCentre } from "#domain/organisation/organisation.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Language } from "#domain/shared/language.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { type ApplicationPageView, applicationView } from "./application-page.ts";
import { applicationParts } from "./application-parts.ts";
import { compareNumbers } from "./compare-numbers.ts";
import {
  type CriterionView,
  criterionViews,
  findPoolOfRound,
  poolContext,
  type RoundSummaryView,
  roundSummary,
} from "./pool-views.ts";
import { roundState } from "./round-state.ts";

export interface ReviewItemView {
  /** Key and number only, where the reviewer is out of the application and may not read its row. */
  readonly application: ApplicationPageView | Pick<ApplicationPageView, "key" | "number">;
  readonly state: "missing" | ReviewState;
  readonly recusal?: { readonly kind: Recusal["kind"]; readonly reason: string };
  readonly answers: ReviewAnswers;
  readonly problems: readonly FieldProblem[];
  readonly savedAt?: Instant;
}

export interface ReviewWalkView {
  readonly now: Instant;
  readonly round: RoundSummaryView;
  readonly criteria: readonly CriterionView[];
  readonly items: readonly ReviewItemView[];
  readonly given: number;
  readonly total: number;
  readonly open: boolean;
}

/**
 * The reviewer's own walk through a round: what is to be reviewed, and the applications the reviewer is out of, listed
 * without text; with their number only where the reviewer may not read the row (B10). Only for those named in the round. 0 Graph requests.
 */
export function reviewWalk(
  deps: Deps,
  actor: Actor,
  roundKey: Key,
  language: Language,
): Result<ReviewWalkView, StoreFailure> {
  const found = findPoolOfRound(deps, roundKey);
  if (found === undefined || !isNamed(found.round, actor)) return refuse(notFound);
  const { round } = found;
  const pool = found.pool.value;
  const state = roundState(deps, pool, round);
  const progress = reviewProgress(state);
  const now = deps.clock.now();
  // Nobody reads applications as a reviewer while others may still apply.
  const submitted = now < round.closesAt ? [] : state.applications.filter(isSubmitted);
  const items = submitted
    .toSorted(compareNumbers)
    .flatMap((application) => itemOf(deps, state, application, progress, actor, language) ?? []);
  const assigned = items.filter((item) => item.state !== "recused");
  return ok({
    now,
    round: roundSummary(poolContext(deps, actor, pool), round),
    criteria: criterionViews(pool.criteria, language),
    items,
    given: assigned.filter((item) => item.state === "given").length,
    total: assigned.length,
    open: state.applications.some((application) => reviewIsOpen(application, round, pool, now)),
  });
}

/** One application of the walk, e.g. after it was saved or the actor (an adviser or decider too) stepped out of it. */
export function reviewItem(
  deps: Deps,
  actor: Actor,
  applicationKey: Key,
  language: Language,
): Result<ReviewItemView, StoreFailure> {
  const parts = applicationParts(deps, applicationKey);
  if (!parts.ok) return parts;
  const { application, pool, round } = parts.value;
  const state = roundState(deps, pool.value, round);
  const progress = reviewProgress(state);
  const item = itemOf(deps, state, application.value, progress, actor, language);
  const isTheirs = isNamed(round, actor) || (item?.state === "recused" && takesPart(round, actor));
  return item === undefined || !isTheirs ? refuse(notFound) : ok(item);
}

function isNamed(round: RoundState["round"], actor: Actor): boolean {
  return round.reviewerKeys.includes(actor.personKey) || round.substituteKey === actor.personKey;
}

/** The item, or undefined where the actor has no part in the application (a substitute who does not step in). */
function itemOf(
  deps: Deps,
  state: RoundState,
  application: GrantApplication,
  progress: ReviewProgress,
  actor: Actor,
  language: Language,
): ReviewItemView | undefined {
  const reviews = state.reviews.filter((review) => review.applicationKey === application.key);
  const own = reviews.find((review) => review.reviewerKey === actor.personKey);
  const person = { key: actor.personKey, centreKey: actor.centreKey };
  const recusal = recusalOf(person, application, state.organisation, reviews);
  const sees = applicationAccess(actor, application, state, progress, deps.clock.now());
  if (recusal !== undefined) {
    const { key, number } = application;
    const row = sees.has("overview") ? overviewOf(deps, state, application, language) : { key, number };
    return recusedItem(row, recusal);
  }
  const { reviewerKeys } = assignedReviewers(application, state.round, state.organisation, reviews);
  if (!reviewerKeys.includes(actor.personKey)) return undefined;
  const answers = own?.answers ?? emptyAnswers;
  return {
    application: applicationView(deps, actor, { application, state, progress, sees }, language),
    state: own?.state ?? "missing",
    answers,
    problems: checkReview(answers, state.pool.criteria),
    ...savedAt(own),
  };
}

function recusedItem(application: ReviewItemView["application"], recusal: Recusal): ReviewItemView {
  const reason = recusal.kind === "declared" ? recusal.reason : "";
  return {
    application,
    state: "recused",
    recusal: { kind: recusal.kind, reason },
    answers: emptyAnswers,
    problems: [],
  };
}

/** The application's row as it stands in the open site: no text, no persons, nothing to press. */
function overviewOf(
  deps: Deps,
  state: RoundState,
  application: GrantApplication,
  language: Language,
): ApplicationPageView {
  const now = deps.clock.now();
  return {
    now,
    key: application.key,
    number: application.number,
    title: application.title,
    status: applicationStatus(application, state.pool, now),
    roundKey: state.round.key,
    roundName: state.round.name,
    poolTitle: state.pool.title,
    centreName: findCentre(state.organisation, application.centreKey)?.name ?? "",
    submittedAt: application.pressedAt,
    focusArea: application.focusArea,
    requestedOere: application.requestedOere,
    criteria: criterionViews(state.pool.criteria, language),
    timeline: [],
    may: { approve: false, return: false, withdraw: false, review: false, answerAward: false, editDraft: false },
  };
}

function savedAt(review: Review | undefined): { savedAt?: Instant } {
  // Half a review keeps no time of its own, and lines leave the log once they are audited.
  return review?.givenAt === undefined ? {} : { savedAt: review.givenAt };
}
