import { Field, Select } from "@fluentui/react-components";
import { formatDate } from "#domain/shared/format-dates.ts";
import { readTypedDate } from "#domain/shared/typed-date.ts";
import { Section } from "../../../components/section.tsx";
import { useFormat } from "../../../components/use-format.ts";
import { useLanguage } from "../../../texts/texts-context.ts";
import { AmountField } from "./amount-field.tsx";
import { useApplyStyles } from "./apply.styles.ts";
import { fieldId, useApplyForm } from "./apply-form.ts";
import { useApplyTexts } from "./apply-texts.ts";
import { BudgetLines } from "./budget-lines.tsx";
import { Example } from "./example.tsx";
import { SdgPicker } from "./sdg-picker.tsx";
import { TextField, useProblemText } from "./text-fields.tsx";

/** Step 1: what the project is. */
export function ProjectSection() {
  const styles = useApplyStyles();
  const { apply } = useApplyTexts();
  const { draft } = useApplyForm();
  return (
    <Section title={apply.project}>
      <div className={styles.fields}>
        {draft.questions === undefined ? null : (
          <TextField name="answer" label={apply.answer(draft.questionsBy ?? "")} hint={apply.answerHint} long />
        )}
        <TextField name="title" label={apply.title} hint={apply.titleHint} required />
        <FocusAreaField />
        <TextField
          name="description"
          label={apply.description}
          hint={apply.descriptionHint}
          required
          long
          example={<Example of="description" />}
        />
        <div className={styles.pair}>
          <DateField name="startDate" label={`${apply.period}, ${apply.startDate}`} />
          <DateField name="endDate" label={`${apply.period}, ${apply.endDate}`} />
        </div>
        <TextField name="resubmissionOf" label={apply.resubmissionOf} hint={apply.resubmissionHint} />
      </div>
    </Section>
  );
}

/** A day as Danes write it, with the day it was understood as. */
function DateField({ name, label }: { readonly name: "startDate" | "endDate"; readonly label: string }) {
  const styles = useApplyStyles();
  const { apply } = useApplyTexts();
  const language = useLanguage();
  const { values } = useApplyForm();
  // What is wrong with it has an example of its own.
  const hint = useProblemText(name) === undefined ? { hint: apply.dateHint } : {};
  const date = readTypedDate(values[name]);
  return (
    <div>
      <TextField name={name} label={label} {...hint} />
      {date.ok ? <span className={styles.understood}>{apply.understood(formatDate(date.value, language))}</span> : null}
    </div>
  );
}

function FocusAreaField() {
  const styles = useApplyStyles();
  const { apply, words } = useApplyTexts();
  const { values, edit, visit, readOnly } = useApplyForm();
  const message = useProblemText("focusArea");
  return (
    <Field
      label={apply.focusArea}
      required
      validationState={message === undefined ? "none" : "error"}
      validationMessage={message ?? null}
    >
      <Select
        className={styles.wide}
        id={fieldId("focusArea")}
        value={values.focusArea}
        disabled={readOnly}
        onBlur={() => {
          visit("focusArea");
        }}
        onChange={(_, data) => {
          edit("focusArea", data.value);
        }}
      >
        <option value="">{apply.choose}</option>
        {words.focusAreas.map((name, index) => (
          <option key={name} value={String(index + 1)}>
            {`${index + 1}. ${name}`}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Step 2: what it is good for. */
export function EffectSection() {
  const styles = useApplyStyles();
  const { apply } = useApplyTexts();
  return (
    <Section title={apply.effect}>
      <div className={styles.fields}>
        <TextField
          name="effect"
          label={apply.effectLabel}
          hint={apply.effectHint}
          required
          long
          example={<Example of="effect" />}
        />
        <SdgPicker />
      </div>
    </Section>
  );
}

/** Step 3: the money. */
export function EconomySection() {
  const styles = useApplyStyles();
  const { apply } = useApplyTexts();
  const format = useFormat();
  const { draft } = useApplyForm();
  const cap = apply.capHint(format.kr(draft.round.capOere));
  return (
    <Section title={apply.economy}>
      <div className={styles.fields}>
        <div className={styles.pair}>
          <AmountField
            name="requestedAmount"
            label={apply.requestedAmount}
            hint={`${apply.amountHint} ${cap}`}
            required
          />
          <AmountField name="ownContribution" label={apply.ownContribution} hint={apply.amountHint} />
        </div>
        <BudgetLines />
        <TextField name="operation" label={apply.operation} long example={<Example of="operation" />} />
      </div>
    </Section>
  );
}
