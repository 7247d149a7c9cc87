import type { FieldProblem } from "#contract/problem.ts";
import type { CriterionView } from "#contract/rounds.ts";
import { checkReview } from "#domain/grants/check-review.ts";
import type { ReviewAnswers } from "./review-saver.ts";

const noAnchors = ["", "", "", "", ""] as const;

/** What keeps the review from being given, by the service's own rules. */
export function reviewProblems(answers: ReviewAnswers, criteria: readonly CriterionView[]): readonly FieldProblem[] {
  const known = criteria.map(({ code, name, weight }) => ({
    code,
    name,
    nameEn: name,
    weight,
    anchors: noAnchors,
    anchorsEn: noAnchors,
  }));
  const problems = checkReview({ ...answers, support: answers.support }, known);
  return problems.map((problem) => ({ ...problem, data: { ...problem.data } }));
}

/** Whether a score needs a remark: 1, 2 and 5. */
export function needsRemark(score: number | undefined): boolean {
  return score === 1 || score === 2 || score === 5;
}

/** The weighted score so far in tenths of a point, over the criteria that have a score; undefined for none. */
export function runningScoreTenths(answers: ReviewAnswers, criteria: readonly CriterionView[]): number | undefined {
  const scored = criteria.filter((criterion) => answers.scores[criterion.code] !== undefined);
  if (scored.length === 0) return undefined;
  const points = scored.reduce((sum, { code, weight }) => sum + weight * (answers.scores[code] ?? 0), 0);
  // weight percent × score of 5, in tenths: × 10 / 5.
  return points * 2;
}
