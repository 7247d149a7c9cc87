import { applicationAccess, type FieldClass } from "#domain/grants/grant-access.ts";
import type { Outcome, PacketKind, Recommendation, RecommendationLine } from "#domain/grants/grant-pool.ts";
import { letterAward, mayPreviewLetter } from "#domain/grants/letter-access.ts";
import { frameThen } from "#domain/grants/pool-money.ts";
import { awardOf } from "#domain/grants/pool-parts.ts";
import { reasonNow } from "#domain/grants/propose-reason.ts";
import { type Cut, type RankedLine, rankApplications, recommendedLines } from "#domain/grants/rank-applications.ts";
import { recusalOf } from "#domain/grants/recusal.ts";
import type { Review } from "#domain/grants/review.ts";
import type { ReviewProgress, RoundState } from "#domain/grants/review-progress.ts";
import { type Disagreement, disagreements } from "#domain/grants/weighted-score.ts";
import { isOwn } from "#domain/grants/who.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { findCentre, findPerson } from "#domain/organisation/organisation.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Oere } from "#domain/shared/money.ts";
import { type PersonRefView, personRef } from "../organisation/organisation-now.ts";
import { reasonDraft } from "./reason-draft.ts";

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
    /** The round's substitute, who would have stood in and is recused too. */
    readonly isSubstitute?: boolean;
  }[];
  /** The substitute who stands in for a reviewer; only for those who may see names and recusals. */
  readonly substitute?: PersonRefView;
  /** Criteria on which single reviewers are far apart; only for those who may see single reviews. */
  readonly disagreements?: readonly Disagreement[];
  readonly requestedOere: Oere;
  readonly grantOere: Oere;
  readonly outcome: Outcome;
  readonly packet: PacketKind;
  readonly restAfterOere?: Oere;
  readonly cut: Cut;
  /** What the applicant is told; only for those who may see it (B10). */
  readonly reason?: string;
  /** The same if the rest is offered to the first that does not fit; only where it can be offered. */
  readonly reasonIfOffered?: string;
  /** What the secretariat begins the reason with while nothing is written: a draft from the reviewers' remarks. */
  readonly reasonDraft?: string;
  /** The same if the rest is offered. */
  readonly reasonDraftIfOffered?: string;
  /** Whether the reader may see the letter before it is sent, or fetch it. */
  readonly letter?: "preview" | "final";
}

/** What the reader may see of the lines. */
interface RankingSight {
  readonly classes: ReadonlyMap<Key, ReadonlySet<FieldClass>>;
  /** Hidden because the reader is recused for them, or applies: nothing shown may tell their result. */
  readonly recusedFor: ReadonlySet<Key>;
}

/** What every line is made from. */
export interface RankingSource {
  readonly actor: Actor;
  readonly now: Instant;
  readonly state: RoundState;
  readonly progress: ReviewProgress;
  readonly ranked: readonly RankedLine[];
  /** The list with the rest offered; undefined where the reader could not offer it. */
  readonly offered: readonly RankedLine[] | undefined;
  /** The lines of `offered` by their application. */
  readonly offeredByKey: ReadonlyMap<Key, RankedLine>;
  readonly frozen: ReadonlyMap<Key, RecommendationLine>;
  readonly frameOere: Oere;
  readonly sight: RankingSight;
  /** How many undecided lines are kept from the reader: no sum may hold them, or it tells them by subtraction. */
  readonly keptCount: number;
}

/** The ranked lines of a round and what the reader may see of each. */
export function rankingSource(
  actor: Actor,
  state: RoundState,
  progress: ReviewProgress,
  recommendation: Recommendation | undefined,
  now: Instant,
): RankingSource {
  const frameOere = frameThen(state.pool, state.round.key, recommendation);
  const { criteria } = state.pool;
  const ranked = recommendation
    ? recommendedLines(recommendation.lines, progress.byApplication, criteria, frameOere)
    : rankApplications(progress.applications, criteria, frameOere);
  const sight = sightOf(actor, state, progress, now);
  const keptCount = [...sight.recusedFor].filter((key) => awardOf(state.pool, key) === undefined).length;
  // The rest itself would tell what a kept line gets.
  const candidate = recommendation || keptCount > 0 ? undefined : partialCandidateOf(ranked, sight);
  const offered = candidate && rankApplications(progress.applications, criteria, frameOere, true);
  return {
    actor,
    now,
    state,
    progress,
    ranked,
    offered,
    offeredByKey: new Map(offered?.map((line) => [line.application.key, line])),
    frozen: new Map(recommendation?.lines.map((line) => [line.applicationKey, line])),
    frameOere,
    sight,
    keptCount,
  };
}

/** The first line that does not fit, where there is a rest to offer it and the reader may see it. */
function partialCandidateOf(ranked: readonly RankedLine[], sight: RankingSight): RankedLine | undefined {
  const candidate = ranked.find((line) => line.cut === "does-not-fit");
  return candidate && candidate.restAfterOere > 0 && sees(sight, candidate) ? candidate : undefined;
}

function sightOf(actor: Actor, state: RoundState, progress: ReviewProgress, now: Instant): RankingSight {
  const person = { key: actor.personKey, centreKey: actor.centreKey };
  const classes = new Map<Key, ReadonlySet<FieldClass>>();
  const recusedFor = new Set<Key>();
  for (const { application, reviews } of progress.applications) {
    const access = applicationAccess(actor, application, state, progress, now);
    classes.set(application.key, access);
    const isOut =
      isOwn(actor, application) || recusalOf(person, application, state.organisation, reviews) !== undefined;
    if (isOut && !access.has("scores-all")) recusedFor.add(application.key);
  }
  return { classes, recusedFor };
}

/** Whether the reader may see the line. */
function sees({ classes }: RankingSight, line: RankedLine): boolean {
  return classes.get(line.application.key)?.has("scores-all") ?? false;
}

/** The lines the reader may see. A gap in ranks or rests would tell what a line that is kept from the reader gets. */
export function rankingRows(source: RankingSource): readonly RankingRowView[] {
  const rows = source.ranked.filter((line) => sees(source.sight, line)).map((line) => rowView(source, line));
  return source.keptCount > 0 ? rows.map((row, index) => ({ ...row, rank: index + 1 })) : rows;
}

function rowView(source: RankingSource, line: RankedLine): RankingRowView {
  const { state, sight } = source;
  const { application, restAfterOere, ...place } = line;
  return {
    applicationKey: application.key,
    number: application.number,
    title: application.title,
    centreName: findCentre(state.organisation, application.centreKey)?.shortName ?? "",
    requestedOere: application.requestedOere,
    ...place,
    ...(sight.recusedFor.size > 0 ? {} : { restAfterOere }),
    ...proposal(source, line),
    ...letterView(source, line),
    ...reviewingView(source, application.key),
  };
}

function letterView(
  { actor, now, sight, state }: RankingSource,
  { application }: RankedLine,
): Pick<RankingRowView, "letter"> {
  const sees = sight.classes.get(application.key) ?? new Set();
  if (letterAward(actor, application, state, sees, now) !== undefined) return { letter: "final" };
  return mayPreviewLetter(actor, application, state, sees) ? { letter: "preview" } : {};
}

/** Who decides a line, and what its applicant is told: as put up for decision, or as it would be now. */
function proposal(
  source: RankingSource,
  line: RankedLine,
): Pick<RankingRowView, "packet" | "reason" | "reasonIfOffered" | "reasonDraft" | "reasonDraftIfOffered"> {
  const { state, progress, offeredByKey, frozen, frameOere, sight } = source;
  const { key } = line.application;
  const seesReason = sight.classes.get(key)?.has("decision-reason") ?? false;
  const standing = frozen.get(key);
  if (standing) return { packet: standing.packet, ...(seesReason ? { reason: standing.reason } : {}) };
  const packet = packetOf(state, line, progress.byApplication.get(key)?.reviews ?? []);
  if (!seesReason) return { packet };
  const { criteria } = state.pool;
  const reason = reasonNow(line, frameOere, criteria);
  const draft = reasonDraft(source, line);
  const now = { packet, reason, ...(draft === undefined ? {} : { reasonDraft: draft }) };
  const ifOffered = offeredByKey.get(key);
  if (ifOffered === undefined) return now;
  const offeredDraft = reasonDraft(source, ifOffered);
  return {
    ...now,
    reasonIfOffered: reasonNow(ifOffered, frameOere, criteria),
    ...(offeredDraft === undefined ? {} : { reasonDraftIfOffered: offeredDraft }),
  };
}

/** How far the reviewing has come; names only for those who may see them. */
function reviewingView(
  { state: { organisation, pool, round }, progress, sight }: RankingSource,
  applicationKey: Key,
): Pick<RankingRowView, "reviewsGiven" | "reviewsExpected" | "missing" | "recusals" | "substitute" | "disagreements"> {
  const reviewing = progress.byApplication.get(applicationKey);
  if (reviewing === undefined) return { reviewsGiven: 0, reviewsExpected: 0, missing: [], recusals: [] };
  const classes = sight.classes.get(applicationKey);
  const { counted, missing } = reviewing;
  const recusals = classes?.has("recusals") ? reviewing.recusals : [];
  const namesAll = classes?.has("recusals") && classes.has("reviewer-names");
  return {
    reviewsGiven: counted.length,
    reviewsExpected: counted.length + missing.length,
    ...(classes?.has("reviewer-names") ? { disagreements: disagreements(counted, pool.criteria) } : {}),
    missing: classes?.has("reviewer-names") ? missing.map((key) => personRef(organisation, key)) : [],
    recusals: recusals.map(({ personKey, recusal }) => ({
      person: personRef(organisation, personKey),
      kind: recusal.kind,
      reason: recusal.kind === "declared" ? recusal.reason : "",
      ...(personKey === round.substituteKey ? { isSubstitute: true } : {}),
    })),
    ...(namesAll && reviewing.substituteStepsIn && round.substituteKey !== undefined
      ? { substitute: personRef(organisation, round.substituteKey) }
      : {}),
  };
}

/** Whose packet a line will lie in: the deputy's where the chair is recused or gone. */
function packetOf(state: RoundState, { application }: RankedLine, reviews: readonly Review[]): PacketKind {
  const chair = findPerson(state.organisation, state.round.chairKey);
  if (!chair?.active) return "deputy";
  return recusalOf(chair, application, state.organisation, reviews) === undefined ? "chair" : "deputy";
}
