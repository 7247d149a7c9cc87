import { Field, Input, Textarea } from "@fluentui/react-components";
import type { FieldProblem } from "#contract/problem.ts";
import { problemSentence } from "../../texts/problem-sentence.ts";
import { useLanguage, useTexts } from "../../texts/texts-context.ts";
import { useNewPoolTexts } from "./new-pool-texts.ts";
import type { JudgingValues, NewPoolValues } from "./new-pool-values.ts";

/** What the parts of the form share. */
export interface NewPoolForm {
  readonly values: NewPoolValues;
  readonly judging: JudgingValues;
  /** Told once the form has been sent. */
  readonly problems: readonly FieldProblem[];
  readonly set: (change: Partial<NewPoolValues>) => void;
  readonly setJudging: (change: Partial<JudgingValues>) => void;
}

/** Where a field is found, by its path: "amount", "criteria.0.name". */
export function poolFieldId(path: string): string {
  return `new-pool-${path}`;
}

/** What a field shows below it. */
export function useFieldState(form: NewPoolForm) {
  const texts = useTexts();
  const language = useLanguage();
  const words = useNewPoolTexts();
  const sentence = (problem: FieldProblem): string => {
    if (problem.code === "year") return words.yearWrong;
    if (problem.code === "whole") return problem.field.endsWith("weight") ? words.weightWrong : words.reviewersWrong;
    return problemSentence(problem, texts, language);
  };
  return (path: string) => {
    const problem = form.problems.find(({ field }) => field === path);
    return {
      validationState: problem === undefined ? ("none" as const) : ("error" as const),
      validationMessage: problem === undefined ? null : sentence(problem),
    };
  };
}

interface NewPoolFieldProps {
  readonly form: NewPoolForm;
  readonly name: Exclude<keyof NewPoolValues, "likeKey" | "edits">;
  readonly label: string;
  readonly hint?: string;
  readonly isLong?: boolean;
}

/** One text of the pool. */
export function NewPoolField({ form, name, label, hint, isLong = false }: NewPoolFieldProps) {
  const state = useFieldState(form)(name);
  const id = poolFieldId(name);
  const value = form.values[name];
  const change = (typed: string): void => {
    form.set({ [name]: typed });
  };
  return (
    <Field label={label} hint={hint ?? null} required {...state}>
      {isLong ? (
        <Textarea id={id} value={value} resize="vertical" onChange={(_, data) => change(data.value)} />
      ) : (
        <Input id={id} value={value} autoComplete="off" onChange={(_, data) => change(data.value)} />
      )}
    </Field>
  );
}
