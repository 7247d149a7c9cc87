import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  empty: { display: "flex", flexDirection: "column", gap: "4px", alignItems: "flex-start", padding: "4px 0" },
  text: { margin: 0 },
  next: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Says that there is nothing here, and what happens or can be done next. */
export function EmptyState({
  text,
  next,
  action,
}: {
  readonly text: string;
  readonly next: string;
  readonly action?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div className={styles.empty}>
      <p className={styles.text}>{text}</p>
      <p className={styles.next}>{next}</p>
      {action}
    </div>
  );
}
