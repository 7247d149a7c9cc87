import { Checkbox, Field, Input, Textarea } from "@fluentui/react-components";
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
      <NotCpr path={name} />
    </div>
  );
}

/** "Dette er ikke et CPR-nummer": shown where a number looks like one, and where the person has said so. */
export function NotCpr({ path }: { readonly path: string }) {
  const { values, problems, edit, readOnly } = useApplyForm();
  const { apply } = useTexts();
  const field = path.split(".")[0] ?? path;
  const said = values.notCpr.includes(field);
  const found = problems.some((problem) => problem.code === "cpr" && problem.field === path);
  if (!found && !said) return null;
  return (
    <Checkbox
      label={apply.notCpr}
      checked={said}
      disabled={readOnly}
      onChange={(_, data) => {
        const others = values.notCpr.filter((name) => name !== field);
        edit("notCpr", data.checked === true ? [...others, field] : others);
      }}
    />
  );
}

/** The sentence to show at a path now. */
export function useProblemText(path: string): string | undefined {
  const texts = useTexts();
  const language = useLanguage();
  const problem = useApplyForm().shown(path);
  return problem && problemSentence(problem, texts, language);
}
