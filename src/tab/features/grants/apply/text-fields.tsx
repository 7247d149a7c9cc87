import { Checkbox, Field, Input, Textarea } from "@fluentui/react-components";
import { notCprMarks } from "#domain/grants/draft-cpr.ts";
import { problemSentence } from "../../../texts/problem-sentence.ts";
import { useLanguage, useTexts } from "../../../texts/texts-context.ts";
import { useApplyStyles } from "./apply.styles.ts";
import { fieldId, useApplyForm } from "./apply-form.ts";
import type { DraftFieldName, DraftValues } from "./draft-saver.ts";

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
}

/** One text of the form: label, help, what is wrong, and the way out when it only looks like a CPR number. */
export function TextField({ name, label, hint, required = false, long = false }: TextFieldProps) {
  const styles = useApplyStyles();
  const { values, edit, visit, readOnly } = useApplyForm();
  const message = useProblemText(name);
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
      <Field
        label={label}
        required={required}
        hint={hint ?? null}
        validationState={message === undefined ? "none" : "error"}
        validationMessage={message ?? null}
      >
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
      {name === "startDate" || name === "endDate" ? null : <NotCpr path={name} text={values[name]} />}
    </div>
  );
}

/** "Dette er ikke et CPR-nummer": shown where a number looks like one, and where the person has said so. */
export function NotCpr({ path, text }: { readonly path: string; readonly text: string }) {
  const { draft, values, edit, readOnly } = useApplyForm();
  const { apply } = useTexts();
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
  const texts = useTexts();
  const language = useLanguage();
  const { shown, notStored } = useApplyForm();
  const problem = shown(path);
  if (problem?.code === "cpr" && notStored.includes(path)) return texts.apply.cprNotStored;
  return problem && problemSentence(problem, texts, language);
}
