import { checkText, containsCpr, type TextLimits } from "#domain/shared/plain-text.ts";
import { type FieldProblem, problemAt } from "./field-problem.ts";

/** A text field made fit to store, and what is wrong with it. */
export interface ReadText {
  readonly text: string;
  readonly problems: readonly FieldProblem[];
}

/**
 * Reads a free text: right length, and no CPR number unless the writer has said that it is none.
 * What looks like a number is never repeated in the problem.
 */
export function readText(typed: string, field: string, limits: TextLimits, isNotCpr = false): ReadText {
  const checked = checkText(typed, limits);
  const problems: FieldProblem[] = [];
  if (!checked.ok && checked.refusal.kind === "empty") problems.push(problemAt(field, "missing"));
  if (!checked.ok && checked.refusal.kind === "too-long") {
    problems.push(problemAt(field, "too-long", { max: checked.refusal.max, length: checked.refusal.length }));
  }
  if (!isNotCpr && containsCpr(typed)) problems.push(problemAt(field, "cpr"));
  return { text: checked.ok ? checked.value : "", problems };
}
