import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Radio,
  RadioGroup,
  SearchBox,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { Persona } from "./host-data.ts";
import { useTexts } from "./host-texts.ts";
import type { PeopleInputs, SelectedPerson } from "./tab-handlers.ts";

/** Teams' people picker, simply: search and tick. */
export function PeopleDialog(props: {
  readonly personas: readonly Persona[];
  readonly inputs: PeopleInputs;
  readonly onAnswer: (people: readonly SelectedPerson[] | undefined) => void;
}): React.JSX.Element {
  const { personas, inputs, onAnswer } = props;
  const texts = useTexts();
  const styles = useStyles();
  const single = inputs.singleSelect === true;
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    (inputs.setSelected ?? []).slice(0, single ? 1 : undefined),
  );
  const [search, setSearch] = useState("");
  const found = personas.filter(({ displayName, jobTitle }) =>
    `${displayName} ${jobTitle}`.toLowerCase().includes(search.trim().toLowerCase()),
  );
  const choose = (): void => onAnswer(personas.filter(({ id }) => chosen.includes(id)).map(toSelected));
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onAnswer(undefined)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{inputs.title ?? (single ? texts.personTitle : texts.peopleTitle)}</DialogTitle>
          <DialogContent>
            <SearchBox
              className={styles.search}
              aria-label={texts.peopleSearch}
              placeholder={texts.peopleSearch}
              value={search}
              onChange={(_event, { value }) => setSearch(value)}
            />
            <Choices personas={found} single={single} chosen={chosen} onChoose={setChosen} />
          </DialogContent>
          <DialogActions>
            <Button onClick={() => onAnswer(undefined)}>{texts.cancel}</Button>
            <Button appearance="primary" disabled={chosen.length === 0} onClick={choose}>
              {texts.peopleChoose}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Choices(props: {
  readonly personas: readonly Persona[];
  readonly single: boolean;
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}): React.JSX.Element {
  const { personas, single, chosen, onChoose } = props;
  const styles = useStyles();
  const texts = useTexts();
  if (single) {
    return (
      <RadioGroup
        className={styles.list}
        aria-label={texts.personTitle}
        value={chosen[0] ?? ""}
        onChange={(_event, { value }) => onChoose([value])}
      >
        {personas.map((persona) => (
          <Radio key={persona.id} value={persona.id} label={labelOf(persona)} />
        ))}
      </RadioGroup>
    );
  }
  return (
    <fieldset className={styles.list} aria-label={texts.peopleTitle}>
      {personas.map((persona) => (
        <Checkbox
          key={persona.id}
          label={labelOf(persona)}
          checked={chosen.includes(persona.id)}
          onChange={(_event, { checked }) =>
            onChoose(checked === true ? [...chosen, persona.id] : chosen.filter((id) => id !== persona.id))
          }
        />
      ))}
    </fieldset>
  );
}

function labelOf({ displayName, jobTitle }: Persona): string {
  return jobTitle === "" ? displayName : `${displayName} (${jobTitle})`;
}

function toSelected({ id, displayName, userPrincipalName }: Persona): SelectedPerson {
  return { objectId: id, displayName, email: userPrincipalName };
}

const useStyles = makeStyles({
  search: { width: "100%", maxWidth: "100%" },
  list: {
    display: "flex",
    flexDirection: "column",
    maxHeight: "50vh",
    overflowY: "auto",
    marginTop: tokens.spacingVerticalS,
    border: 0,
    padding: 0,
  },
});
