import { makeStyles, tokens } from "@fluentui/react-components";

const line = `1px solid ${tokens.colorNeutralStroke2}`;

/** The form of a new pool. */
export const useNewPoolStyles = makeStyles({
  fields: {
    display: "flex",
    flexDirection: "column",
    gap: "20px",
    "& .fui-Select, & select, & .fui-Input, & input": { minWidth: 0, width: "100%" },
    "@media (pointer: coarse)": { "& .fui-Button": { minHeight: "44px", minWidth: "44px" } },
  },
  pair: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: "20px 16px",
    alignItems: "start",
    "@media (max-width: 560px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  short: { maxWidth: "320px" },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  criterion: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 128px 32px",
    gap: "8px 12px",
    alignItems: "start",
    border: "none",
    borderTop: line,
    margin: 0,
    padding: "16px 0 0",
    minWidth: 0,
    "@media (pointer: coarse)": { gridTemplateColumns: "minmax(0, 1fr) 128px 44px" },
    "@media (max-width: 480px)": {
      gridTemplateColumns: "minmax(0, 1fr) 44px",
      // The weight below the name and its button.
      "& > :nth-child(2)": { gridColumn: "1 / -1", gridRow: 2 },
      "& > :nth-child(3)": { gridColumn: 2, gridRow: 1 },
    },
  },
  // Beside the field, below its label.
  remove: { marginTop: "22px" },
  steps: { gridColumn: "1 / -1", justifySelf: "start", minWidth: 0, paddingLeft: 0 },
  anchors: { gridColumn: "1 / -1", display: "flex", flexDirection: "column", gap: "12px", paddingBottom: "8px" },
  sum: { margin: 0, fontVariantNumeric: "tabular-nums" },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  foot: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "12px",
    borderTop: line,
    paddingTop: "16px",
  },
  actions: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
});
