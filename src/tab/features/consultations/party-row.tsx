import { Button, Checkbox, Field, Input, Select } from "@fluentui/react-components";
import { type Councils, partyChannelSchema, partyDutySchema } from "#contract/consultations.ts";
import { PartTitle } from "../../components/part-title.tsx";
import { useConsultationTexts, useFormTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";
import { type FormPart, fieldIdOf, useWrong } from "./form-part.ts";
import { isAsked, type PartyValue } from "./form-values.ts";

interface PartyRowProps {
  readonly part: FormPart;
  readonly party: PartyValue;
  readonly index: number;
  readonly people: Councils["people"];
  /** A council of the list, whose name stands. */
  readonly isKnown: boolean;
  readonly stays: boolean;
  readonly onChange: (change: Partial<PartyValue>) => void;
  readonly onRemove: () => void;
}

/** One party of the form: its name, how it is reached, and by that who answers or where the letter goes. */
export function PartyRow(props: PartyRowProps) {
  const { part, party, index, isKnown, stays, onChange, onRemove } = props;
  const styles = useConsultationStyles();
  const words = useFormTexts();
  const { duty, channel } = useConsultationTexts();
  const wrong = useWrong(part);
  const path = (name: string): string => `parties.${index}.${name}`;
  const label = (text: string): string => words.partyOf(index + 1, text);
  return (
    <div className={styles.item}>
      {isKnown ? (
        <PartTitle>{party.name}</PartTitle>
      ) : (
        <Field label={words.partyName} required {...wrong(path("name"))}>
          <Input
            id={fieldIdOf(path("name"))}
            aria-label={label(words.partyName)}
            value={party.name}
            autoComplete="off"
            onChange={(_, { value }) => {
              onChange({ name: value });
            }}
          />
        </Field>
      )}
      <div className={styles.pair}>
        <Field label={words.partyChannel}>
          <Select
            aria-label={label(words.partyChannel)}
            value={party.channel}
            onChange={(_, { value }) => {
              onChange({ channel: partyChannelSchema.options.find((each) => each === value) ?? "registered" });
            }}
          >
            {partyChannelSchema.options.map((each) => (
              <option key={each} value={each}>
                {channel[each]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words.partyDuty}>
          <Select
            aria-label={label(words.partyDuty)}
            value={party.duty}
            onChange={(_, { value }) => {
              onChange({ duty: partyDutySchema.options.find((each) => each === value) ?? "voluntary" });
            }}
          >
            {partyDutySchema.options.map((each) => (
              <option key={each} value={each}>
                {duty[each]}
              </option>
            ))}
          </Select>
        </Field>
        <PartyDetails {...props} />
      </div>
      {isAsked(party) ? <PersonChoice {...props} /> : null}
      {stays ? (
        <span className={styles.meta}>{words.partyStays}</span>
      ) : (
        <div className={styles.actions}>
          <Button appearance="subtle" onClick={onRemove}>
            {words.partyRemove(party.name)}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The law a duty rests on, and where a letter goes. */
function PartyDetails({ part, party, index, onChange }: PartyRowProps) {
  const words = useFormTexts();
  const wrong = useWrong(part);
  const path = (name: string): string => `parties.${index}.${name}`;
  const label = (text: string): string => words.partyOf(index + 1, text);
  return (
    <>
      {party.duty === "statutory" ? (
        <Field label={words.partyLaw} {...wrong(path("law"))}>
          <Input
            aria-label={label(words.partyLaw)}
            value={party.law}
            onChange={(_, { value }) => {
              onChange({ law: value });
            }}
          />
        </Field>
      ) : null}
      {party.channel === "email" ? (
        <Field label={words.partyEmail} required {...wrong(path("email"))}>
          <Input
            id={fieldIdOf(path("email"))}
            type="email"
            aria-label={label(words.partyEmail)}
            value={party.email}
            onChange={(_, { value }) => {
              onChange({ email: value });
            }}
          />
        </Field>
      ) : null}
    </>
  );
}

/** Which of the municipality's contacts answer for the party in Teams. */
function PersonChoice({ part, party, index, people, onChange }: PartyRowProps) {
  const styles = useConsultationStyles();
  const words = useFormTexts();
  const path = `parties.${index}.personKeys`;
  const { validationMessage } = useWrong(part)(path);
  return (
    <fieldset id={fieldIdOf(path)} tabIndex={-1} className={styles.group}>
      <legend>{words.partyOf(index + 1, words.partyPerson)}</legend>
      {people.map((person) => (
        <Checkbox
          key={person.key}
          label={person.title === "" ? person.name : `${person.name}, ${person.title}`}
          checked={party.personKeys.includes(person.key)}
          onChange={(_, { checked }) => {
            const others = party.personKeys.filter((key) => key !== person.key);
            onChange({ personKeys: checked === true ? [...others, person.key] : others });
          }}
        />
      ))}
      {people.length === 0 ? words.peopleEmpty : null}
      {validationMessage === null ? null : <span role="alert">{validationMessage}</span>}
    </fieldset>
  );
}
