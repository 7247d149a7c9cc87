import { itemKeyOfApplication } from "#domain/action-plans/create-action-item.ts";
import { isToBeCarriedOut } from "#domain/action-plans/item-from-application.ts";
import { runsPlan } from "#domain/action-plans/plan-access.ts";
import { answerDeadline, isUnanswered } from "#domain/grants/answer-award.ts";
import type { ApplicationStatus, BudgetLine, GrantApplication } from "#domain/grants/application.ts";
import { isOut } from "#domain/grants/application-state.ts";
import { applicationStatus } from "#domain/grants/application-status.ts";
import { awardConditions } from "#domain/grants/award-conditions.ts";
import { contactPerson } from "#domain/grants/contact-person.ts";
import type { Award, AwardStep, Outcome } from "#domain/grants/grant-pool.ts";
import { letterAward } from "#domain/grants/letter-access.ts";
import { mayDo } from "#domain/grants/may-do.ts";
import { awardOf } from "#domain/grants/pool-parts.ts";
import type { RoundState } from "#domain/grants/review-progress.ts";
import { isOwn } from "#domain/grants/who.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { findCentre, findPerson } from "#domain/organisation/organisation.ts";
import type { Instant, PlainDate } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Language } from "#domain/shared/language.ts";
import { type Oere, oere } from "#domain/shared/money.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { programmeNow } from "../action-plans/plan-records-now.ts";
import { type ApplicationNoticeView, applicationNotices } from "../notices/application-notices.ts";
import { type PersonRefView, personRef } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { type TimelineEntryView, timeline } from "./application-timeline.ts";
import { type CriterionView, criterionViews } from "./pool-views.ts";
import { type ReviewSummaryView, reviewSummaries, type ScoreView, scoreView } from "./review-views.ts";
import { type SeenApplication, visibleApplication } from "./visible-application.ts";

export interface ApplicationPageView {
  /** Messages in Teams about it, where the actor may know of them. */
  readonly notices?: readonly ApplicationNoticeView[];
  readonly now: Instant;
  readonly key: Key;
  readonly number: string;
  readonly title: string;
  readonly status: ApplicationStatus;
  readonly roundKey: Key;
  readonly roundName: string;
  readonly poolTitle: string;
  readonly centreName: string;
  readonly applicant?: PersonRefView;
  readonly submittedAt: Instant;
  readonly approvedAt?: Instant;
  readonly focusArea: number;
  readonly requestedOere: Oere;
  readonly text?: ApplicationTextView;
  readonly questions?: string;
  readonly newerKey?: Key;
  readonly answer?: string;
  readonly decision?: DecisionView;
  readonly criteria: readonly CriterionView[];
  readonly score?: ScoreView;
  readonly reviews?: readonly ReviewSummaryView[];
  readonly timeline: readonly TimelineEntryView[];
  readonly ahead?: { readonly headName: string; readonly reviewBy: PlainDate; readonly decisionOn: PlainDate };
  readonly actionItem?: { readonly key: Key; readonly title: string };
  readonly mayBecomeItem?: boolean;
  readonly may: MayView;
  readonly draftKey?: Key;
}

interface ApplicationTextView {
  readonly description: string;
  readonly effect: string;
  readonly sdgs: readonly number[];
  readonly operation: string;
  readonly startDate?: PlainDate;
  readonly endDate?: PlainDate;
  readonly resubmissionOf: string;
  readonly budgetLines: readonly BudgetLine[];
  readonly ownContributionOere: Oere;
}

interface DecisionView {
  readonly outcome: Outcome;
  readonly amountOere: Oere;
  readonly decidedAt: Instant;
  readonly reason?: string;
  readonly hasLetter?: boolean;
  readonly step: AwardStep;
  readonly answerBy?: Instant;
  /** What one says yes to, in the reader's language. */
  readonly conditions?: readonly string[];
  /** The own award was not answered in time: when that was, and whom to write to. */
  readonly unanswered?: { readonly deadline: Instant; readonly contact?: PersonRefView };
}

interface MayView {
  readonly approve: boolean;
  readonly return: boolean;
  readonly withdraw: boolean;
  readonly review: boolean;
  readonly answerAward: boolean;
  readonly editDraft: boolean;
}

/** An application as the actor may see it: parts that are not hers to see are missing (B10). 0 Graph requests. */
export function applicationPage(
  deps: Deps,
  actor: Actor,
  key: Key,
  language: Language,
): Result<ApplicationPageView, StoreFailure> {
  const seen = visibleApplication(deps, actor, key);
  if (!seen.ok) return seen;
  const view = applicationView(deps, actor, seen.value.seen, language);
  const notices = applicationNotices(deps, actor, seen.value.seen.application);
  const newerKey = newerAttempt(deps, actor, seen.value.seen);
  const planned = inPlan(deps, actor, seen.value.seen);
  return ok({
    ...view,
    ...(notices.length === 0 ? {} : { notices }),
    ...(newerKey === undefined ? {} : { newerKey }),
    ...planned,
  });
}

/** The item it became; where there is none yet, whether the reader may make it one. */
function inPlan(
  deps: Deps,
  actor: Actor,
  { application, state }: SeenApplication,
): Pick<ApplicationPageView, "actionItem" | "mayBecomeItem"> {
  const item = deps.records.actionItems.byKey(itemKeyOfApplication(application.key))?.value;
  if (item !== undefined) return { actionItem: { key: item.key, title: item.title } };
  const isWanted = runsPlan(actor) && isToBeCarriedOut(awardOf(state.pool, application.key));
  return isWanted && programmeNow(deps) !== undefined ? { mayBecomeItem: true } : {};
}

/** The latest attempt after this one, where the reader may see it: links in old cards lead here. */
function newerAttempt(deps: Deps, actor: Actor, { application, state }: SeenApplication): Key | undefined {
  const newest = state.applications
    .filter(({ draftKey, attempt }) => draftKey === application.draftKey && attempt > application.attempt)
    .toSorted((a, b) => b.attempt - a.attempt)[0];
  return newest !== undefined && visibleApplication(deps, actor, newest.key).ok ? newest.key : undefined;
}

/** The view of an application that was found already. */
export function applicationView(
  deps: Pick<Deps, "clock">,
  actor: Actor,
  seen: SeenApplication,
  language: Language,
): ApplicationPageView {
  const now = deps.clock.now();
  const { application, sees, state } = seen;
  const { organisation, pool, round } = state;
  const showsText = sees.has("text");
  const decision = decisionView(seen, actor, now, language);
  const score = scoreView(seen);
  const reviews = reviewSummaries(seen, actor);
  return {
    now,
    key: application.key,
    number: application.number,
    title: application.title,
    status: applicationStatus(application, pool, now),
    roundKey: round.key,
    roundName: round.name,
    poolTitle: pool.title,
    centreName: findCentre(organisation, application.centreKey)?.name ?? "",
    ...(showsText ? { applicant: personRef(organisation, application.applicantKey) } : {}),
    submittedAt: application.pressedAt,
    ...(application.approval === undefined ? {} : { approvedAt: application.approval.at }),
    focusArea: application.focusArea,
    requestedOere: application.requestedOere,
    ...(showsText ? { text: textView(application, sees.has("money")) } : {}),
    ...(showsText && application.returned !== undefined ? { questions: application.returned.questions } : {}),
    ...(showsText && application.answer !== undefined ? { answer: application.answer } : {}),
    ...(decision === undefined ? {} : { decision }),
    criteria: criterionViews(pool.criteria, language),
    ...(score === undefined ? {} : { score }),
    ...(reviews === undefined ? {} : { reviews }),
    timeline: timeline(seen),
    ...ahead(seen, actor),
    may: may(seen, actor, now),
    ...(application.applicantKey === actor.personKey ? { draftKey: application.draftKey } : {}),
  };
}

/** What still happens to the own application, as its receipt says it: to be found again until it is decided or gone. */
function ahead({ application, state }: SeenApplication, actor: Actor): Pick<ApplicationPageView, "ahead"> {
  const { organisation, pool, round } = state;
  const isOver = isOut(application) || awardOf(pool, application.key) !== undefined;
  if (!isOwn(actor, application) || isOver) return {};
  const head = findCentre(organisation, application.centreKey)?.headKey;
  const headName = head === undefined ? "" : (findPerson(organisation, head)?.name ?? "");
  return { ahead: { headName, reviewBy: round.reviewBy, decisionOn: round.decisionOn } };
}

function textView(application: GrantApplication, withMoney: boolean): ApplicationTextView {
  const { description, effect, sdgs, operation, startDate, endDate, resubmissionOf } = application;
  const { budgetLines, ownContributionOere } = application;
  return {
    description,
    effect,
    sdgs,
    operation,
    ...(startDate === undefined ? {} : { startDate }),
    ...(endDate === undefined ? {} : { endDate }),
    resubmissionOf,
    budgetLines: withMoney ? budgetLines : [],
    ownContributionOere: withMoney ? ownContributionOere : oere(0),
  };
}

function decisionView(
  { application, state, sees }: SeenApplication,
  actor: Actor,
  now: Instant,
  language: Language,
): DecisionView | undefined {
  const award = awardOf(state.pool, application.key);
  if (award === undefined || !sees.has("overview")) return undefined;
  return {
    outcome: award.outcome,
    amountOere: award.amountOere,
    decidedAt: award.decidedAt,
    ...(sees.has("decision-reason") ? { reason: award.reason } : {}),
    ...(letterAward(actor, application, state, sees, now) === undefined ? {} : { hasLetter: true }),
    step: award.step,
    ...(mayDo(actor, "answer-award", application, state, now)
      ? { answerBy: answerDeadline(award), conditions: awardConditions(application, award.outcome, language) }
      : {}),
    ...(isOwn(actor, application) && isUnanswered(award, now) ? { unanswered: unansweredView(award, state) } : {}),
  };
}

function unansweredView(award: Award, { organisation }: RoundState): NonNullable<DecisionView["unanswered"]> {
  const person = contactPerson(organisation);
  const deadline = answerDeadline(award);
  return { deadline, ...(person === undefined ? {} : { contact: personRef(organisation, person.key) }) };
}

function may({ application, state }: SeenApplication, actor: Actor, now: Instant): MayView {
  const isOwn = application.applicantKey === actor.personKey;
  return {
    approve: mayDo(actor, "approve", application, state, now),
    return: mayDo(actor, "return", application, state, now),
    withdraw: mayDo(actor, "withdraw", application, state, now),
    review: mayDo(actor, "review", application, state, now),
    answerAward: mayDo(actor, "answer-award", application, state, now),
    editDraft: isOwn && application.returned !== undefined && application.withdrawnAt === undefined,
  };
}
