import type { ActionItem } from "#domain/action-plans/action-item.ts";
import type { GrantApplication } from "#domain/grants/application.ts";
import { liveAttempt } from "#domain/grants/attempts.ts";
import type { Draft } from "#domain/grants/draft.ts";
import type { GrantPool } from "#domain/grants/grant-pool.ts";
import { awardOf } from "#domain/grants/pool-parts.ts";
import type { Need } from "#domain/needs/need.ts";
import { type NeedStatus, needStatus } from "#domain/needs/need-status.ts";
import { type Instant, plusMillis } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";

/** What became of needs stands in other areas' records; looked up by key. */
export interface NeedSources {
  readonly draft: (key: Key) => Draft | undefined;
  /** Applications handed in from a draft. */
  readonly attempts: (draftKey: Key) => readonly GrantApplication[];
  readonly pool: (key: Key) => GrantPool | undefined;
  readonly actionItem: (key: Key) => ActionItem | undefined;
}

/**
 * How far an application from a need is, as the finder may know it: being written, handed in, withdrawn, and after the
 * decision whether it got money. Nothing of how it is assessed.
 */
export const needApplicationStates = ["draft", "sent", "withdrawn", "awarded", "rejected", "declined"] as const;
export type NeedApplicationState = (typeof needApplicationStates)[number];

export interface NeedProgress {
  readonly status: NeedStatus;
  readonly application?: {
    readonly state: NeedApplicationState;
    readonly since: Instant;
    readonly key: Key | undefined;
  };
  readonly actionItem?: Pick<ActionItem, "status" | "title" | "updatedAt">;
}

/** How long a decision can be taken back: nobody learns of it before (law 5). */
const UNDO_MS = 30_000;

/** Where a need stands, and how far what was made of it is. */
export function needProgress(need: Need, sources: NeedSources, now: Instant): NeedProgress {
  const { outcome } = need;
  const draft = outcome?.kind === "application" ? sources.draft(outcome.draftKey) : undefined;
  const status = needStatus(need, draft);
  if (status === "application" && outcome?.kind === "application") {
    return { status, application: applicationState(outcome.draftKey, draft, outcome.at, sources, now) };
  }
  const item = outcome?.kind === "action-item" ? sources.actionItem(outcome.actionItemKey) : undefined;
  if (item === undefined) return { status };
  return { status, actionItem: { status: item.status, title: item.title, updatedAt: item.updatedAt } };
}

function applicationState(
  draftKey: Key,
  draft: Draft | undefined,
  promotedAt: Instant,
  sources: NeedSources,
  now: Instant,
): NonNullable<NeedProgress["application"]> {
  const live = liveAttempt(sources.attempts(draftKey));
  if (live === undefined) return { state: "draft", since: draft?.createdAt ?? promotedAt, key: undefined };
  const { key } = live;
  const pool = sources.pool(live.poolKey);
  const award = pool && awardOf(pool, key);
  if (award !== undefined && plusMillis(award.decidedAt, UNDO_MS) <= now) {
    const granted = award.step === "declined" ? "declined" : "awarded";
    return { state: award.outcome === "rejection" ? "rejected" : granted, since: award.decidedAt, key };
  }
  if (live.withdrawnAt !== undefined) return { state: "withdrawn", since: live.withdrawnAt, key };
  return { state: "sent", since: live.pressedAt, key };
}
