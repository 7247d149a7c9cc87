import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  bar: {
    printColorAdjust: "exact",
    display: "flex",
    height: "16px",
    borderRadius: tokens.borderRadiusMedium,
    overflow: "hidden",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  part: { minWidth: "2px" },
  swatch: {
    printColorAdjust: "exact",
    display: "inline-block",
    width: "12px",
    height: "12px",
    borderRadius: "2px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    flexShrink: 0,
  },
  full: { backgroundColor: tokens.colorCompoundBrandBackground },
  striped: {
    backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorCompoundBrandBackground} 0 3px, ${tokens.colorNeutralBackground1} 3px 7px)`,
  },
  dotted: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    backgroundImage: `radial-gradient(${tokens.colorNeutralBackground1} 0 1.5px, transparent 1.5px)`,
    backgroundSize: "6px 6px",
  },
  open: { backgroundColor: tokens.colorNeutralBackground1 },
});

export type BarPattern = "full" | "dotted" | "striped" | "open";

/** One part of a stacked bar, in øre or any other unit that all parts share. */
export interface BarPart {
  readonly pattern: BarPattern;
  readonly size: number;
}

/** A bar of parts told apart by pattern, not by colour alone; the figures stand in a table beside it. */
export function StackedBar({ parts }: { readonly parts: readonly BarPart[] }) {
  const styles = useStyles();
  return (
    <div className={styles.bar} aria-hidden>
      {parts
        .filter((part) => part.size > 0)
        .map((part) => (
          <div
            key={part.pattern}
            className={mergeClasses(styles.part, styles[part.pattern])}
            style={{ flexGrow: part.size }}
          />
        ))}
    </div>
  );
}

/** The little square that ties a row of the table to its part of the bar. */
export function BarSwatch({ pattern }: { readonly pattern: BarPattern }) {
  const styles = useStyles();
  return <span className={mergeClasses(styles.swatch, styles[pattern])} aria-hidden />;
}
