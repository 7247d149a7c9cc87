import type { ApplicationStatus, GrantApplication } from "#domain/grants/application.ts";
import { applicationStatus } from "#domain/grants/application-status.ts";
import { liveAttempt } from "#domain/grants/attempts.ts";
import { contactPerson } from "#domain/grants/contact-person.ts";
import { applicationAccess } from "#domain/grants/grant-access.ts";
import type { FundingRound } from "#domain/grants/grant-pool.ts";
import { mayDoInRound } from "#domain/grants/may-do.ts";
import { awardOf } from "#domain/grants/pool-parts.ts";
import { type ReviewProgress, type RoundState, reviewProgress } from "#domain/grants/review-progress.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { findCentre } from "#domain/organisation/organisation.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Language } from "#domain/shared/language.ts";
import type { Oere } from "#domain/shared/money.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { type PersonRefView, personRef } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { compareNumbers } from "./compare-numbers.ts";
import { attemptsOf } from "./draft-parts.ts";
import {
  type CriterionView,
  criterionViews,
  findPoolOfRound,
  type PoolSummaryView,
  poolContext,
  poolSummary,
  type RoundSummaryView,
  roundSummary,
} from "./pool-views.ts";
import { roundState } from "./round-state.ts";

export interface ApplicationRowView {
  readonly key: Key;
  readonly number: string;
  readonly title: string;
  readonly centreName: string;
  readonly focusArea: number;
  readonly requestedOere: Oere;
  readonly status: ApplicationStatus;
  readonly grantedOere?: Oere;
  readonly submittedAt: Instant;
}

export interface RoundPageView {
  readonly now: Instant;
  readonly round: RoundSummaryView;
  readonly pool: PoolSummaryView;
  readonly criteria: readonly CriterionView[];
  readonly applications: readonly ApplicationRowView[];
  readonly applicationsHidden: boolean;
  readonly myDraftKey?: Key;
  readonly contact?: PersonRefView;
  readonly may: { readonly apply: boolean; readonly review: boolean; readonly rank: boolean; readonly decide: boolean };
}

/** A round with the applications the reader may know of, by number. 0 Graph requests. */
export function roundPage(
  deps: Deps,
  actor: Actor,
  roundKey: Key,
  language: Language,
): Result<RoundPageView, StoreFailure> {
  const found = findPoolOfRound(deps, roundKey);
  if (found === undefined) return refuse(notFound);
  const { round } = found;
  const pool = found.pool.value;
  const now = deps.clock.now();
  const state = roundState(deps, pool, round);
  const progress = reviewProgress(state);
  const context = poolContext(deps, actor, pool);
  const rows = state.applications.filter((each) => isSeen(actor, each, state, progress, now));
  const myDraftKey = ownDraftKey(deps, actor, round);
  const contact = contactOf(state);
  return ok({
    now,
    round: roundSummary(context, round),
    pool: poolSummary(context),
    criteria: criterionViews(pool.criteria, language),
    applications: rows.sort(compareNumbers).map((each) => rowView(each, state, now)),
    applicationsHidden: rows.length < state.applications.length,
    ...(myDraftKey === undefined ? {} : { myDraftKey }),
    ...(contact === undefined ? {} : { contact }),
    may: {
      apply: mayDoInRound(actor, "apply", state, progress, now),
      review: reviewsHere(round, actor) && now >= round.closesAt,
      rank: mayDoInRound(actor, "see-ranking", state, progress, now),
      decide:
        mayDoInRound(actor, "decide-chair", state, progress, now) ||
        mayDoInRound(actor, "decide-deputy", state, progress, now),
    },
  });
}

function isSeen(
  actor: Actor,
  application: GrantApplication,
  state: RoundState,
  progress: ReviewProgress,
  now: Instant,
): boolean {
  return applicationAccess(actor, application, state, progress, now).has("overview");
}

function rowView(application: GrantApplication, state: RoundState, now: Instant): ApplicationRowView {
  const award = awardOf(state.pool, application.key);
  return {
    key: application.key,
    number: application.number,
    title: application.title,
    centreName: findCentre(state.organisation, application.centreKey)?.shortName ?? "",
    focusArea: application.focusArea,
    requestedOere: application.requestedOere,
    status: applicationStatus(application, state.pool, now),
    ...(award === undefined ? {} : { grantedOere: award.amountOere }),
    submittedAt: application.pressedAt,
  };
}

/** Whether the actor is among the round's reviewers, or their substitute. */
export function reviewsHere(round: FundingRound, actor: Actor): boolean {
  return round.reviewerKeys.includes(actor.personKey) || round.substituteKey === actor.personKey;
}

/** The actor's form in the round that can still be written in. */
export function ownDraftKey(deps: Deps, actor: Actor, round: FundingRound): Key | undefined {
  return deps.records.drafts
    .all()
    .find(
      ({ value }) =>
        value.roundKey === round.key &&
        value.ownerKey === actor.personKey &&
        value.discardedAt === undefined &&
        liveAttempt(attemptsOf(deps, value.key)) === undefined,
    )?.value.key;
}

/** Who answers questions: the pool secretariat. */
function contactOf({ organisation }: RoundState): PersonRefView | undefined {
  const person = contactPerson(organisation);
  return person === undefined ? undefined : personRef(organisation, person.key);
}
