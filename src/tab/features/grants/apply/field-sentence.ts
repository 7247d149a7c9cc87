import type { FieldProblem } from "#contract/problem.ts";
import type { Language } from "#domain/shared/language.ts";
import { problemSentence } from "../../../texts/problem-sentence.ts";
import type { ApplyTexts } from "./apply-texts.ts";

/** The sentence of a problem in this form, which can name the cell or field where the shared one is general. */
export function fieldSentence(problem: FieldProblem, texts: ApplyTexts, language: Language): string {
  const { field, code } = problem;
  if (code === "missing" && /^budgetLines\..*\.amount$/.test(field)) return texts.apply.lineAmountMissing;
  return problemSentence(problem, texts, language);
}
