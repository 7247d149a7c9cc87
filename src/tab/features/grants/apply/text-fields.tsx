import { Checkbox, Field, Input, Textarea } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { notCprMarks } from "#domain/grants/draft-cpr.ts";
import { useLanguage } from "../../../texts/texts-context.ts";
import { useApplyStyles } from "./apply.styles.ts";
import { fieldId, useApplyForm } from "./apply-form.ts";
import { useApplyTexts } from "./apply-texts.ts";
import { useCharactersLeft } from "./characters-left.ts";
import type { DraftFieldName, DraftValues } from "./draft-saver.ts";
import { fieldSentence } from "./field-sentence.ts";

/** Fields whose value is a text. */
export type TextFieldName = {
  [F in DraftFieldName]: DraftValues[F] extends string ? F : never;
}[DraftFieldName];

interface TextFieldProps {
  readonly name: TextFieldName;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly long?: boolean;
  /** Help by example under the field. */
  readonly example?: ReactNode;
}

/** One text of the form: label, help, what is wrong, and the way out when it only looks like a CPR number. */
export function TextField({ name, label, hint, required = false, long = false, example }: TextFieldProps) {
  const styles = useApplyStyles();
  const { values, edit, visit, readOnly } = useApplyForm();
  const validation = useValidation(name);
  const left = useCharactersLeft(name, values[name]);
  const hints = [hint, left].filter((text) => text !== undefined);
  const common = {
    id: fieldId(name),
    value: values[name],
    readOnly,
    // What cannot be changed must not look as if it could.
    appearance: readOnly ? "filled-darker" : "outline",
    onBlur: () => {
      visit(name);
    },
  } as const;
  return (
    <div>
      <Field label={label} required={required} hint={hints.length === 0 ? null : hints.join(" ")} {...validation}>
        {long ? (
          <Textarea
            {...common}
            className={styles.area}
            resize="vertical"
            onChange={(_, data) => {
              edit(name, data.value);
            }}
          />
        ) : (
          <Input
            {...common}
            autoComplete="off"
            onChange={(_, data) => {
              edit(name, data.value);
            }}
          />
        )}
      </Field>
      {example}
      {name === "startDate" || name === "endDate" ? null : <NotCpr path={name} text={values[name]} />}
    </div>
  );
}

/** "Dette er ikke et CPR-nummer": shown where a number looks like one, and where the person has said so. */
export function NotCpr({ path, text }: { readonly path: string; readonly text: string }) {
  const { draft, values, edit, readOnly } = useApplyForm();
  const { apply } = useApplyTexts();
  const marks = notCprMarks((path.split(".")[0] ?? path) as DraftFieldName, text);
  if (marks.length === 0) return null;
  const said = marks.every((mark) => values.notCpr.includes(mark));
  // What is stored on somebody's word is taken back by removing the number.
  const stored = marks.every((mark) => draft.fields.notCpr.includes(mark));
  return (
    <Checkbox
      label={apply.notCpr}
      checked={said}
      disabled={readOnly || stored}
      onChange={(_, data) => {
        const others = values.notCpr.filter((mark) => !marks.includes(mark));
        edit("notCpr", data.checked === true ? [...others, ...marks] : others);
      }}
    />
  );
}

/** The sentence to show at a path now. */
export function useProblemText(path: string): string | undefined {
  const texts = useApplyTexts();
  const language = useLanguage();
  const { shown, notStored } = useApplyForm();
  const problem = shown(path);
  if (problem?.code === "cpr" && notStored.includes(path)) return texts.apply.cprNotStored;
  const sentence = problem && fieldSentence(problem, texts, language);
  return sentence !== undefined && notStored.some((held) => path === held || path.startsWith(`${held}.`))
    ? `${sentence} ${texts.apply.fieldNotStored}`
    : sentence;
}

/** What a field shows below it: what is wrong, else what looks odd. */
export function useValidation(path: string): {
  readonly validationState: "none" | "warning" | "error";
  readonly validationMessage: string | null;
} {
  const message = useProblemText(path);
  const doubt = useDoubtText(path);
  if (message !== undefined) return { validationState: "error", validationMessage: message };
  return { validationState: doubt === undefined ? "none" : "warning", validationMessage: doubt ?? null };
}

/** What looks odd at a path and stops nobody. */
export function useDoubtText(path: string): string | undefined {
  const { apply } = useApplyTexts();
  const { doubted } = useApplyForm();
  const warning = doubted(path);
  return warning && apply.warnings[warning.code];
}
