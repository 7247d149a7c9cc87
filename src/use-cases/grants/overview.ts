import type { ApplicationStatus } from "#domain/grants/application.ts";
import { applicationStatus } from "#domain/grants/application-status.ts";
import { liveAttempt } from "#domain/grants/attempts.ts";
import { draftSums } from "#domain/grants/draft-amounts.ts";
import { findRound } from "#domain/grants/pool-parts.ts";
import { isSecretariat } from "#domain/grants/who.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Oere } from "#domain/shared/money.ts";
import { type PlanTaskView, planTasks } from "../action-plans/plan-tasks.ts";
import { type ConsultationTaskView, consultationTasks } from "../consultations/consultation-tasks.ts";
import type { Deps } from "../ports/deps.ts";
import { attemptsOf } from "./draft-parts.ts";
import { type PoolSummaryView, poolContext, poolSummary } from "./pool-views.ts";
import { type TaskView, tasksOf } from "./tasks.ts";

export interface OwnWorkView {
  readonly key: Key;
  readonly kind: "draft" | "application";
  readonly number: string;
  readonly title: string;
  readonly roundName: string;
  readonly status: ApplicationStatus;
  readonly amountOere?: Oere;
  readonly savedAt: Instant;
  readonly link: string;
}

export interface OverviewView {
  readonly now: Instant;
  readonly tasks: readonly (TaskView | ConsultationTaskView | PlanTaskView)[];
  readonly pools: readonly PoolSummaryView[];
  readonly mine: readonly OwnWorkView[];
  readonly may: { readonly createPool: boolean };
}

/** What waits for the actor, all pools, and the actor's own forms and applications, newest first. 0 Graph requests. */
export function overview(deps: Deps, actor: Actor): OverviewView {
  const pools = deps.records.pools.all().map(({ value }) => value);
  const mine = [...ownDrafts(deps, actor), ...ownApplications(deps, actor)];
  return {
    now: deps.clock.now(),
    tasks: tasksNow(deps, actor),
    pools: pools
      .toSorted((a, b) => b.allocation.year - a.allocation.year)
      .map((pool) => poolSummary(poolContext(deps, actor, pool)))
      .toSorted((a, b) => Number(hasOpenRound(b)) - Number(hasOpenRound(a))),
    may: { createPool: isSecretariat(actor) },
    mine: mine.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1)),
  };
}

/** Pools that can be applied to stand first. */
function hasOpenRound({ rounds }: PoolSummaryView): boolean {
  return rounds.some(({ status }) => status === "open");
}

/** The nearest deadline first, what has none last. */
function tasksNow(deps: Deps, actor: Actor): OverviewView["tasks"] {
  const tasks = [...tasksOf(deps, actor), ...consultationTasks(deps, actor), ...planTasks(deps, actor)];
  const when = ({ deadline }: OverviewView["tasks"][number]): string => deadline ?? "9";
  return tasks.toSorted((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0));
}

function ownDrafts(deps: Deps, actor: Actor): readonly OwnWorkView[] {
  const found: OwnWorkView[] = [];
  for (const { value: draft } of deps.records.drafts.all()) {
    if (draft.ownerKey !== actor.personKey || draft.discardedAt !== undefined) continue;
    const attempts = attemptsOf(deps, draft.key);
    if (liveAttempt(attempts) !== undefined) continue;
    const { requestedOere } = draftSums(draft.fields);
    found.push({
      key: draft.key,
      kind: "draft",
      number: draft.number,
      title: draft.fields.title,
      roundName: roundNameOf(deps, draft.poolKey, draft.roundKey),
      status: attempts.length > 0 ? "returned" : "draft",
      ...(requestedOere > 0 ? { amountOere: requestedOere } : {}),
      savedAt: draft.savedAt,
      link: `/drafts/${draft.key}`,
    });
  }
  return found;
}

function ownApplications(deps: Deps, actor: Actor): readonly OwnWorkView[] {
  const found: OwnWorkView[] = [];
  for (const { value: application } of deps.records.applications.all()) {
    // A returned attempt lives on as the draft it came from.
    if (application.applicantKey !== actor.personKey || application.returned !== undefined) continue;
    const pool = deps.records.pools.byKey(application.poolKey)?.value;
    if (pool === undefined) continue;
    found.push({
      key: application.key,
      kind: "application",
      number: application.number,
      title: application.title,
      roundName: roundNameOf(deps, application.poolKey, application.roundKey),
      status: applicationStatus(application, pool, deps.clock.now()),
      amountOere: application.requestedOere,
      savedAt: application.pressedAt,
      link: `/applications/${application.key}`,
    });
  }
  return found;
}

function roundNameOf({ records }: Deps, poolKey: Key, roundKey: Key): string {
  const pool = records.pools.byKey(poolKey)?.value;
  return (pool && findRound(pool, roundKey)?.name) ?? "";
}
