import type { FieldProblem } from "#domain/shared/field-problem.ts";
import type { Language } from "#domain/shared/language.ts";
import { cardTexts } from "./card-texts.ts";

/** The sentence that stands beside a field: what is wrong and what to do. */
export function problemText(problem: FieldProblem, language: Language): string {
  return cardTexts(language).problems[problem.code]((name) => String(problem.data[name] ?? ""));
}
