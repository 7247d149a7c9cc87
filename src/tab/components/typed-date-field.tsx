import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { formatDate } from "#domain/shared/format-dates.ts";
import type { Language } from "#domain/shared/language.ts";
import { readTypedDate } from "#domain/shared/typed-date.ts";
import { typedDates as danish } from "../texts/da/typed-dates.ts";
import { typedDates as english } from "../texts/en/typed-dates.ts";
import { useLanguage } from "../texts/texts-context.ts";
import { formatFor } from "./use-format.ts";

const useStyles = makeStyles({ understood: { display: "block", color: tokens.colorNeutralForeground2 } });

interface TypedDateFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** A hint that is only an example; what is wrong has one of its own, so it gives way to that. */
  readonly example?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** What is wrong with it beyond its being no day, or what the service says. */
  readonly problem?: string | undefined;
  /** Whether to say what is wrong: not before the field has been left, or the form sent. */
  readonly checked: boolean;
  readonly onBlur?: () => void;
  readonly missing: string;
  readonly understood: (day: string) => string;
  readonly required?: boolean;
  readonly id?: string;
}

/** A day as Danes write it, with the day it was understood as, or what is wrong with it. */
export function TypedDateField(props: TypedDateFieldProps) {
  const { label, hint, example, value, onChange, problem, checked, onBlur, missing, understood, id } = props;
  const styles = useStyles();
  const language = useLanguage();
  const date = readTypedDate(value);
  const wrong = problem ?? (checked ? typedDateSentence(value, language, missing) : undefined);
  return (
    <div>
      <Field
        label={label}
        required={props.required ?? false}
        hint={hint ?? (wrong === undefined ? example : undefined) ?? null}
        validationState={wrong === undefined ? "none" : "error"}
        validationMessage={wrong ?? null}
      >
        <Input
          {...(id === undefined ? {} : { id })}
          value={value}
          autoComplete="off"
          onBlur={onBlur}
          onChange={(_, data) => {
            onChange(data.value);
          }}
        />
      </Field>
      {date.ok ? <span className={styles.understood}>{understood(formatDate(date.value, language))}</span> : null}
    </div>
  );
}

/** What is the matter with a typed day; undefined where it is one. */
function typedDateSentence(text: string, language: Language, missing: string): string | undefined {
  const read = readTypedDate(text);
  if (read.ok) return undefined;
  const { refusal } = read;
  if (refusal.kind === "empty" || refusal.kind === "not-a-date") return missing;
  const sentences = language === "en" ? english : danish;
  const { date } = formatFor(language);
  const [reading, other] =
    "readings" in refusal ? refusal.readings : "reading" in refusal ? [refusal.reading, ""] : ["", ""];
  return sentences[refusal.kind](date(reading), date(other));
}
