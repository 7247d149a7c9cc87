import { Button, Field, Input } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { Section } from "../../components/section.tsx";
import { useFormTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";
import { type FormPart, fieldIdOf, useWrong } from "./form-part.ts";
import type { FormValues } from "./form-values.ts";

type Document = FormValues["material"][number];

/** The documents that are sent out, as links. */
export function MaterialFields({ part }: { readonly part: FormPart }) {
  const styles = useConsultationStyles();
  const words = useFormTexts();
  const wrong = useWrong(part);
  const { values, edit } = part;
  const change = (index: number, next: Partial<Document>): void => {
    edit({ material: values.material.map((each, at) => (at === index ? { ...each, ...next } : each)) });
  };
  return (
    <Section title={words.material}>
      <div className={styles.fields}>
        <p className={styles.plain}>{words.materialLead}</p>
        {values.material.map((document, index) => {
          const field = (name: keyof Document, label: string) => (
            <Field label={label} {...wrong(`material.${index}.${name}`)}>
              <Input
                id={fieldIdOf(`material.${index}.${name}`)}
                aria-label={words.materialOf(index + 1, label)}
                value={document[name]}
                autoComplete="off"
                onChange={(_, { value }) => {
                  change(index, { [name]: value });
                }}
              />
            </Field>
          );
          return (
            // The rows are only told apart by their place.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={index} className={styles.item}>
              <div className={styles.pair}>
                {field("name", words.materialName)}
                {field("documentNumber", words.materialNumber)}
              </div>
              {field("link", words.materialLink)}
              <div className={styles.actions}>
                <Button
                  appearance="subtle"
                  onClick={() => {
                    edit({ material: values.material.filter((_, at) => at !== index) });
                  }}
                >
                  {words.materialRemove(document.name)}
                </Button>
              </div>
            </div>
          );
        })}
        <div className={styles.actions}>
          <Button
            icon={<AddRegular />}
            onClick={() => {
              edit({ material: [...values.material, { name: "", link: "", documentNumber: "" }] });
            }}
          >
            {words.materialAdd}
          </Button>
        </div>
      </div>
    </Section>
  );
}
