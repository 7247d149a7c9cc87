import { Button, Checkbox } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import type { Councils } from "#contract/consultations.ts";
import { Section } from "../../components/section.tsx";
import { useFormTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";
import type { FormPart } from "./form-part.ts";
import { freeParty, type PartyValue } from "./form-values.ts";
import { PartyRow } from "./party-row.tsx";

interface PartyFieldsProps {
  readonly part: FormPart;
  readonly choices: Councils;
  /** Who was asked already, and stays. */
  readonly asked: readonly PartyValue[];
}

/** Who is to be heard: the councils that are known with one press each, and anybody else. */
export function PartyFields({ part, choices, asked }: PartyFieldsProps) {
  const styles = useConsultationStyles();
  const words = useFormTexts();
  const { values, edit } = part;
  const stays = (code: string): boolean => asked.some((party) => party.code === code);
  const remove = (code: string): void => {
    edit({ parties: values.parties.filter((party) => party.code !== code) });
  };
  return (
    <Section title={words.parties}>
      <div className={styles.fields}>
        {choices.councils.length === 0 ? (
          <p className={styles.plain}>{words.councilsEmpty}</p>
        ) : (
          <fieldset className={styles.group}>
            <legend className={styles.legend}>{words.councils}</legend>
            {choices.councils.map((council) => (
              <Checkbox
                key={council.code}
                label={council.name}
                checked={values.parties.some(({ code }) => code === council.code)}
                disabled={stays(council.code)}
                onChange={(_, { checked }) => {
                  if (checked === true) edit({ parties: [...values.parties, council] });
                  else remove(council.code);
                }}
              />
            ))}
          </fieldset>
        )}
        {values.parties.map((party, index) => (
          <PartyRow
            key={party.code}
            part={part}
            party={party}
            index={index}
            people={choices.people}
            isKnown={choices.councils.some(({ code }) => code === party.code)}
            stays={stays(party.code)}
            onChange={(next) => {
              edit({ parties: values.parties.map((each) => (each.code === party.code ? { ...each, ...next } : each)) });
            }}
            onRemove={() => {
              remove(party.code);
            }}
          />
        ))}
        <div className={styles.actions}>
          <Button
            icon={<AddRegular />}
            onClick={() => {
              edit({ parties: [...values.parties, freeParty([...values.parties, ...choices.councils])] });
            }}
          >
            {words.partyAdd}
          </Button>
        </div>
      </div>
    </Section>
  );
}
