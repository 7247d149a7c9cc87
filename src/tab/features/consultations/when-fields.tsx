import { Field, Input } from "@fluentui/react-components";
import { Section } from "../../components/section.tsx";
import { TypedDateField } from "../../components/typed-date-field.tsx";
import { useFormTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";
import { DeadlineAdvice } from "./deadline-advice.tsx";
import { type FormPart, fieldIdOf, useWrong } from "./form-part.ts";
import type { DayField } from "./form-values.ts";

/** When it is sent and until when it may be answered, with what there is to say of that; then the meetings around it. */
export function WhenFields({ part }: { readonly part: FormPart }) {
  const styles = useConsultationStyles();
  const words = useFormTexts();
  const wrong = useWrong(part);
  const { values, edit, isSent } = part;
  return (
    <>
      <Section title={words.when}>
        <div className={styles.fields}>
          {isSent ? null : <Day part={part} name="sendOn" label={words.sendOn} hint={words.sendOnHint} />}
          <div className={styles.pair}>
            <Day part={part} name="deadlineOn" label={words.deadlineOn} example={words.dateHint} />
            <Field label={words.deadlineTime} hint={words.timeHint} {...wrong("deadlineTime", words.timeWrong)}>
              <Input
                id={fieldIdOf("deadlineTime")}
                value={values.deadlineTime}
                onChange={(_, { value }) => {
                  edit({ deadlineTime: value });
                }}
              />
            </Field>
          </div>
          <DeadlineAdvice values={values} />
        </div>
      </Section>
      <Section title={words.steps}>
        <div className={styles.fields}>
          <fieldset className={styles.group}>
            <legend className={styles.legend}>{words.nextStep}</legend>
            <div className={styles.pair}>
              <BodyField part={part} name="nextBody" label={words.body} />
              <Day part={part} name="nextOn" label={words.meetingOn} />
              <Day part={part} name="nextAgendaOn" label={words.agendaOn} hint={words.agendaOnHint} />
            </div>
          </fieldset>
          <fieldset className={styles.group}>
            <legend className={styles.legend}>{words.stepBefore}</legend>
            <div className={styles.pair}>
              <BodyField part={part} name="beforeBody" label={words.body} />
              <Day part={part} name="beforeOn" label={words.meetingOn} />
              <Day part={part} name="beforeDecidedOn" label={words.stepBeforeDecided} />
            </div>
          </fieldset>
        </div>
      </Section>
    </>
  );
}

interface PartFieldProps {
  readonly part: FormPart;
  readonly label: string;
  readonly hint?: string;
}

function Day({ part, name, ...texts }: PartFieldProps & { readonly name: DayField; readonly example?: string }) {
  const words = useFormTexts();
  const wrong = useWrong(part);
  const { values, edit } = part;
  const said = wrong(name, words.dateWrong).validationMessage;
  return (
    <TypedDateField
      id={fieldIdOf(name)}
      {...texts}
      value={values[name]}
      onChange={(text) => {
        edit({ [name]: text });
      }}
      problem={values[name].trim() === "" ? (said ?? undefined) : undefined}
      checked={part.wrong(name)}
      missing={words.dateWrong}
      understood={words.understood}
    />
  );
}

function BodyField({ part, name, label }: PartFieldProps & { readonly name: "nextBody" | "beforeBody" }) {
  const wrong = useWrong(part);
  const { values, edit } = part;
  return (
    <Field label={label} {...wrong(name)}>
      <Input
        id={fieldIdOf(name)}
        value={values[name]}
        autoComplete="off"
        onChange={(_, { value }) => {
          edit({ [name]: value });
        }}
      />
    </Field>
  );
}
