import { makeStyles, tokens } from "@fluentui/react-components";
import type { CriterionView } from "#contract/rounds.ts";
import { useTexts } from "../texts/texts-context.ts";

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    display: "flex",
    flexDirection: "column",
    gap: "8px",
  },
  item: { display: "flex", justifyContent: "space-between", gap: "16px" },
  weight: { color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
});

/** The criteria with their weights. */
export function CriteriaList({ criteria }: { readonly criteria: readonly CriterionView[] }) {
  const styles = useStyles();
  const { round } = useTexts();
  return (
    <ul className={styles.list}>
      {criteria.map((criterion) => (
        <li key={criterion.code} className={styles.item}>
          <span>{criterion.name}</span>
          <span className={styles.weight}>{round.weight(criterion.weight)}</span>
        </li>
      ))}
    </ul>
  );
}
