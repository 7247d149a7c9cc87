import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { GrantApplication } from "./application.ts";
import { isSubmitted } from "./application-state.ts";
import { takesPart } from "./declare-recusal.ts";
import type { FundingRound } from "./grant-pool.ts";
import { awardOf, recommendationOf } from "./pool-parts.ts";
import { recusalOf } from "./recusal.ts";
import { type ApplicationReviewing, type ReviewProgress, type RoundState, reviewsVisible } from "./review-progress.ts";
import { isOwn, isSecretariat } from "./who.ts";

/**
 * Parts of an application that are shown or hidden as one (B10, law 3).
 *
 * - exists: that there is such an application; without it the answer is "not found"
 * - overview: number, title, centre, focus area, amount, status
 * - text: description, effect, operation, applicant, the head's questions
 * - money: budget lines and own contribution
 * - scores-own: the reader's own review
 * - scores-all: weighted score and means; single reviewers' scores only together with reviewer-names
 * - remarks: the reviewers' remarks and reasons
 * - reviewer-names: who reviewed
 * - recusals: who is out, and why
 * - decision-reason: the reason to the applicant
 * - notes: the advisers' notes
 */
export const fieldClasses = [
  "exists",
  "overview",
  "text",
  "money",
  "scores-own",
  "scores-all",
  "remarks",
  "reviewer-names",
  "recusals",
  "decision-reason",
  "notes",
] as const;
export type FieldClass = (typeof fieldClasses)[number];

const nothing: readonly FieldClass[] = [];
const row: readonly FieldClass[] = ["exists", "overview"];
const content: readonly FieldClass[] = [...row, "text", "money"];
const assessment: readonly FieldClass[] = ["scores-all", "remarks", "reviewer-names", "recusals"];

/** What the rights are worked out from. */
interface Sight {
  readonly application: GrantApplication;
  readonly round: FundingRound;
  readonly state: RoundState;
  /** The application's own reviewing; undefined while it takes no part in the round. */
  readonly reviewing: ApplicationReviewing | undefined;
  readonly actor: Actor;
  readonly isDecided: boolean;
  /** The reviewers' blindness is over. */
  readonly isVisible: boolean;
}

/**
 * What the actor may see of one application now, by B10 and nothing else. A person who is recused (own centre computed,
 * or declared) has no part in the handling, whatever other roles; what is left is the applicant's side of it, since a
 * head must still approve the own centre's applications. Who reviews in the round has the reviewer's view, chair and
 * secretariat too. Being administrator gives nothing.
 *
 * @param progress of the whole round: blindness ends with the round's last review
 */
export function applicationAccess(
  actor: Actor,
  application: GrantApplication,
  state: RoundState,
  progress: ReviewProgress,
  now: Instant,
): ReadonlySet<FieldClass> {
  const sight: Sight = {
    application,
    round: state.round,
    state,
    reviewing: progress.byApplication.get(application.key),
    actor,
    isDecided: awardOf(state.pool, application.key) !== undefined,
    isVisible: reviewsVisible(state.round, progress, now),
  };
  return new Set([...applicantSide(sight), ...handling(sight, now)]);
}

/** The applicant, and the head of the applicant's centre: everything but the assessment, whose result comes after the decision. */
function applicantSide({ actor, application, isDecided }: Sight): readonly FieldClass[] {
  if (!isOwn(actor, application)) return nothing;
  return isDecided ? [...content, "scores-all", "decision-reason"] : content;
}

/** The sides that handle or may follow applications; nothing for who is recused or applies, whatever other roles (B10). */
function handling(sight: Sight, now: Instant): readonly FieldClass[] {
  const { actor, application, reviewing, round, state } = sight;
  if (isOwn(actor, application)) return nothing;
  const person = { key: actor.personKey, centreKey: actor.centreKey };
  const recusal = recusalOf(person, application, state.organisation, reviewing?.reviews ?? state.reviews);
  // Own centre matters for who takes part in the round; a declared conflict shuts everybody out.
  if (recusal && (recusal.kind === "declared" || takesPart(round, actor))) return nothing;
  const reviewer = isReviewer(sight, now) ? reviewerView(sight) : nothing;
  if (reviewsInRound(sight) && !sight.isVisible) return [...overview(sight), ...reviewer];
  return [
    ...overview(sight),
    ...reviewer,
    ...secretariatView(sight),
    ...chairView(sight, now),
    ...directorsView(sight),
    ...adviserView(sight, now),
  ];
}

/** Heads, and those who run pools and cases, read every approved application's row in the open site. */
function overview({ actor, application }: Sight): readonly FieldClass[] {
  const readsOpenSite =
    actor.headOf.length > 0 || actor.roles.some((role) => ["secretariat", "case-officer", "directors"].includes(role));
  return readsOpenSite && isSubmitted(application) ? row : nothing;
}

function reviewsInRound({ actor, round }: Sight): boolean {
  return round.reviewerKeys.includes(actor.personKey) || round.substituteKey === actor.personKey;
}

/** Whether the actor reviews this application; nobody reads it as a reviewer before the round has closed. */
function isReviewer({ actor, reviewing, round }: Sight, now: Instant): boolean {
  if (!reviewing || now < round.closesAt) return false;
  return reviewing.reviewerKeys.includes(actor.personKey);
}

function reviewerView({ isVisible, isDecided }: Sight): readonly FieldClass[] {
  const own: readonly FieldClass[] = [...content, "scores-own"];
  if (!isVisible) return own;
  return isDecided ? [...own, ...assessment, "decision-reason"] : [...own, ...assessment];
}

function secretariatView({ actor }: Sight): readonly FieldClass[] {
  return isSecretariat(actor) ? [...content, ...assessment, "decision-reason", "notes"] : nothing;
}

/** The chair; the deputy only for what the chair is recused for, and from when it is put up for decision. */
function chairView(sight: Sight, now: Instant): readonly FieldClass[] {
  const { actor, application, round, state } = sight;
  if (!isSubmitted(application) || now < round.closesAt) return nothing;
  const line = recommendationOf(state.pool, round.key)?.lines.find((each) => each.applicationKey === application.key);
  const isDecider =
    round.chairKey === actor.personKey || (round.deputyKey === actor.personKey && line?.packet === "deputy");
  return isDecider ? [...content, ...assessment, "decision-reason", "notes"] : nothing;
}

/** Everything but drafts and undecided scores. */
function directorsView({ actor, application, isDecided }: Sight): readonly FieldClass[] {
  if (!actor.roles.includes("directors") || !isSubmitted(application)) return nothing;
  const always: readonly FieldClass[] = [...content, "reviewer-names", "recusals", "notes"];
  return isDecided ? [...always, "scores-all", "remarks", "decision-reason"] : always;
}

/** Advisers read the round's applications and write notes without points. */
function adviserView({ actor, application, round }: Sight, now: Instant): readonly FieldClass[] {
  const reads = round.adviserKeys.includes(actor.personKey) && isSubmitted(application) && now >= round.closesAt;
  return reads ? [...content, "notes"] : nothing;
}
