import { Field, Input, Select, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { type CaseView, caseSchema } from "#contract/cases.ts";
import { type DecisionCode, decisionCodes } from "#domain/cases/case.ts";
import { pointTexts, proposedCode } from "#domain/cases/decision-words.ts";
import { parsePlainDate, plainDateOf } from "#domain/shared/dates.ts";
import { formatShortDate } from "#domain/shared/format-dates.ts";
import { readTypedDate } from "#domain/shared/typed-date.ts";
import { useCommand } from "../../components/command.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { useToast } from "../../components/toasts.ts";
import { TypedDateField } from "../../components/typed-date-field.tsx";
import { instantOf } from "../../components/use-format.ts";
import { useCaseTexts } from "./case-texts.ts";
import { useCaseStyles } from "./cases.styles.ts";

interface DecisionDialogProps {
  readonly view: CaseView;
  readonly onClose: () => void;
}

/**
 * What a body decided, in the words of the minutes; the meaning of each point is proposed from its words and confirmed
 * by the person. Whether it is final nobody says here: it follows from the step.
 */
export function DecisionDialog({ view, onClose }: DecisionDialogProps) {
  const styles = useCaseStyles();
  const { decisionForm: words } = useCaseTexts();
  const toast = useToast();
  const command = useCommand<CaseView>();
  const step = view.steps.find(({ isNext }) => isNext);
  const [date, setDate] = useState(() => dayText(step?.date ?? plainDateOf(instantOf(view.now))));
  const [minutes, setMinutes] = useState("");
  const [chosen, setChosen] = useState<Readonly<Record<number, DecisionCode>>>({});
  const [letters, setLetters] = useState("");
  const [pressed, setPressed] = useState(false);
  const day = readTypedDate(date);
  const texts = pointTexts(
    minutes,
    view.points.map(({ number }) => number),
  );
  const isMissing = texts.some((text) => text === "");
  const points = view.points.map(({ number }, index) => {
    const text = texts[index] ?? "";
    return { number, text, code: chosen[number] ?? proposedCode(text) ?? "approved" };
  });
  const save = (): void => {
    setPressed(true);
    if (!day.ok || isMissing || step === undefined) return;
    const apologies = letters.split(/[\s,]+/u).filter((letter) => letter !== "");
    command.mutate(
      {
        method: "POST",
        path: `/cases/${view.key}/decisions`,
        body: {
          stepKey: step.key,
          date: day.value,
          points,
          apologies: apologies.map((partyLetter) => ({ role: words.member, partyLetter })),
        },
        schema: caseSchema,
        answers: ["case", view.key],
      },
      {
        onSuccess: () => {
          toast({ text: words.saved });
          onClose();
        },
      },
    );
  };
  return (
    <ConfirmDialog
      title={words.title(step?.name ?? "")}
      confirm={words.saveButton}
      busy={command.isPending}
      problem={command.error}
      onCancel={onClose}
      onConfirm={save}
    >
      <div className={styles.fields}>
        <TypedDateField
          label={words.date}
          value={date}
          onChange={setDate}
          checked={pressed}
          missing={words.dateWrong}
          understood={words.understood}
          required
        />
        <MinutesField value={minutes} onChange={setMinutes} isWrong={pressed && isMissing} />
        {points.map(({ number, text, code }) => (
          <MeaningField
            key={number}
            label={points.length === 1 ? words.meaning : `${words.point(number)}: ${words.meaning.toLowerCase()}`}
            hint={text}
            code={code}
            onChange={(next) => {
              setChosen({ ...chosen, [number]: next });
            }}
          />
        ))}
        <ApologyField value={letters} onChange={setLetters} />
        <p className={styles.quiet}>{step?.isFinal === true ? words.final : words.notFinal}</p>
      </div>
    </ConfirmDialog>
  );
}

interface TextFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function MinutesField({ value, onChange, isWrong }: TextFieldProps & { readonly isWrong: boolean }) {
  const { decisionForm: words } = useCaseTexts();
  return (
    <Field
      label={words.minutes}
      hint={words.minutesHint}
      required
      validationState={isWrong ? "error" : "none"}
      validationMessage={isWrong ? words.required : null}
    >
      <Textarea
        rows={5}
        resize="vertical"
        value={value}
        onChange={(_, data) => {
          onChange(data.value);
        }}
      />
    </Field>
  );
}

function ApologyField({ value, onChange }: TextFieldProps) {
  const { decisionForm: words } = useCaseTexts();
  return (
    <Field label={words.apology} hint={words.apologyHint}>
      <Input
        value={value}
        onChange={(_, data) => {
          onChange(data.value);
        }}
      />
    </Field>
  );
}

interface MeaningFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly code: DecisionCode;
  readonly onChange: (code: DecisionCode) => void;
}

function MeaningField({ label, hint, code, onChange }: MeaningFieldProps) {
  const { terms } = useCaseTexts();
  return (
    <Field label={label} hint={hint}>
      <Select
        value={code}
        onChange={(_, { value }) => {
          onChange(decisionCodes.find((each) => each === value) ?? code);
        }}
      >
        {decisionCodes.map((each) => (
          <option key={each} value={each}>
            {terms.code[each]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function dayText(date: string): string {
  const day = parsePlainDate(date);
  return day.ok ? formatShortDate(day.value) : "";
}
