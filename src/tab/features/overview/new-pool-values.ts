import type { LikePool, NewPool } from "#contract/pools.ts";
import type { FieldProblem } from "#contract/problem.ts";
import { amountProblem } from "#domain/shared/amount-problem.ts";
import { formatKr, oere, parseAmount } from "#domain/shared/money.ts";

/** A criterion as it stands in the form. */
export interface CriterionValues {
  readonly id: string;
  readonly name: string;
  readonly weight: string;
  readonly anchors: readonly string[];
}

/** How applications are judged, as it stands in the form. */
export interface JudgingValues {
  readonly reviewers: string;
  readonly criteria: readonly CriterionValues[];
}

/** A new pool as it stands in its form. */
export interface NewPoolValues {
  readonly number: string;
  readonly title: string;
  readonly amount: string;
  readonly year: string;
  readonly plan: string;
  readonly project: string;
  readonly purpose: string;
  readonly eligibility: string;
  readonly likeKey: string;
  /** What was changed, by the pool the criteria are from: who chooses another and comes back finds it again. */
  readonly edits: Readonly<Record<string, JudgingValues>>;
}

/** A form with what the case says where there is one, and nothing else; criteria as in the newest pool, or as proposed. */
export function emptyPool({ year, like, case: from }: NewPool): NewPoolValues {
  const { title = "", amountOere, budgetYears, purpose = "", eligibility = "", ...said } = from?.says ?? {};
  return {
    number: "",
    title,
    amount: amountOere === undefined ? "" : formatKr(oere(amountOere)),
    // Of a case that does not say it, the year is not guessed.
    year: from === undefined ? String(year) : String(said.year ?? ""),
    plan: budgetYears === undefined ? "" : `Budget ${budgetYears}`,
    project: "",
    purpose,
    eligibility,
    likeKey: like[0]?.key ?? "",
    edits: {},
  };
}

/** The criteria as they stand, changed or as they were chosen. */
export function judgingOf({ likeKey, edits }: NewPoolValues, like: readonly LikePool[]): JudgingValues {
  const edited = edits[likeKey];
  if (edited !== undefined) return edited;
  const chosen = like.find(({ key }) => key === likeKey);
  return {
    reviewers: String(chosen?.minimumReviewers ?? ""),
    criteria: (chosen?.criteria ?? []).map(({ code, name, weight, anchors }) => ({
      id: code,
      name,
      weight: String(weight),
      anchors,
    })),
  };
}

/** The weights' sum in percent; what is no number counts for nothing. */
export function weightSum({ criteria }: JudgingValues): number {
  return criteria.reduce((sum, { weight }) => sum + (wholeIn(weight, 100) ?? 0), 0);
}

/** What is missing or cannot be read, in the order of the form. Codes "year", "whole" and "sum" are the form's own. */
export function problemsIn(values: NewPoolValues, judging: JudgingValues): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const at = (field: string, code: string): void => {
    problems.push({ field, code, data: {} });
  };
  const need = (field: string, text: string): void => {
    if (text.trim() === "") at(field, "missing");
  };
  need("title", values.title);
  need("number", values.number);
  if (!/^\s*(?:19[7-9]|20\d)\d\s*$/u.test(values.year)) at("year", "year");
  const amount = parseAmount(values.amount);
  if (!amount.ok) problems.push(amountProblem("amount", amount.refusal));
  else if (amount.value <= 0) at("amount", "amount-not-positive");
  for (const name of ["plan", "project", "purpose", "eligibility"] as const) need(name, values[name]);
  if (wholeIn(judging.reviewers, 20) === undefined) at("minimumReviewers", "whole");
  for (const [index, { name, weight, anchors }] of judging.criteria.entries()) {
    need(`criteria.${index}.name`, name);
    if (wholeIn(weight, 100) === undefined) at(`criteria.${index}.weight`, "whole");
    for (const [step, anchor] of anchors.entries()) need(`criteria.${index}.anchors.${step}`, anchor);
  }
  if (weightSum(judging) !== 100) at("criteria", "sum");
  return problems;
}

/** What is sent of a form in which nothing is wrong. */
export function newPoolRequest(values: NewPoolValues, judging: JudgingValues): Readonly<Record<string, unknown>> {
  const amount = parseAmount(values.amount);
  const { likeKey: _key, edits: _edits, amount: _typed, year, ...texts } = values;
  return {
    ...texts,
    year: Number(year),
    amountOere: amount.ok ? amount.value : 0,
    minimumReviewers: wholeIn(judging.reviewers, 20) ?? 0,
    criteria: judging.criteria.map(({ name, weight, anchors }) => ({
      name,
      weight: wholeIn(weight, 100) ?? 0,
      anchors,
    })),
  };
}

/** A whole number from 1; "30 %" is 30. */
function wholeIn(typed: string, most: number): number | undefined {
  const digits = /^\s*(\d{1,3})\s*(?:%|pct\.?|procent)?\s*$/u.exec(typed)?.[1];
  const number = Number(digits);
  return digits === undefined || number < 1 || number > most ? undefined : number;
}
