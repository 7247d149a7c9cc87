import { containsCpr } from "#domain/shared/plain-text.ts";
import { readableText } from "./read-text.ts";
import type { ReviewAnswers } from "./review.ts";

/** The text without what looks like CPR numbers: each one is replaced. A text without any stays as it is. */
export function replaceCpr(typed: string, replacement: string): string {
  let text = readableText(typed, { multiline: true });
  let found = containsCpr(text);
  if (found === undefined) return typed;
  for (; found !== undefined; found = containsCpr(text)) {
    text = `${text.slice(0, found.start)}${replacement}${text.slice(found.end)}`;
  }
  return text;
}

/** The answers as they may be shown on a card or sent back: every text without what looks like a CPR number. */
export function withoutCpr(answers: ReviewAnswers, replacement: string): ReviewAnswers {
  const remarks = Object.entries(answers.remarks).map(([code, text]) => [code, replaceCpr(text, replacement)] as const);
  return { ...answers, remarks: Object.fromEntries(remarks), reason: replaceCpr(answers.reason, replacement) };
}

/** Whether one of the texts holds what looks like a CPR number. */
export function hasCpr({ remarks, reason }: Pick<ReviewAnswers, "remarks" | "reason">): boolean {
  return [reason, ...Object.values(remarks)].some(holdsCpr);
}

/**
 * The answers as they may be stored: a text with what looks like a CPR number never is; what was stored in
 * that field before stands.
 */
export function withholdCpr(typed: ReviewAnswers, stored: ReviewAnswers): ReviewAnswers {
  const remarks = Object.entries(typed.remarks).map(
    ([code, text]) => [code, holdsCpr(text) ? clean(stored.remarks[code] ?? "") : text] as const,
  );
  const reason = holdsCpr(typed.reason) ? clean(stored.reason) : typed.reason;
  return { ...typed, remarks: Object.fromEntries(remarks), reason };
}

function clean(stored: string): string {
  return holdsCpr(stored) ? "" : stored;
}

function holdsCpr(text: string): boolean {
  return replaceCpr(text, "") !== text;
}
