import { type FieldProblem, problemAt } from "#domain/shared/field-problem.ts";
import { readText } from "#domain/shared/read-text.ts";
import type { Criterion } from "./grant-pool.ts";
import type { ReviewAnswers, ScorePoint } from "./review.ts";

/** Lengths of a review's texts, in UTF-16 units. */
export const reviewLimits = { remark: 2000, reason: 2000, shortestRemark: 5, shortestReason: 10 } as const;

/** Scores so far from the middle that the reviewer says why. */
const scoresWithRemark: readonly ScorePoint[] = [1, 2, 5];

/**
 * Everything that keeps a review from being given, field by field in the order of the form: a score on every
 * criterion, a remark where it is 1, 2 or 5, a choice of support and an overall reason; empty when it is complete.
 */
export function checkReview(
  answers: ReviewAnswers,
  criteria: readonly Pick<Criterion, "code">[],
): readonly FieldProblem[] {
  const problems = criteria.flatMap(({ code }) => [
    ...(answers.scores[code] === undefined ? [problemAt(`scores.${code}`, "score-missing")] : []),
    ...remarkProblems(answers, code),
  ]);
  if (answers.support === undefined) problems.push(problemAt("support", "missing"));
  const limits = { max: reviewLimits.reason, required: true, multiline: true };
  const reason = readText(answers.reason, "reason", limits);
  problems.push(...reason.problems);
  if (reason.problems.length === 0 && reason.text.length < reviewLimits.shortestReason) {
    problems.push(problemAt("reason", "too-short", { min: reviewLimits.shortestReason, length: reason.text.length }));
  }
  return problems;
}

/** The answers to the pool's own criteria, texts made fit to store; nothing is too long here, so nothing is lost. */
export function cleanAnswers(answers: ReviewAnswers, criteria: readonly Pick<Criterion, "code">[]): ReviewAnswers {
  const scores: Record<string, ScorePoint> = {};
  const remarks: Record<string, string> = {};
  for (const { code } of criteria) {
    const score = answers.scores[code];
    const remark = answers.remarks[code];
    if (score !== undefined) scores[code] = score;
    if (remark !== undefined) remarks[code] = cleanText(remark);
  }
  return { ...answers, scores, remarks, reason: cleanText(answers.reason) };
}

function cleanText(text: string): string {
  return readText(text, "", { max: text.length * 2, required: false, multiline: true }).text;
}

const remarkLimits = { max: reviewLimits.remark, required: false, multiline: true };

function remarkProblems(answers: ReviewAnswers, code: string): readonly FieldProblem[] {
  const field = `remarks.${code}`;
  const { text, problems } = readText(answers.remarks[code] ?? "", field, remarkLimits);
  const score = answers.scores[code];
  if (problems.length > 0 || score === undefined || !scoresWithRemark.includes(score)) return problems;
  const isLongEnough = text.length >= reviewLimits.shortestRemark;
  return isLongEnough ? [] : [problemAt(field, "remark-missing", { score, min: reviewLimits.shortestRemark })];
}
