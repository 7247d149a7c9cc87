import { makeStyles, tokens } from "@fluentui/react-components";
import { actionRow } from "../../components/action-row.styles.ts";

/** The text and what was read of it, side by side; on a narrow screen the text above. */
export const useIntakeStyles = makeStyles({
  sides: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: "20px",
    alignItems: "start",
    "@media (max-width: 960px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  text: {
    position: "sticky",
    top: "8px",
    maxHeight: "calc(100vh - 96px)",
    overflowY: "auto",
    padding: "16px 20px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    "@media (max-width: 960px)": { position: "static", maxHeight: "40vh", padding: "12px" },
    "@media print": { maxHeight: "none", overflowY: "visible" },
  },
  mark: {
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "underline",
    textDecorationStyle: "dotted",
    ":hover": { color: tokens.colorNeutralForeground1 },
  },
  tint: { backgroundColor: tokens.colorNeutralBackground3 },
  shown: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    outline: `2px solid ${tokens.colorCompoundBrandStroke}`,
  },
  values: { display: "flex", flexDirection: "column", gap: "20px", minWidth: 0 },
  fields: {
    display: "flex",
    flexDirection: "column",
    gap: "16px",
    minWidth: 0,
    // A long choice is cut, and not wider than its card.
    "& .fui-Select, & select": { minWidth: 0, width: "100%" },
  },
  group: {
    display: "flex",
    flexDirection: "column",
    gap: "12px",
    margin: 0,
    padding: 0,
    border: "none",
    minWidth: 0,
  },
  // Where the value stands belongs to its label, not to what a hint or an error may add below.
  placed: { display: "flex", flexWrap: "wrap", alignItems: "flex-start", gap: "4px 8px", minWidth: 0 },
  grow: { flex: "1 1 240px", minWidth: 0 },
  // As wide as what says that nothing was found, so that all fields end together.
  show: { flex: "0 0 136px", justifyContent: "flex-start", "@media (pointer: coarse)": { minHeight: "44px" } },
  missing: {
    flex: "0 0 136px",
    paddingLeft: "8px",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, paddingBottom: "4px" },
  plain: { margin: 0, overflowWrap: "anywhere" },
  area: { "& textarea": { minHeight: "240px", maxHeight: "60vh" } },
  actions: actionRow,
  list: { margin: 0, paddingLeft: "20px" },
});
