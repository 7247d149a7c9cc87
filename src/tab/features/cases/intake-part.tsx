import { Button, Checkbox, Field, Input, Textarea } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { CaseReading, CreatedFromText } from "#contract/case-intake.ts";
import type { FieldProblem } from "#contract/problem.ts";
import { TypedDateField } from "../../components/typed-date-field.tsx";
import { problemSentence } from "../../texts/problem-sentence.ts";
import { useLanguage, useTexts } from "../../texts/texts-context.ts";
import { useIntakeStyles } from "./intake.styles.ts";
import { useIntakeTexts } from "./intake-texts.ts";
import type { IntakeValues } from "./intake-values.ts";

/** What the parts of the form share. */
export interface IntakePart {
  readonly values: IntakeValues;
  readonly reading: CaseReading;
  readonly set: (change: Partial<IntakeValues>) => void;
  /** Whether something was read into the field. */
  readonly isFound: (field: string) => boolean;
  readonly show: (field: string) => void;
  /** Whether a field is missing or wrong, once it was tried to create. */
  readonly isWrong: (field: string) => boolean;
  /** What the service said of the case's own fields. */
  readonly problems: readonly FieldProblem[];
  /** What has been made already, and stands. */
  readonly made: CreatedFromText | undefined;
}

export interface IntakePartProps {
  readonly part: IntakePart;
}

/** The element of a field, so that its place in the text can lead to it. */
export function fieldIdOf(field: string): string {
  return `intake-${field.replaceAll(".", "-")}`;
}

/** Whether a part was made already: it stands, and is changed on its own page from now on. */
export function isMade({ made }: IntakePart, part: CreatedFromText["parts"][number]["part"], index = 0): boolean {
  return made?.parts.some((each) => each.part === part && each.index === index && each.problem === undefined) ?? false;
}

interface PlacedProps {
  readonly part: IntakePart;
  readonly field: string;
  readonly label: string;
  readonly children: ReactNode;
}

/** A field with the button that shows where its value stands; what was not found says so. */
export function Placed({ part, field, label, children }: PlacedProps) {
  const styles = useIntakeStyles();
  const words = useIntakeTexts();
  return (
    <div className={styles.placed}>
      <div className={styles.grow}>{children}</div>
      {part.isFound(field) ? (
        <Button
          className={styles.show}
          size="small"
          appearance="subtle"
          aria-label={words.showOf(label)}
          onClick={() => {
            part.show(field);
          }}
        >
          {words.show}
        </Button>
      ) : (
        <span className={styles.missing}>{words.notFound}</span>
      )}
    </div>
  );
}

/** What a field shows below it: the service's sentence, else ours. */
export function useIntakeWrong(part: IntakePart) {
  const texts = useTexts();
  const language = useLanguage();
  const words = useIntakeTexts();
  return (field: string, path = field, ours: string = words.required) => {
    const problem = part.problems.find((each) => each.field === path);
    const said = problem ? problemSentence(problem, texts, language) : part.isWrong(field) ? ours : null;
    return { validationState: said === null ? "none" : "error", validationMessage: said } as const;
  };
}

interface TypedProps {
  readonly part: IntakePart;
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The field's name in what the service says, where it is another. */
  readonly path?: string;
  readonly hint?: string;
  readonly wrong?: string;
  readonly required?: boolean;
  readonly isLong?: boolean;
  readonly isLocked: boolean;
}

/** A text that was read, to be corrected. */
export function TypedText({ part, field, label, value, onChange, path, hint, wrong, ...rest }: TypedProps) {
  const { required = false, isLong = false, isLocked } = rest;
  const state = useIntakeWrong(part)(field, path, wrong);
  const input = { id: fieldIdOf(field), value, readOnly: isLocked };
  return (
    <Placed part={part} field={field} label={label}>
      <Field label={label} required={required} hint={hint ?? null} {...state}>
        {isLong ? (
          <Textarea
            {...input}
            rows={3}
            resize="vertical"
            onChange={(_, data) => {
              onChange(data.value);
            }}
          />
        ) : (
          <Input
            {...input}
            autoComplete="off"
            onChange={(_, data) => {
              onChange(data.value);
            }}
          />
        )}
      </Field>
    </Placed>
  );
}

/** A day that was read, to be corrected. */
export function TypedDay({ part, field, label, value, onChange, required = false, isLocked }: TypedProps) {
  const words = useIntakeTexts();
  return (
    <Placed part={part} field={field} label={label}>
      <TypedDateField
        id={fieldIdOf(field)}
        label={label}
        value={value}
        required={required}
        checked={part.isWrong(field)}
        missing={words.dateWrong}
        understood={words.understood}
        onChange={(typed) => {
          if (!isLocked) onChange(typed);
        }}
      />
    </Placed>
  );
}

interface TickProps {
  readonly label: string;
  readonly isTicked: boolean;
  readonly isLocked: boolean;
  readonly onChange: (isTicked: boolean) => void;
}

/** Whether something is to be made. */
export function Tick({ label, isTicked, isLocked, onChange }: TickProps) {
  return (
    <Checkbox
      label={label}
      checked={isTicked}
      disabled={isLocked}
      onChange={(_, { checked }) => {
        onChange(checked === true);
      }}
    />
  );
}

interface TickedTextProps extends Omit<TypedProps, "onChange" | "required" | "wrong"> {
  readonly isTicked: boolean;
  readonly onChange: (next: { readonly text?: string; readonly isTicked?: boolean }) => void;
}

/** One of several texts that were read, each to be corrected, and with or without. */
export function TickedText({ isTicked, onChange, ...typed }: TickedTextProps) {
  const styles = useIntakeStyles();
  const words = useIntakeTexts();
  return (
    <fieldset className={styles.group} aria-label={typed.label}>
      <TypedText
        {...typed}
        onChange={(text) => {
          onChange({ text });
        }}
      />
      <Tick
        label={words.make}
        isTicked={isTicked}
        isLocked={typed.isLocked}
        onChange={(next) => {
          onChange({ isTicked: next });
        }}
      />
    </fieldset>
  );
}
