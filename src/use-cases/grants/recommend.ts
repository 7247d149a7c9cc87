import { basisOf } from "#domain/grants/basis.ts";
import {
  buildRecommendation,
  type RecommendationRefusal,
  type RecommendCommand,
} from "#domain/grants/build-recommendation.ts";
import type { GrantPool } from "#domain/grants/grant-pool.ts";
import { recommendationOf } from "#domain/grants/pool-parts.ts";
import { recommend as decide } from "#domain/grants/recommend.ts";
import { reviewProgress } from "#domain/grants/review-progress.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { auditedLog } from "../audit/audited-log.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { isRepeatedPress } from "../repeated-press.ts";
import { findPoolOfRound } from "./pool-views.ts";
import { roundState } from "./round-state.ts";
import { setAsideCrossed } from "./set-aside-review.ts";

export interface Recommend {
  readonly commandKey: Key;
  readonly roundKey: Key;
  readonly offerPartial: boolean;
  /** By application key, only what is not saved; an empty one asks for the proposed wording. */
  readonly reasons: Readonly<Record<string, string>>;
  /** By application key, the drafts from the reviewers' remarks as they were read. */
  readonly drafts?: RecommendCommand["drafts"];
}

export type RecommendRoundRefusal =
  | RecommendationRefusal
  | { readonly kind: "already-recommended"; readonly by: Key | "system"; readonly at: Instant };

const MOST_ATTEMPTS = 4;

/**
 * Puts a round's ranked list up for decision: brings pools, applications and reviews up to date, stores the basis file
 * (inert until named) and then commits the list in the pool, which closes reviewing. When the pool moved meanwhile the
 * whole list is made anew, since its frame may be another.
 */
export async function recommend(
  deps: Deps,
  actor: Actor,
  command: Recommend,
): Promise<Result<GrantPool, RecommendRoundRefusal | StoreFailure>> {
  for (let attempt = 1; ; attempt += 1) {
    const upToDate = await deps.records.refresh(["pools", "applications", "reviews"]);
    if (!upToDate.ok) return upToDate;
    const tried = await recommendOnce(deps, actor, command);
    if (tried.ok || tried.refusal.kind !== "conflict" || attempt === MOST_ATTEMPTS) return tried;
  }
}

async function recommendOnce(
  deps: Deps,
  actor: Actor,
  command: Recommend,
): Promise<Result<GrantPool, RecommendRoundRefusal | StoreFailure>> {
  const { records, basis, clock } = deps;
  const found = findPoolOfRound(deps, command.roundKey);
  if (found === undefined) return refuse(notFound);
  const { value: pool, version } = found.pool;
  if (isRepeatedPress(pool.log, command, actor)) return ok(pool);
  const state = roundState(deps, pool, found.round);
  const now = clock.now();
  const proposal = buildRecommendation(state, command, actor, now);
  if (!proposal.ok) return proposal;
  const versionOf = (key: string): string => records.reviews.byKey(key as Key)?.version ?? "";
  const { sha256: basisSha256, text } = basisOf(proposal.value, reviewProgress(state), versionOf);
  const stored = await basis.put(basisSha256, text);
  if (!stored.ok) return stored;
  const decided = decide(pool, { commandKey: command.commandKey, proposal: proposal.value, basisSha256 }, actor, now);
  if (!decided.ok) return decided;
  const trimmed = { ...decided.value, log: auditedLog(records, pool.key, decided.value.log) };
  const saved = await records.pools.save(trimmed, version);
  if (saved.ok) {
    const put = recommendationOf(saved.value.value, command.roundKey);
    // A failure here takes nothing back: the list is put up.
    if (put !== undefined) await setAsideCrossed(deps, actor, command, state.reviews, put);
    return ok(saved.value.value);
  }
  // The next attempt decides on what is stored now, read from Graph itself.
  if (saved.refusal.kind === "conflict") await records.pools.read(pool.key);
  return saved;
}
