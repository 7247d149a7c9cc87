import { makeStyles, tokens } from "@fluentui/react-components";

export const useAdministrationStyles = makeStyles({
  stack: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "4px", minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  /** Whole sentences need the width of a telephone for themselves: no column's name before them. */
  sentence: { "@media (max-width: 640px)": { display: "block", "::before": { display: "none" } } },
  command: {
    display: "inline-block",
    maxWidth: "100%",
    padding: "2px 6px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
    userSelect: "all",
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
  note: { padding: "12px 20px 0", margin: 0, color: tokens.colorNeutralForeground2 },
});
