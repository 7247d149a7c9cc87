import { Button, makeStyles, SearchBox, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Persona } from "./host-data.ts";
import { useTexts } from "./host-texts.ts";

/** What Teams shows when nobody is signed in: choose an account, and what was asked for opens. */
export function SignInView(props: {
  readonly personas: readonly Persona[];
  readonly onChoose: (personaId: string) => void;
}): React.JSX.Element {
  const styles = useStyles();
  const texts = useTexts();
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  // Everybody can be found, but only the featured ones are a list one can look over.
  const shown = props.personas.filter(({ displayName, userPrincipalName, jobTitle, featured }) =>
    wanted === "" ? featured : `${displayName} ${userPrincipalName} ${jobTitle}`.toLowerCase().includes(wanted),
  );
  return (
    <div className={styles.page}>
      <div className={styles.card}>
        <h2 className={styles.title}>{texts.signInTitle}</h2>
        <Text className={styles.text}>{texts.signInText}</Text>
        <SearchBox
          className={styles.search}
          aria-label={texts.peopleSearch}
          placeholder={texts.peopleSearch}
          value={search}
          onChange={(_event, { value }) => setSearch(value)}
        />
        <ul className={styles.list}>
          {shown.map(({ id, displayName, userPrincipalName }) => (
            <li key={id}>
              <Button appearance="subtle" className={styles.account} onClick={() => props.onChoose(id)}>
                <span className={styles.names}>
                  <span>{displayName}</span>
                  <span className={styles.address}>{userPrincipalName}</span>
                </span>
              </Button>
            </li>
          ))}
        </ul>
        {shown.length === 0 && <Text>{texts.nobodyFound}</Text>}
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  page: {
    gridRow: 2,
    minHeight: 0,
    overflowY: "auto",
    padding: tokens.spacingHorizontalL,
    boxSizing: "border-box",
    backgroundColor: tokens.colorNeutralBackground3,
  },
  card: {
    display: "grid",
    rowGap: tokens.spacingVerticalM,
    maxWidth: "440px",
    margin: "0 auto",
    padding: tokens.spacingHorizontalXXL,
    boxSizing: "border-box",
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  text: { color: tokens.colorNeutralForeground2 },
  search: { width: "100%", maxWidth: "100%" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  account: { width: "100%", justifyContent: "flex-start", textAlign: "left", minHeight: "44px" },
  names: { display: "grid", minWidth: 0, overflowWrap: "anywhere" },
  address: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});
