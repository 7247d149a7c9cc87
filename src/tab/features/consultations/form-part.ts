import type { FieldProblem } from "#contract/problem.ts";
import { problemSentence } from "../../texts/problem-sentence.ts";
import { useLanguage, useTexts } from "../../texts/texts-context.ts";
import type { FormValues } from "./form-values.ts";

/** What the parts of the form share. */
export interface FormPart {
  readonly values: FormValues;
  readonly edit: (change: Partial<FormValues>) => void;
  /** Whether something is missing or cannot be read at a path, once it was tried to save. */
  readonly wrong: (path: string) => boolean;
  /** What the service said. */
  readonly problems: readonly FieldProblem[];
  /** Subject, text and who was asked stand. */
  readonly isSent: boolean;
}

/** The element id of a field path, so that a press on Save can lead to it. */
export function fieldIdOf(path: string): string {
  return `consultation-${path.replaceAll(".", "-")}`;
}

/** What a field shows below it: the service's sentence, else ours. */
export function useWrong(
  part: FormPart,
): (
  path: string,
  ours?: string,
) => { readonly validationState: "none" | "error"; readonly validationMessage: string | null } {
  const texts = useTexts();
  const language = useLanguage();
  return (path, ours = texts.problems.byCode.missing()) => {
    const problem = part.problems.find(({ field }) => field === path);
    if (problem) {
      return { validationState: "error", validationMessage: problemSentence(problem, texts, language) };
    }
    return part.wrong(path)
      ? { validationState: "error", validationMessage: ours }
      : { validationState: "none", validationMessage: null };
  };
}
