import { makeStyles, tokens } from "@fluentui/react-components";

const line = `1px solid ${tokens.colorNeutralStroke2}`;

/** Plain tables; below 640 px each row becomes a block, with the column's name before its value. */
export const useTableStyles = makeStyles({
  scroll: { overflowX: "auto" },
  table: { borderCollapse: "collapse", width: "100%" },
  head: {
    "@media (max-width: 640px)": {
      position: "absolute",
      width: "1px",
      height: "1px",
      overflow: "hidden",
      clipPath: "inset(50%)",
    },
  },
  th: {
    textAlign: "left",
    padding: "8px 12px",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: line,
    whiteSpace: "nowrap",
    ":first-child": { paddingLeft: "20px" },
    ":last-child": { paddingRight: "20px" },
  },
  row: {
    ":last-child > *": { borderBottom: "none" },
    "@media (max-width: 640px)": {
      display: "block",
      padding: "12px",
      borderBottom: line,
      ":last-child": { borderBottom: "none" },
    },
  },
  td: {
    padding: "8px 12px",
    borderBottom: line,
    verticalAlign: "top",
    overflowWrap: "anywhere",
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    ":first-child": { paddingLeft: "20px" },
    ":last-child": { paddingRight: "20px" },
    "@media (max-width: 640px)": {
      display: "flex",
      justifyContent: "space-between",
      gap: "12px",
      padding: "2px 0",
      ":first-child": { paddingLeft: 0 },
      ":last-child": { paddingRight: 0 },
      borderBottom: "none",
      "::before": { content: "attr(data-label)", color: tokens.colorNeutralForeground2, flexShrink: 0 },
    },
  },
  main: {
    "@media (max-width: 640px)": {
      fontWeight: tokens.fontWeightSemibold,
      "::before": { content: '""', display: "none" },
    },
  },
  amount: { textAlign: "right", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  number: { whiteSpace: "nowrap" },
});
