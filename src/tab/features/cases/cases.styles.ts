import { makeStyles, tokens } from "@fluentui/react-components";
import { rowStyles } from "../../components/row.styles.ts";

/** What the pages of cases share. */
export const useCaseStyles = makeStyles({
  badge: { whiteSpace: "nowrap", flexShrink: 0 },
  title: { fontWeight: tokens.fontWeightSemibold },
  tight: { display: "flex", flexDirection: "column", gap: "2px", minWidth: 0 },
  meta: rowStyles.meta,
  steps: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column" },
  step: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    gap: "4px 12px",
    padding: "12px 20px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ":last-child": { borderBottom: "none" },
    "@media (max-width: 480px)": { padding: "12px" },
  },
  next: { boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}` },
  stepHead: { display: "flex", flexWrap: "wrap", alignItems: "baseline", gap: "4px 8px", minWidth: 0 },
  decision: { gridColumn: "1 / -1", margin: 0, whiteSpace: "pre-line", overflowWrap: "anywhere" },
  points: { margin: 0, paddingLeft: "20px", display: "flex", flexDirection: "column", gap: "8px" },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  text: { margin: 0, whiteSpace: "pre-line", overflowWrap: "anywhere", maxWidth: "72ch" },
  note: { marginBottom: "16px" },
  fields: { display: "flex", flexDirection: "column", gap: "16px", marginTop: "8px" },
  pair: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: "12px",
    "@media (max-width: 480px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  plain: { margin: 0, padding: 0, listStyleType: "none" },
});
