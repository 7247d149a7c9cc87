import { Checkbox, Field, Input, Textarea } from "@fluentui/react-components";
import type { CaseChoice } from "#contract/consultations.ts";
import { Section } from "../../components/section.tsx";
import { CaseField } from "./case-field.tsx";
import { useFormTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";
import { type FormPart, fieldIdOf, useWrong } from "./form-part.ts";

interface WhatFieldsProps {
  readonly part: FormPart;
  readonly cases: readonly CaseChoice[];
}

/** Subject, case, what is asked, and whether it is a closed case. */
export function WhatFields({ part, cases }: WhatFieldsProps) {
  const styles = useConsultationStyles();
  const words = useFormTexts();
  const wrong = useWrong(part);
  const { values, edit, isSent } = part;
  return (
    <Section title={words.what}>
      <div className={styles.fields}>
        <Field label={words.subject} hint={words.subjectHint} required {...wrong("subject")}>
          <Input
            id={fieldIdOf("subject")}
            value={values.subject}
            readOnly={isSent}
            appearance={isSent ? "filled-darker" : "outline"}
            autoComplete="off"
            onChange={(_, { value }) => {
              edit({ subject: value });
            }}
          />
        </Field>
        <CaseField part={part} cases={cases} />
        <Field label={words.message} hint={words.messageHint} {...wrong("message")}>
          <Textarea
            rows={3}
            resize="vertical"
            value={values.message}
            readOnly={isSent}
            appearance={isSent ? "filled-darker" : "outline"}
            onChange={(_, { value }) => {
              edit({ message: value });
            }}
          />
        </Field>
        <Checkbox
          label={words.closed}
          checked={values.closed}
          disabled={isSent}
          onChange={(_, { checked }) => {
            edit({ closed: checked === true });
          }}
        />
      </div>
    </Section>
  );
}
