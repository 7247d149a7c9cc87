/** What can be wrong at a field; the sentences stand in the texts of tab and cards, one for each code. */
export const fieldProblemCodes = [
  "missing",
  "too-long",
  "too-short",
  "cpr",
  "no-such-choice",
  "expected-economy-missing",
  "amount-negative",
  "amount-not-a-number",
  "amount-ambiguous",
  "amount-not-danish",
  "amount-too-many-decimals",
  "amount-too-large",
  "amount-not-positive",
  "over-cap",
  "out-of-balance",
  "not-a-date",
  "end-before-start",
  "changed-meanwhile",
  "score-missing",
  "remark-missing",
  "not-a-link",
  "after-meeting",
] as const;
export type FieldProblemCode = (typeof fieldProblemCodes)[number];

/**
 * A problem at a field. `field` is the field's path: "title", "budgetLines.<line id>.amount", "remarks.K1".
 * `data` holds what the sentence needs; amounts end in Oere and are øre.
 */
export interface FieldProblem {
  readonly field: string;
  readonly code: FieldProblemCode;
  readonly data: Readonly<Record<string, string | number>>;
}

/** A problem in short: `problemAt("title", "too-long", { max: 120, length: 130 })`. */
export function problemAt(field: string, code: FieldProblemCode, data: FieldProblem["data"] = {}): FieldProblem {
  return { field, code, data };
}
