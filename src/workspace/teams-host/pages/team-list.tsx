import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Team } from "./host-data.ts";
import { useTexts } from "./host-texts.ts";

/** The teams to choose between; beside the channel, or above it where there is no room. */
export function TeamList(props: {
  readonly teams: readonly Team[];
  readonly chosen: string | undefined;
  readonly onChoose: (teamId: string) => void;
}): React.JSX.Element {
  const { teams, chosen, onChoose } = props;
  const styles = useStyles();
  const texts = useTexts();
  return (
    <nav className={styles.list} aria-label={texts.channels.teams}>
      {teams.map(({ id, displayName }) => (
        <Button
          key={id}
          appearance="subtle"
          className={mergeClasses(styles.team, id === chosen && styles.chosen)}
          aria-current={id === chosen ? "true" : undefined}
          onClick={() => onChoose(id)}
        >
          {displayName}
        </Button>
      ))}
    </nav>
  );
}

const useStyles = makeStyles({
  list: {
    flexGrow: 0,
    flexShrink: 1,
    flexBasis: "200px",
    display: "flex",
    flexDirection: "column",
    padding: tokens.spacingVerticalS,
    boxSizing: "border-box",
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  team: { justifyContent: "flex-start", fontWeight: tokens.fontWeightRegular },
  chosen: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground1Selected },
});
