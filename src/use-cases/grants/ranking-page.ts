import { recommendationRefusal } from "#domain/grants/build-recommendation.ts";
import { applicationAccess } from "#domain/grants/grant-access.ts";
import type { Outcome, PacketKind, Recommendation, RecommendationLine } from "#domain/grants/grant-pool.ts";
import { roundFrame } from "#domain/grants/pool-money.ts";
import { recommendationOf } from "#domain/grants/pool-parts.ts";
import { proposeReason } from "#domain/grants/propose-reason.ts";
import { type Cut, type RankedLine, rankApplications } from "#domain/grants/rank-applications.ts";
import { maySeeRanking } from "#domain/grants/ranking-access.ts";
import { recusalOf } from "#domain/grants/recusal.ts";
import {
  type ApplicationReviewing,
  type ReviewProgress,
  type RoundState,
  reviewProgress,
} from "#domain/grants/review-progress.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { findCentre, findPerson } from "#domain/organisation/organisation.ts";
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
import { roundState } from "./round-state.ts";

export interface RankingRowView {
  readonly applicationKey: Key;
  readonly number: string;
  readonly title: string;
  readonly centreName: string;
  readonly rank: number;
  readonly scoreTenths: number;
  readonly means: Readonly<Record<string, number>>;
  readonly spread: { readonly lowTenths: number; readonly highTenths: number };
  readonly reviewsGiven: number;
  readonly reviewsExpected: number;
  readonly missing: readonly PersonRefView[];
  readonly recusals: readonly {
    readonly person: PersonRefView;
    readonly kind: "own-centre" | "declared";
    readonly reason: string;
  }[];
  readonly requestedOere: Oere;
  readonly grantOere: Oere;
  readonly outcome: Outcome;
  readonly packet: PacketKind;
  readonly restAfterOere: Oere;
  readonly cut: Cut;
  readonly reason: string;
}

export interface PacketView {
  readonly kind: PacketKind;
  readonly decider: PersonRefView;
  readonly count: number;
  readonly totalOere: Oere;
  readonly decidedAt?: Instant;
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
  readonly restOere: Oere;
  readonly complete: boolean;
  readonly missingReviews: number;
  readonly partialCandidate?: { readonly applicationKey: Key; readonly restOere: Oere };
  readonly recommendation?: {
    readonly key: Key;
    readonly recommendedAt: Instant;
    readonly recommendedBy: PersonRefView;
    readonly packets: readonly PacketView[];
  };
  readonly mayRecommend: boolean;
}

/** What every line is made from. */
interface RankingSource {
  readonly actor: Actor;
  readonly state: RoundState;
  readonly progress: ReviewProgress;
  readonly reviewing: ReadonlyMap<Key, ApplicationReviewing>;
  readonly ranked: readonly RankedLine[];
  readonly frozen: ReadonlyMap<Key, RecommendationLine>;
  readonly frameOere: Oere;
}

/**
 * The ranked list against the frame, live until it is put up for decision and frozen from then on. Lines the reader is
 * recused for are missing; the sums count them. 0 Graph requests.
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
  const source = rankingSource(actor, state, progress, recommendation);
  const { ranked, frameOere } = source;
  const supportedOere = sumOere(ranked.map((line) => line.grantOere));
  const restOere = subtractOere(frameOere, supportedOere);
  const candidate = ranked.find((line) => line.cut === "does-not-fit");
  const context = poolContext(deps, actor, pool);
  return ok({
    now,
    round: roundSummary(context, round),
    pool: poolSummary(context),
    criteria: criterionViews(pool.criteria, language),
    rows: ranked.filter((line) => seesLine(source, line, now)).map((line) => rowView(source, line)),
    frameOere,
    supportedOere,
    restOere,
    complete: progress.isComplete,
    missingReviews: progress.expected - progress.given,
    ...(recommendation === undefined && candidate !== undefined && restOere > 0
      ? { partialCandidate: { applicationKey: candidate.application.key, restOere } }
      : {}),
    ...(recommendation === undefined ? {} : { recommendation: recommendationView(source, recommendation) }),
    mayRecommend: recommendationRefusal(state, progress, actor, now) === undefined,
  });
}

function rankingSource(
  actor: Actor,
  state: RoundState,
  progress: ReviewProgress,
  recommendation: Recommendation | undefined,
): RankingSource {
  const frameOere = roundFrame(state.pool, state.round.key);
  const offered = recommendation?.lines.some((line) => line.outcome === "partial-award") ?? false;
  return {
    actor,
    state,
    progress,
    reviewing: new Map(progress.applications.map((each) => [each.application.key, each])),
    ranked: rankApplications(progress.applications, state.pool.criteria, frameOere, offered),
    frozen: new Map(recommendation?.lines.map((line) => [line.applicationKey, line])),
    frameOere,
  };
}

function seesLine({ actor, state, progress }: RankingSource, line: RankedLine, now: Instant): boolean {
  return applicationAccess(actor, line.application, state, progress, now).has("scores-all");
}

function rowView(source: RankingSource, line: RankedLine): RankingRowView {
  const { state, reviewing } = source;
  const { application, means, spread, restAfterOere, cut } = line;
  return {
    applicationKey: application.key,
    number: application.number,
    title: application.title,
    centreName: findCentre(state.organisation, application.centreKey)?.shortName ?? "",
    requestedOere: application.requestedOere,
    means,
    spread,
    restAfterOere,
    cut,
    ...standing(source, line),
    ...reviewingView(state, reviewing.get(application.key)),
  };
}

/** Where a line stands: as put up for decision, or as it would be now. */
function standing(
  { state, ranked, frozen, frameOere }: RankingSource,
  line: RankedLine,
): Pick<RankingRowView, "rank" | "scoreTenths" | "grantOere" | "outcome" | "packet" | "reason"> {
  const { rank, scoreTenths, grantOere, outcome, packet, reason } = frozen.get(line.application.key) ?? {
    ...line,
    packet: packetOf(state, line),
    reason: proposeReason(line, ranked, frameOere),
  };
  return { rank, scoreTenths, grantOere, outcome, packet, reason };
}

function reviewingView(
  { organisation }: RoundState,
  reviewing: ApplicationReviewing | undefined,
): Pick<RankingRowView, "reviewsGiven" | "reviewsExpected" | "missing" | "recusals"> {
  if (reviewing === undefined) return { reviewsGiven: 0, reviewsExpected: 0, missing: [], recusals: [] };
  const { missing, reviewerKeys, recusals } = reviewing;
  return {
    reviewsGiven: reviewerKeys.length - missing.length,
    reviewsExpected: reviewerKeys.length,
    missing: missing.map((key) => personRef(organisation, key)),
    recusals: recusals.map(({ personKey, recusal }) => ({
      person: personRef(organisation, personKey),
      kind: recusal.kind,
      reason: recusal.kind === "declared" ? recusal.reason : "",
    })),
  };
}

/** Whose packet a line will lie in: the deputy's where the chair is recused or gone. */
function packetOf(state: RoundState, { application }: RankedLine): PacketKind {
  const chair = findPerson(state.organisation, state.round.chairKey);
  if (!chair?.active) return "deputy";
  return recusalOf(chair, application, state.organisation, state.reviews) === undefined ? "chair" : "deputy";
}

function recommendationView(
  { actor, state }: RankingSource,
  { key, recommendedAt, recommendedBy, packets, lines }: Recommendation,
): NonNullable<RankingPageView["recommendation"]> {
  const { organisation } = state;
  return {
    key,
    recommendedAt,
    recommendedBy: personRef(organisation, recommendedBy),
    packets: packets.map(({ kind, deciderKey, totalOere, decidedAt }) => ({
      kind,
      decider: personRef(organisation, deciderKey),
      count: lines.filter((line) => line.packet === kind).length,
      totalOere,
      ...(decidedAt === undefined ? {} : { decidedAt }),
      mayDecide: decidedAt === undefined && deciderKey === actor.personKey,
    })),
  };
}
