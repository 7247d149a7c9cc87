import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: "8px", minWidth: 0 },
  head: { display: "flex", alignItems: "baseline", gap: "8px", flexWrap: "wrap" },
  title: {
    margin: 0,
    flex: "0 1 auto",
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  aside: { color: tokens.colorNeutralForeground2 },
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
  padded: { padding: "16px 20px", "@media (max-width: 480px)": { padding: "12px" } },
});

interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  /** Without card around it. */
  readonly plain?: boolean;
  /** Content goes to the card's edges, e.g. lists and tables. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A part of a page under its own heading, on a card. */
export function Section({ title, aside, plain = false, flush = false, children }: SectionProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 className={styles.title} id={id}>
          {title}
        </h2>
        {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
      </div>
      {plain ? children : <div className={mergeClasses(styles.card, !flush && styles.padded)}>{children}</div>}
    </section>
  );
}
