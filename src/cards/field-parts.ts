import { type CardElementArray, Choice, ChoiceSetInput, TextInput } from "@microsoft/teams.cards";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import { warning } from "./card-parts.ts";
import type { CardScreen } from "./screen.ts";
import { problemText } from "./texts/problem-text.ts";

/** A text field with its label; what is wrong with it stands right below. */
export interface TextField {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly max: number;
  readonly lines: "one" | "many";
  readonly hint?: string;
  /** Said by the client when the field is left empty; without it the field may be empty. */
  readonly required?: string;
  readonly problems: readonly FieldProblem[];
}

/** A text field and the problems at it. */
export function textField(screen: CardScreen, field: TextField): CardElementArray {
  const input = new TextInput({
    id: field.id,
    label: field.label,
    maxLength: field.max,
    isMultiline: field.lines === "many" || field.value.includes("\n"),
    ...(field.hint === undefined ? {} : { placeholder: field.hint }),
    ...(field.value === "" ? {} : { value: field.value }),
    ...(field.required === undefined ? {} : { isRequired: true, errorMessage: field.required }),
  });
  return [input, ...problemBlocks(screen, field.problems)];
}

/** A choice among few, unfolded by a press, so that five scales fit a telephone's screen. */
export interface ChoiceField {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string | undefined;
  readonly choices: readonly (readonly [value: string, title: string])[];
  readonly problems: readonly FieldProblem[];
}

/** A list to choose from, and the problems at it. */
export function choiceField(screen: CardScreen, field: ChoiceField): CardElementArray {
  const choices = field.choices.map(([value, title]) => new Choice({ title, value }));
  const input = new ChoiceSetInput(...choices).withOptions({
    id: field.id,
    label: field.label,
    style: "compact",
    placeholder: field.hint,
    wrap: true,
    ...(field.value === undefined ? {} : { value: field.value }),
  });
  return [input, ...problemBlocks(screen, field.problems)];
}

function problemBlocks(screen: CardScreen, problems: readonly FieldProblem[]): CardElementArray {
  return problems.map((problem) => warning(problemText(problem, screen.language)));
}
