import { makeStyles, tokens } from "@fluentui/react-components";

const line = `1px solid ${tokens.colorNeutralStroke2}`;

export const useNeedStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "16px", maxWidth: "640px" },
  send: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px 16px" },
  touch: { "@media (pointer: coarse)": { minHeight: "44px" } },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, margin: 0 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "12px 20px",
    borderTop: line,
    ":first-child": { borderTop: "none" },
    "@media (max-width: 480px)": { padding: "12px" },
  },
  marked: { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
  head: { display: "flex", gap: "4px 12px", alignItems: "flex-start", justifyContent: "space-between" },
  problem: { margin: 0, whiteSpace: "pre-line", overflowWrap: "anywhere" },
  outcome: { borderLeft: `2px solid ${tokens.colorNeutralStroke1}`, paddingLeft: "12px", margin: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
  fields: {
    display: "flex",
    flexDirection: "column",
    gap: "16px",
    marginTop: "12px",
    // A long choice is cut at its field, not at the dialog's edge.
    "& .fui-Select, & select": { minWidth: 0, width: "100%" },
  },
  empty: { padding: "12px 20px", "@media (max-width: 480px)": { padding: "12px" } },
});
