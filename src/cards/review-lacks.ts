import { checkReview } from "#domain/grants/check-review.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import type { ReviewWalk, WalkItem } from "./review-walk.ts";
import type { CardScreen } from "./screen.ts";
import { cardTexts } from "./texts/card-texts.ts";

/** What keeps a review that is begun from being given, in one sentence; undefined where nobody has begun, or nothing is missing. */
export function reviewLacks(screen: CardScreen, walk: ReviewWalk, { review, state }: WalkItem): string | undefined {
  if (state !== "begun" || review === undefined) return undefined;
  const texts = cardTexts(screen.language).review;
  const problems = checkReview(review.answers, walk.state.pool.criteria);
  const scores = codesOf(problems, "scores.");
  const remarks = codesOf(problems, "remarks.");
  const parts = [
    ...(scores.length === 0 ? [] : [texts.lacks.scores(scores)]),
    ...(remarks.length === 0 ? [] : [texts.lacks.remarks(remarks)]),
    ...(["support", "reason"] as const).flatMap((field) =>
      problems.some((problem) => problem.field === field) ? [texts.lacks[field]] : [],
    ),
  ];
  return parts.length === 0 ? undefined : texts.lacking(parts);
}

function codesOf(problems: readonly FieldProblem[], start: string): readonly string[] {
  return problems.filter(({ field }) => field.startsWith(start)).map(({ field }) => field.slice(start.length));
}
