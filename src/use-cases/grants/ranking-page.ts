import { recommendationRefusal } from "#domain/grants/build-recommendation.ts";
import type { PacketKind, Recommendation } from "#domain/grants/grant-pool.ts";
import type { OptimumChange } from "#domain/grants/optimise.ts";
import { recommendationOf } from "#domain/grants/pool-parts.ts";
import { maySeeRanking } from "#domain/grants/ranking-access.ts";
import { type RoundState, reviewProgress } from "#domain/grants/review-progress.ts";
import { lastSentBack, maySeeSentBack, sendBackRefusal } from "#domain/grants/send-back-recommendation.ts";
import { withdrawRecommendationRefusal } from "#domain/grants/withdraw-recommendation.ts";
import { lettersLeaveAt } from "#domain/notices/project-notices.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Language } from "#domain/shared/language.ts";
import { type Oere, subtractOere, sumOere } from "#domain/shared/money.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { type PersonRefView, personRef } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
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
import { optimumView } from "./ranking-optimum.ts";
import { type RankingRowView, type RankingSource, rankingRows, rankingSource } from "./ranking-rows.ts";
import { roundState } from "./round-state.ts";

export interface PacketView {
  readonly kind: PacketKind;
  readonly decider: PersonRefView;
  readonly count: number;
  readonly totalOere?: Oere;
  readonly decidedAt?: Instant;
  /** Until when the reader may take the decision back. */
  readonly undoUntil?: Instant;
  readonly mayDecide: boolean;
}

export interface RankingPageView {
  readonly now: Instant;
  readonly round: RoundSummaryView;
  readonly pool: PoolSummaryView;
  readonly criteria: readonly CriterionView[];
  readonly rows: readonly RankingRowView[];
  readonly frameOere: Oere;
  readonly supportedOere: Oere;
  readonly restOere?: Oere;
  readonly keptCount?: number;
  readonly complete: boolean;
  readonly missingReviews: number;
  /** How many the round names as reviewers. */
  readonly reviewerCount: number;
  readonly partialCandidate?: { readonly applicationKey: Key; readonly restOere: Oere };
  readonly recommendation?: {
    readonly key: Key;
    readonly recommendedAt: Instant;
    readonly recommendedBy: PersonRefView;
    readonly packets: readonly PacketView[];
    readonly mayWithdraw: boolean;
    readonly maySendBack: boolean;
  };
  readonly sentBack?: { readonly by: PersonRefView; readonly at: Instant; readonly reason?: string };
  readonly mayRecommend: boolean;
  readonly optimum?: OptimumChange;
}

/**
 * The ranked list against the frame, live until it is put up for decision and frozen from then on. Lines the reader is
 * recused for are missing, and so is what would tell their result: until they are decided the sums hold the other lines
 * only, and no rest is named. 0 Graph requests.
 */
export function rankingPage(
  deps: Deps,
  actor: Actor,
  roundKey: Key,
  language: Language,
): Result<RankingPageView, StoreFailure> {
  const found = findPoolOfRound(deps, roundKey);
  if (found === undefined) return refuse(notFound);
  const { round } = found;
  const pool = found.pool.value;
  const now = deps.clock.now();
  const state = roundState(deps, pool, round);
  const progress = reviewProgress(state);
  if (!maySeeRanking(actor, state, progress, now)) return refuse(notFound);
  const recommendation = recommendationOf(pool, roundKey);
  const source = rankingSource(actor, state, progress, recommendation, now);
  const { ranked, frameOere } = source;
  const { keptCount } = source;
  const counted = ranked.filter((line) => keptCount === 0 || !source.sight.recusedFor.has(line.application.key));
  const supportedOere = sumOere(counted.map((line) => line.grantOere));
  const restOere = subtractOere(frameOere, supportedOere);
  const candidate = source.offered?.find((line) => line.cut === "partial-offered");
  const optimum = optimumView(source);
  const context = poolContext(deps, actor, pool);
  return ok({
    now,
    round: roundSummary(context, round),
    pool: poolSummary(context),
    criteria: criterionViews(pool.criteria, language),
    rows: rankingRows(source),
    frameOere,
    supportedOere,
    ...(keptCount === 0 ? { restOere } : { keptCount }),
    complete: progress.isComplete,
    missingReviews: progress.expected - progress.given,
    reviewerCount: round.reviewerKeys.length,
    ...(candidate === undefined ? {} : { partialCandidate: { applicationKey: candidate.application.key, restOere } }),
    ...(recommendation === undefined ? {} : { recommendation: recommendationView(source, recommendation) }),
    ...sentBackView(actor, state),
    mayRecommend: recommendationRefusal(state, progress, actor, now) === undefined,
    ...(optimum === undefined ? {} : { optimum }),
  });
}

function recommendationView(
  { actor, now, state, sight }: RankingSource,
  { key, roundKey, recommendedAt, recommendedBy, packets, lines }: Recommendation,
): NonNullable<RankingPageView["recommendation"]> {
  const { organisation } = state;
  const isKept = (kind: PacketKind, deciderKey: Key): boolean =>
    deciderKey !== actor.personKey &&
    lines.some((line) => line.packet === kind && sight.recusedFor.has(line.applicationKey));
  return {
    key,
    recommendedAt,
    recommendedBy: personRef(organisation, recommendedBy),
    packets: packets.map(({ kind, deciderKey, totalOere, decidedAt }) => ({
      kind,
      decider: personRef(organisation, deciderKey),
      count: lines.filter((line) => line.packet === kind).length,
      ...(isKept(kind, deciderKey) ? {} : { totalOere }),
      ...(decidedAt === undefined ? {} : { decidedAt }),
      ...(decidedAt !== undefined && deciderKey === actor.personKey && now < lettersLeaveAt(decidedAt)
        ? { undoUntil: lettersLeaveAt(decidedAt) }
        : {}),
      mayDecide: decidedAt === undefined && deciderKey === actor.personKey,
    })),
    mayWithdraw: withdrawRecommendationRefusal(state.pool, roundKey, actor) === undefined,
    maySendBack: sendBackRefusal(state.pool, roundKey, actor) === undefined,
  };
}

function sentBackView(actor: Actor, state: RoundState): Pick<RankingPageView, "sentBack"> {
  const last = lastSentBack(state.pool, state.round.key);
  if (last === undefined) return {};
  const reason = maySeeSentBack(actor.personKey, last, state) ? { reason: last.reason } : {};
  return { sentBack: { by: personRef(state.organisation, last.by), at: last.at, ...reason } };
}
