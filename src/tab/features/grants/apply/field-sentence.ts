import type { FieldProblem } from "#contract/problem.ts";
import type { Language } from "#domain/shared/language.ts";
import { formatFor } from "../../../components/use-format.ts";
import { problemSentence } from "../../../texts/problem-sentence.ts";
import type { ApplyTexts } from "./apply-texts.ts";

/** The sentence of a problem in this form, which can name the cell or field where the shared one is general. */
export function fieldSentence(problem: FieldProblem, texts: ApplyTexts, language: Language): string {
  const { field, code } = problem;
  if (code === "missing" && /^budgetLines\..*\.amount$/.test(field)) return texts.apply.lineAmountMissing;
  return dateSentence(problem, texts, language) ?? problemSentence(problem, texts, language);
}

/** What is the matter with a day, and what it may have meant. */
function dateSentence({ code, data }: FieldProblem, { apply }: ApplyTexts, language: Language): string | undefined {
  if (code !== "not-a-date") return undefined;
  const sentences: Readonly<Record<string, ((reading: string, other: string) => string) | undefined>> = apply.dates;
  const { date } = formatFor(language);
  const [reading, other] = [String(data["reading"] ?? ""), String(data["other"] ?? "")].map(date);
  return sentences[String(data["why"])]?.(reading ?? "", other ?? "");
}
