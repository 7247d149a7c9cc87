import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  facts: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(180px, 1fr))",
    gap: "16px 24px",
    margin: 0,
  },
  stacked: {
    gridTemplateColumns: "minmax(0, 1fr)",
    "@media (max-width: 960px)": { gridTemplateColumns: "repeat(auto-fill, minmax(180px, 1fr))" },
  },
  term: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  // What has a background of its own needs air to its label; a line of text has it in its height.
  value: { margin: 0, overflowWrap: "anywhere", ":has(ul, [data-avatar])": { marginTop: "4px" } },
});

interface FactsProps {
  readonly items: readonly (readonly [term: string, value: ReactNode])[];
  /** One below the other where there is a column of its own for them. */
  readonly stacked?: boolean;
}

/** Short facts as a description list; entries without a value are left out. */
export function Facts({ items, stacked = false }: FactsProps) {
  const styles = useStyles();
  return (
    <dl className={mergeClasses(styles.facts, stacked && styles.stacked)}>
      {items
        .filter(([, value]) => value !== undefined && value !== "")
        .map(([term, value]) => (
          <div key={term}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
