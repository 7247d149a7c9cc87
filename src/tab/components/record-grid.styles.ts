import { makeStyles, tokens } from "@fluentui/react-components";

export const useGridStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px 16px", padding: "8px 20px" },
  search: { minWidth: 0, width: "320px", maxWidth: "100%" },
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  none: { margin: 0, padding: "12px 20px", color: tokens.colorNeutralForeground2 },
  fixed: { tableLayout: "fixed" },
  // Rows are blocks there, and have the whole width.
  columns: { "@media (max-width: 840px)": { display: "none" } },
  gap: { display: "block", "@media (min-width: 841px)": { display: "table-row" } },
  heading: {
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    minHeight: "24px",
    padding: 0,
    border: "none",
    background: "none",
    color: "inherit",
    font: "inherit",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusSmall,
    ":hover": { color: tokens.colorNeutralForeground1, textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
});
