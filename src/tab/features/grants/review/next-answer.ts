import type { CriterionView } from "#contract/rounds.ts";
import type { ScorePoint } from "#domain/grants/review.ts";
import type { ReviewAnswers } from "./review-saver.ts";

type Coded = Pick<CriterionView, "code">;

/**
 * The criterion a digit belongs to: the first without a score.
 *
 * @param after looks from the one after this code on, and from the top again at the end
 * @returns undefined when every criterion has its score
 */
export function nextUnscored(
  criteria: readonly Coded[],
  scores: ReviewAnswers["scores"],
  after?: string,
): string | undefined {
  const from = criteria.findIndex(({ code }) => code === after) + 1;
  const inTurn = [...criteria.slice(from), ...criteria.slice(0, from)];
  return inTurn.find(({ code }) => scores[code] === undefined)?.code;
}

/**
 * The criterion a digit belongs to wherever one stands: the first without a score, else the first, so that a review
 * already given can be changed by keys too. Who stands on a button or the support has ended the scores: nothing is scored anew.
 */
export function digitBelongsTo(criteria: readonly Coded[], scores: ReviewAnswers["scores"]): string | undefined {
  const unscored = nextUnscored(criteria, scores);
  if (unscored !== undefined) return unscored;
  const isOnControl = document.activeElement?.matches("a, button, input, select, summary") ?? false;
  return isOnControl ? undefined : criteria[0]?.code;
}

/** The field to go on to after a criterion was scored: the next criterion without a score, then the support; else it stays. */
export function nextAnswer(criteria: readonly Coded[], answers: ReviewAnswers, scored: string): string {
  const next = nextUnscored(criteria, answers.scores, scored);
  if (next !== undefined) return `scores.${next}`;
  return answers.support === undefined ? "support" : `scores.${scored}`;
}

/**
 * Puts the focus on a field of the form; of a group on the choice made, else on its first, so that the ring is round one choice.
 *
 * @param chosen the choice just made in that group: the page does not show it yet
 */
export function focusAnswer(field: string, chosen?: ScorePoint): void {
  const found = document.getElementById(field);
  const made = chosen === undefined ? null : found?.querySelector<HTMLElement>(`input[value="${chosen}"]`);
  const choice =
    made ?? found?.querySelector<HTMLElement>("input:checked") ?? found?.querySelector<HTMLElement>("input");
  (choice ?? found)?.focus();
}
