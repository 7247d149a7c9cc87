import { Combobox, makeStyles, Option, OptionGroup, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Persona } from "./host-data.ts";
import { useTexts } from "./host-texts.ts";

/** Chooses whose screen a pane is: featured persons first, searchable by name, title and department. */
export function PersonaPicker(props: {
  readonly personas: readonly Persona[];
  readonly personaId: string;
  /** The pane's number when there are several. */
  readonly pane: number | undefined;
  readonly onChange: (personaId: string) => void;
}): React.JSX.Element {
  const { personas, personaId, pane, onChange } = props;
  const styles = useStyles();
  const texts = useTexts();
  const [search, setSearch] = useState<string>();
  const current = personas.find(({ id }) => id === personaId);
  const found = personas.filter((persona) => matches(persona, search ?? ""));
  const groups = [
    { label: texts.featured, members: found.filter(({ featured }) => featured) },
    { label: texts.everybody, members: found.filter(({ featured }) => !featured) },
  ].filter(({ members }) => members.length > 0);
  return (
    <div className={styles.picker}>
      <Combobox
        className={styles.field}
        size="small"
        appearance="filled-lighter"
        aria-label={pane === undefined ? texts.persona : texts.personaOf(pane)}
        expandIcon={{ "aria-label": texts.personaOpen }}
        freeform
        placeholder={search === undefined ? texts.signedOut : texts.personaSearch}
        value={search ?? current?.displayName ?? ""}
        selectedOptions={[personaId]}
        listbox={{ className: styles.list }}
        positioning={{ autoSize: "height" }}
        onOpenChange={(_event, { open }) => setSearch(open ? "" : undefined)}
        onInput={(event) => setSearch(event.currentTarget.value)}
        onOptionSelect={(_event, { optionValue }) => {
          setSearch(undefined);
          if (optionValue !== undefined) onChange(optionValue);
        }}
      >
        {groups.map(({ label, members }) => (
          <OptionGroup key={label} label={label}>
            {members.map((persona) => (
              <Option key={persona.id} value={persona.id} text={persona.displayName}>
                <span className={styles.option}>
                  <span>{persona.displayName}</span>
                  <span className={styles.title}>{titleOf(persona)}</span>
                </span>
              </Option>
            ))}
          </OptionGroup>
        ))}
        {found.length === 0 && (
          <Option disabled text="">
            {texts.nobodyFound}
          </Option>
        )}
      </Combobox>
      <Text size={100} className={styles.current}>
        {current?.jobTitle}
      </Text>
    </div>
  );
}

function titleOf({ jobTitle, department }: Persona): string {
  return [jobTitle, department].filter((part) => part !== "").join(" · ");
}

function matches(persona: Persona, search: string): boolean {
  const words = `${persona.displayName} ${persona.jobTitle} ${persona.department} ${persona.userName}`.toLowerCase();
  return words.includes(search.trim().toLowerCase());
}

const useStyles = makeStyles({
  picker: { display: "grid", alignContent: "center", minWidth: 0, width: "260px", maxWidth: "100%" },
  field: { minWidth: 0, width: "100%" },
  list: { maxHeight: "min(60vh, 480px)", overflowY: "auto" },
  option: { display: "grid" },
  title: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  current: {
    whiteSpace: "nowrap",
    overflow: "hidden",
    textOverflow: "ellipsis",
    paddingLeft: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
});
