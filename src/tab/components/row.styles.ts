import { type GriffelStyle, tokens } from "@fluentui/react-components";

/**
 * A row of a list on a card: what it is, figures, and a button or badge at the right. Spread into the `makeStyles` of an area,
 * which adds what is its own.
 */
export const rowStyles = {
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 236px 168px",
    alignItems: "center",
    gap: "4px 20px",
    padding: "12px 20px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ":first-child": { borderTop: "none" },
    // What it is on a line of its own; figures and button share the next.
    "@media (max-width: 800px)": {
      gridTemplateColumns: "minmax(0, 1fr) auto",
      rowGap: "8px",
      "& > :first-child": { gridColumn: "1 / -1" },
    },
    "@media (max-width: 480px)": { padding: "12px" },
  },
  what: { display: "flex", flexDirection: "column", gap: "4px", minWidth: 0 },
  subject: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  meta: {
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  /** In the place of the rows where there are none. */
  empty: { padding: "12px 20px", "@media (max-width: 480px)": { padding: "12px" } },
} as const satisfies Readonly<Record<string, GriffelStyle>>;
