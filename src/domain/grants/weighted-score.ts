import type { Criterion } from "./grant-pool.ts";
import type { Review } from "./review.ts";

/**
 * The weighted score in tenths of a point, 0..1000 (900 is shown as 90,0): Σ weight × mean / 5 over the criteria
 * (000-14), rounded half up once at the end. Weights are percent and sum to 100. 0 without reviews.
 *
 * @param reviews given reviews; each has a score on every criterion
 */
export function weightedScoreTenths(reviews: readonly Review[], criteria: readonly Criterion[]): number {
  const count = reviews.length;
  if (count === 0) return 0;
  let weighted = 0;
  for (const criterion of criteria) weighted += criterion.weight * scoreSum(reviews, criterion.code);
  // weight × sum / count / 5 points, times 10 for tenths. Doubled, so that half a tenth is a whole number.
  const doubled = 4 * weighted + count;
  return (doubled - (doubled % (2 * count))) / (2 * count);
}

/** Mean score by criterion code, 1..5; empty without reviews. */
export function criterionMeans(
  reviews: readonly Review[],
  criteria: readonly Criterion[],
): Readonly<Record<string, number>> {
  if (reviews.length === 0) return {};
  return Object.fromEntries(criteria.map(({ code }) => [code, scoreSum(reviews, code) / reviews.length]));
}

/** Sum of the scores on one criterion. */
export function scoreSum(reviews: readonly Review[], code: string): number {
  return reviews.reduce((sum, review) => sum + (review.answers.scores[code] ?? 0), 0);
}

/** Reviewers who are this many points apart on a criterion disagree: a reader should know before she decides. */
const disagreementFrom = 2;

/** A criterion on which the reviewers disagree: the lowest and the highest score anybody gave. */
export interface Disagreement {
  readonly code: string;
  readonly low: number;
  readonly high: number;
}

/** The criteria on which two reviewers are two points apart or more, in the order of the criteria. */
export function disagreements(reviews: readonly Review[], criteria: readonly Criterion[]): readonly Disagreement[] {
  return criteria.flatMap(({ code }) => {
    const scores = reviews.flatMap(({ answers }) => answers.scores[code] ?? []);
    const [first] = scores;
    if (first === undefined) return [];
    let [low, high]: [number, number] = [first, first];
    for (const score of scores) {
      low = score < low ? score : low;
      high = score > high ? score : high;
    }
    return high - low >= disagreementFrom ? [{ code, low, high }] : [];
  });
}
