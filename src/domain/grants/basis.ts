import { sha256Hex } from "#domain/shared/keys.ts";
import type { RecommendationProposal } from "./build-recommendation.ts";
import type { Review } from "./review.ts";
import type { ReviewProgress } from "./review-progress.ts";

/** What a decision rests on, as it is kept in the closed library under its SHA-256 (law 5). */
export interface Basis {
  readonly sha256: string;
  /** Canonical JSON: the same basis is the same text on every machine. */
  readonly text: string;
}

/**
 * The basis of a recommendation: the whole ranked list and, for each application, every review that counts with its
 * version, scores and remarks, so that the ground of the decision can be shown years later.
 *
 * @param versionOf the store's version of a review, opaque here
 */
export function basisOf(
  proposal: RecommendationProposal,
  progress: ReviewProgress,
  versionOf: (reviewKey: string) => string,
): Basis {
  const applications = progress.applications.map(({ application, counted, recusals }) => ({
    key: application.key,
    number: application.number,
    recusals,
    reviews: counted
      .map((review) => ({
        key: review.key,
        version: versionOf(review.key),
        reviewerKey: review.reviewerKey,
        givenAt: review.givenAt,
        answers: review.answers,
      }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  }));
  applications.sort((a, b) => (a.key < b.key ? -1 : 1));
  const text = canonicalJson({ schema: 1, recommendation: proposal, applications });
  return { sha256: sha256Hex(text), text };
}

/**
 * Whether the review, as it stands, is what the basis rests on. Its version may be another one: a log is shortened when
 * its lines are in the audit list.
 */
export function basisHolds(text: string, { answers, givenAt, key }: Review): boolean {
  // Members stand in the order of their names: these three are the first of a review.
  return text.includes(canonicalJson({ answers, givenAt, key }).slice(0, -1));
}

/** JSON with object members in the order of their names, so that equal values are equal texts. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => {
    if (part === null || typeof part !== "object" || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
