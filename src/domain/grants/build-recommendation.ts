import type { Actor } from "#domain/organisation/actor.ts";
import { findPerson } from "#domain/organisation/organisation.ts";
import type { Command } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { type FieldProblem, problemAt } from "#domain/shared/field-problem.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { sumOere } from "#domain/shared/money.ts";
import { cleanText } from "#domain/shared/plain-text.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { GrantApplication } from "./application.ts";
import { approvalDeadline } from "./approval-deadline.ts";
import type {
  DecisionPacket,
  FundingRound,
  Outcome,
  PacketKind,
  Recommendation,
  RecommendationLine,
} from "./grant-pool.ts";
import { packetKinds } from "./grant-pool.ts";
import { outcomeReasonLimit } from "./outcome-reason-limit.ts";
import { roundFrame } from "./pool-money.ts";
import { closedRefusal, type PoolClosed, recommendationOf } from "./pool-parts.ts";
import { proposeReason, savedReason } from "./propose-reason.ts";
import { type RankedLine, rankApplications } from "./rank-applications.ts";
import { recusalOf } from "./recusal.ts";
import { type ReviewProgress, type RoundState, reviewProgress, undecidedApplications } from "./review-progress.ts";
import { isSecretariat } from "./who.ts";

/** A recommendation that has no basis file yet and is not committed. */
export type RecommendationProposal = Omit<Recommendation, "basisSha256">;

/**
 * What the secretariat chooses. Reasons by application key: where one is missing what was saved, else the proposed
 * wording, is used; an empty one asks for the proposed wording, whatever was saved.
 */
export interface RecommendCommand extends Command {
  readonly offerPartial: boolean;
  readonly reasons: Readonly<Record<string, string>>;
  /**
   * Drafts made from the reviewers' remarks, as whoever puts the list up has read them, by application key: used where
   * nothing was written. Without them no remark leaves the house.
   */
  readonly drafts?: Readonly<Record<string, { readonly outcome: Outcome; readonly reason: string }>> | undefined;
}

/** Why a round cannot be put up for decision. */
export type RecommendationRefusal =
  | PoolClosed
  | { readonly kind: "not-allowed" }
  | { readonly kind: "round-not-closed"; readonly closesAt: Instant }
  | { readonly kind: "already-recommended"; readonly by: Key; readonly at: Instant }
  | { readonly kind: "no-applications" }
  /** The heads of these have not answered, or their applicants may still answer the questions (000-12). */
  | { readonly kind: "awaiting-approval"; readonly numbers: readonly string[]; readonly deadline: Instant }
  /** "Alle projekter vurderet" (000-17). */
  | {
      readonly kind: "reviews-missing";
      readonly missing: readonly { readonly number: string; readonly reviewerKeys: readonly Key[] }[];
    }
  | { readonly kind: "too-few-reviewers"; readonly numbers: readonly string[]; readonly minimum: number }
  /** Chair and deputy are both recused for these. */
  | { readonly kind: "no-decider"; readonly numbers: readonly string[] }
  | { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] };

/**
 * Makes the ranked list that is put up for decision: what fits from the top is awarded (000-15), the rest is offered
 * as one partial award if wished (000-21), everything else rejected with a reason each. What the chair is recused for
 * lies in the deputy's packet.
 */
export function buildRecommendation(
  state: RoundState,
  command: RecommendCommand,
  actor: Actor,
  now: Instant,
): Result<RecommendationProposal, RecommendationRefusal> {
  const { pool, round } = state;
  const progress = reviewProgress(state);
  const refusal = recommendationRefusal(state, progress, actor, now);
  if (refusal) return refuse(refusal);
  const frameOere = roundFrame(pool, round.key);
  const ranked = rankApplications(progress.applications, pool.criteria, frameOere, command.offerPartial);
  const problems: FieldProblem[] = [];
  const lines = ranked.map((line): RecommendationLine => {
    const { application } = line;
    const written = command.reasons[application.key] ?? savedReason(line) ?? seenDraft(command, line) ?? "";
    const typed = isBlank(written) ? proposeReason(line, frameOere, pool.criteria) : written;
    const reason = readReason(typed, line);
    problems.push(...reason.problems);
    return {
      applicationKey: application.key,
      number: application.number,
      rank: line.rank,
      scoreTenths: line.scoreTenths,
      requestedOere: application.requestedOere,
      grantOere: line.grantOere,
      outcome: line.outcome,
      packet: isRecused(state, progress, round.chairKey, application) ? "deputy" : "chair",
      reason: reason.text,
    };
  });
  if (problems.length > 0) return refuse({ kind: "incomplete", problems });
  return ok({
    key: keyOf("recommendation", pool.key, round.key, command.commandKey),
    roundKey: round.key,
    recommendedAt: now,
    recommendedBy: actor.personKey,
    frameOere,
    lines,
    packets: packetsOf(round, lines),
  });
}

/** What keeps the round from being put up for decision, for screens and for the act itself. */
export function recommendationRefusal(
  state: RoundState,
  progress: ReviewProgress,
  actor: Actor,
  now: Instant,
): RecommendationRefusal | undefined {
  const { pool, round } = state;
  if (!isSecretariat(actor)) return { kind: "not-allowed" };
  const closed = closedRefusal(pool);
  if (closed) return closed;
  const standing = recommendationOf(pool, round.key);
  if (standing) return { kind: "already-recommended", by: standing.recommendedBy, at: standing.recommendedAt };
  if (now < round.closesAt) return { kind: "round-not-closed", closesAt: round.closesAt };
  const undecided = undecidedApplications(round, progress, now);
  if (undecided.length > 0) {
    return { kind: "awaiting-approval", numbers: numbersOf(undecided), deadline: approvalDeadline(round) };
  }
  return progressRefusal(state, progress);
}

function progressRefusal(state: RoundState, progress: ReviewProgress): RecommendationRefusal | undefined {
  const { applications } = progress;
  if (applications.length === 0) return { kind: "no-applications" };
  const tooFew = applications.filter((each) => each.isTooFew).map((each) => each.application);
  if (tooFew.length > 0) {
    return { kind: "too-few-reviewers", numbers: numbersOf(tooFew), minimum: state.pool.minimumReviewers };
  }
  const missing = applications
    .filter((each) => each.missing.length > 0)
    .map((each) => ({ number: each.application.number, reviewerKeys: each.missing }));
  if (missing.length > 0) return { kind: "reviews-missing", missing };
  const { chairKey, deputyKey } = state.round;
  const undecidable = applications
    .map((each) => each.application)
    .filter((each) => isRecused(state, progress, chairKey, each) && isRecused(state, progress, deputyKey, each));
  return undecidable.length > 0 ? { kind: "no-decider", numbers: numbersOf(undecidable) } : undefined;
}

function isRecused(
  { organisation }: RoundState,
  progress: ReviewProgress,
  personKey: Key,
  application: GrantApplication,
): boolean {
  const person = findPerson(organisation, personKey);
  // Somebody who has left cannot decide either.
  if (!person?.active) return true;
  return (
    recusalOf(person, application, organisation, progress.byApplication.get(application.key)?.reviews ?? []) !==
    undefined
  );
}

/** The draft that was on the screen, where it was made for the outcome the line has now. */
function seenDraft({ drafts }: RecommendCommand, { application, outcome }: RankedLine): string | undefined {
  const draft = drafts?.[application.key];
  return draft?.outcome === outcome && !isBlank(draft.reason) ? draft.reason : undefined;
}

function isBlank(typed: string): boolean {
  return cleanText(typed, { multiline: true }) === "";
}

function readReason(typed: string, line: RankedLine): { text: string; problems: readonly FieldProblem[] } {
  const required = line.outcome !== "award";
  const field = `reasons.${line.application.key}`;
  const limits = { max: outcomeReasonLimit, required, multiline: true };
  const { text, problems } = readText(typed, field, limits);
  const named = problems.map((each) => problemAt(field, each.code, { ...each.data, number: line.application.number }));
  return { text, problems: named };
}

function packetsOf(round: FundingRound, lines: readonly RecommendationLine[]): readonly DecisionPacket[] {
  const deciders: Readonly<Record<PacketKind, Key>> = { chair: round.chairKey, deputy: round.deputyKey };
  return packetKinds.flatMap((kind) => {
    const own = lines.filter((line) => line.packet === kind);
    const totalOere = sumOere(own.map((line) => line.grantOere));
    return own.length === 0 ? [] : [{ kind, deciderKey: deciders[kind], totalOere, decidedAt: undefined }];
  });
}

function numbersOf(applications: readonly GrantApplication[]): readonly string[] {
  return applications.map((application) => application.number);
}
