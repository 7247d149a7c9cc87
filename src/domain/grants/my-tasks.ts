import type { Actor } from "#domain/organisation/actor.ts";
import { findCentre } from "#domain/organisation/organisation.ts";
import { closingInstant, type Instant, plusDays } from "#domain/shared/dates.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import type { Oere } from "#domain/shared/money.ts";
import { answerDeadline, answerRefusal, isUnanswered } from "./answer-award.ts";
import type { GrantApplication } from "./application.ts";
import { approvalDeadline } from "./approval-deadline.ts";
import { approveRefusal } from "./approve-application.ts";
import { latestReturned, liveAttempt } from "./attempts.ts";
import { recommendationRefusal } from "./build-recommendation.ts";
import type { Draft } from "./draft.ts";
import { applicationAccess } from "./grant-access.ts";
import { type GrantRecordsWithDrafts, roundStates } from "./grant-records.ts";
import { awardOf, awardsOf, recommendationOf } from "./pool-parts.ts";
import { type ReviewProgress, type RoundState, reviewProgress } from "./review-progress.ts";
import { lastSentBack } from "./send-back-recommendation.ts";
import { isSecretariat } from "./who.ts";

/** What "Venter på dig" can hold. */
export const taskKinds = [
  "approve-application",
  "finish-draft",
  "answer-questions",
  "review",
  "recommend",
  "decide",
  "answer-award",
  "award-unanswered",
  "reviews-missing",
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Why it is the reader's: as what the reader is asked. */
export type TaskWhy =
  | "applicant"
  | "head"
  | "silent-head"
  | "reviewer"
  | "secretariat"
  | "sent-back"
  | "chair"
  | "deputy";

/** One thing that waits for the reader. */
export interface GrantTask {
  /** The same task has the same key on every run. */
  readonly key: Key;
  readonly kind: TaskKind;
  readonly why: TaskWhy;
  /** Whose it comes from: the applicant, the head who asks, who put the list up; nobody where it is one's own. */
  readonly fromKey: Key | undefined;
  /** The record to open: application or draft; the round for review, recommend and decide. */
  readonly subjectKey: Key;
  readonly poolKey: Key;
  readonly roundKey: Key;
  readonly roundName: string;
  /** Title of the application or draft; the round's name for tasks about a round. */
  readonly title: string;
  /** Number, e.g. "EF22-02", or "". */
  readonly number: string;
  readonly deadline: Instant;
  /** Reviews given of those assigned; 0 of 1 where nothing is counted. */
  readonly done: number;
  readonly total: number;
  /** The sum decided or offered. */
  readonly amountOere: Oere | undefined;
}

/** Everything that waits for the actor now, the most urgent first. Blind to every other person's work. */
export function myTasks(actor: Actor, records: GrantRecordsWithDrafts, now: Instant): readonly GrantTask[] {
  const byDraft = groupBy(records.applications, (application) => application.draftKey);
  const tasks = roundStates(records).flatMap((state) => {
    const progress = reviewProgress(state);
    const drafts = records.drafts.filter((draft) => draft.roundKey === state.round.key);
    return [
      ...drafts.flatMap((draft) => draftTask(draft, byDraft.get(draft.key) ?? [], state, actor, now)),
      ...state.applications.flatMap((application) => approveTask(application, state, actor, now)),
      ...state.applications.flatMap((application) => answerTask(application, state, actor, now)),
      ...state.applications.flatMap((application) => unansweredTask(application, progress, state, actor, now)),
      ...reviewTask(progress, state, actor, now),
      ...missingReviewsTask(progress, state, actor, now),
      ...recommendTask(progress, state, actor, now),
      ...decideTask(state, actor),
    ];
  });
  return tasks.toSorted((a, b) => {
    if (a.deadline !== b.deadline) return a.deadline < b.deadline ? -1 : 1;
    return a.key < b.key ? -1 : 1;
  });
}

type TaskParts = Pick<GrantTask, "kind" | "why" | "deadline"> &
  Partial<Pick<GrantTask, "subjectKey" | "title" | "number" | "done" | "total" | "amountOere" | "fromKey">>;

function task({ pool, round }: RoundState, actor: Actor, parts: TaskParts): GrantTask {
  const subjectKey = parts.subjectKey ?? round.key;
  return {
    key: keyOf("task", parts.kind, subjectKey, actor.personKey),
    fromKey: undefined,
    subjectKey,
    poolKey: pool.key,
    roundKey: round.key,
    roundName: round.name,
    title: round.name,
    number: "",
    done: 0,
    total: 1,
    amountOere: undefined,
    ...parts,
  };
}

/** A form to finish before the round closes, or questions to answer before the head's time is up. */
function draftTask(
  draft: Draft,
  attempts: readonly GrantApplication[],
  state: RoundState,
  actor: Actor,
  now: Instant,
): readonly GrantTask[] {
  if (draft.ownerKey !== actor.personKey || draft.discardedAt !== undefined || liveAttempt(attempts)) return [];
  if (recommendationOf(state.pool, state.round.key)) return [];
  const returned = latestReturned(attempts)?.returned;
  const isReturned = returned !== undefined;
  const deadline = isReturned ? approvalDeadline(state.round) : state.round.closesAt;
  if (now >= deadline) return [];
  const kind = isReturned ? "answer-questions" : "finish-draft";
  const { key: subjectKey, number, fields } = draft;
  const parts = { subjectKey, number, title: fields.title, fromKey: returned?.by };
  return [task(state, actor, { kind, why: "applicant", deadline, ...parts })];
}

function approveTask(
  application: GrantApplication,
  state: RoundState,
  actor: Actor,
  now: Instant,
): readonly GrantTask[] {
  const centre = findCentre(state.organisation, application.centreKey);
  if (approveRefusal({ application, pool: state.pool, round: state.round, centre }, actor, now)) return [];
  const why = centre?.headKey === actor.personKey && now < approvalDeadline(state.round) ? "head" : "silent-head";
  // The secretariat's choice is needed before the round can be put up for decision.
  const deadline = why === "head" ? approvalDeadline(state.round) : closingInstant(state.round.reviewBy);
  const parts = { ...subjectOf(application), fromKey: application.applicantKey };
  return [task(state, actor, { kind: "approve-application", why, deadline, ...parts })];
}

/** A partial award to accept or decline; a full one is the applicant's to accept too. */
function answerTask(
  application: GrantApplication,
  state: RoundState,
  actor: Actor,
  now: Instant,
): readonly GrantTask[] {
  const award = awardOf(state.pool, application.key);
  if (!award || award.outcome === "rejection" || application.applicantKey !== actor.personKey) return [];
  if (answerRefusal(state.pool, award, application, actor, now)) return [];
  const amountOere = award.amountOere;
  const deadline = answerDeadline(award);
  return [
    task(state, actor, { kind: "answer-award", why: "applicant", deadline, ...subjectOf(application), amountOere }),
  ];
}

/** An award nobody has answered in time: the secretariat asks, and records what is said (000-21). */
function unansweredTask(
  application: GrantApplication,
  progress: ReviewProgress,
  state: RoundState,
  actor: Actor,
  now: Instant,
): readonly GrantTask[] {
  const award = awardOf(state.pool, application.key);
  if (!award || !isSecretariat(actor) || !isUnanswered(award, now)) return [];
  // Who is recused has no part in it; the own one is asked for as the applicant's.
  const mayHandle = applicationAccess(actor, application, state, progress, now).has("notes");
  if (!mayHandle || application.applicantKey === actor.personKey) return [];
  const { amountOere } = award;
  const deadline = answerDeadline(award);
  const parts = { ...subjectOf(application), deadline, amountOere, fromKey: application.applicantKey };
  return [task(state, actor, { kind: "award-unanswered", why: "secretariat", ...parts })];
}

function reviewTask(progress: ReviewProgress, state: RoundState, actor: Actor, now: Instant): readonly GrantTask[] {
  if (now < state.round.closesAt || recommendationOf(state.pool, state.round.key)) return [];
  const own = progress.applications.filter((each) => each.reviewerKeys.includes(actor.personKey));
  const missing = own.filter((each) => each.missing.includes(actor.personKey));
  if (missing.length === 0) return [];
  const deadline = closingInstant(state.round.reviewBy);
  const counts = { done: own.length - missing.length, total: own.length };
  return [task(state, actor, { kind: "review", why: "reviewer", deadline, ...counts })];
}

/** How long before the last day of reviewing the secretariat is told what is missing, in days: time to ask, and no sooner. */
const daysToAskReviewers = 2;

/** Reviews that are missing when their day is near or over: the round waits for them, so the secretariat asks. */
function missingReviewsTask(
  progress: ReviewProgress,
  state: RoundState,
  actor: Actor,
  now: Instant,
): readonly GrantTask[] {
  const { pool, round } = state;
  const missing = progress.expected - progress.given;
  const from = closingInstant(plusDays(round.reviewBy, -daysToAskReviewers));
  const isNear = now >= round.closesAt && now >= from;
  const isPutUp = recommendationOf(pool, round.key) !== undefined || awardsOf(pool, round.key).length > 0;
  if (!isSecretariat(actor) || missing === 0 || !isNear || isPutUp) return [];
  const deadline = closingInstant(round.reviewBy);
  const counts = { done: progress.given, total: progress.expected };
  return [task(state, actor, { kind: "reviews-missing", why: "secretariat", deadline, ...counts })];
}

function recommendTask(progress: ReviewProgress, state: RoundState, actor: Actor, now: Instant): readonly GrantTask[] {
  if (recommendationRefusal(state, progress, actor, now)) return [];
  const deadline = closingInstant(state.round.decisionOn);
  const counts = { done: progress.given, total: progress.expected };
  const back = lastSentBack(state.pool, state.round.key);
  const why = back === undefined ? "secretariat" : "sent-back";
  return [task(state, actor, { kind: "recommend", why, fromKey: back?.by, deadline, ...counts })];
}

function decideTask(state: RoundState, actor: Actor): readonly GrantTask[] {
  const standing = recommendationOf(state.pool, state.round.key);
  if (!standing) return [];
  const parts = { deadline: closingInstant(state.round.decisionOn), fromKey: standing.recommendedBy };
  return standing.packets
    .filter((packet) => packet.decidedAt === undefined && packet.deciderKey === actor.personKey)
    .map((packet) => task(state, actor, { kind: "decide", why: packet.kind, ...parts, amountOere: packet.totalOere }));
}

function subjectOf(application: GrantApplication): Pick<GrantTask, "subjectKey" | "title" | "number"> {
  return { subjectKey: application.key, title: application.title, number: application.number };
}
