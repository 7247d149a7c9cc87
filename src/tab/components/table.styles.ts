import { makeStyles, tokens } from "@fluentui/react-components";

const line = `1px solid ${tokens.colorNeutralStroke2}`;

const phone = "@media (max-width: 640px)";

/** Plain tables; below 640 px each row becomes a block, with the column's name before its value. */
export const useTableStyles = makeStyles({
  scroll: { overflowX: "auto" },
  table: { borderCollapse: "collapse", width: "100%" },
  head: {
    [phone]: {
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
    [phone]: {
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
    [phone]: {
      display: "flex",
      justifyContent: "space-between",
      // A second line of a value stands under the first one's end.
      textAlign: "right",
      gap: "12px",
      padding: "2px 0",
      ":first-child": { paddingLeft: 0 },
      ":last-child": { paddingRight: 0 },
      borderBottom: "none",
      "::before": { content: "attr(data-label)", color: tokens.colorNeutralForeground2, flexShrink: 0 },
    },
  },
  main: {
    [phone]: {
      textAlign: "left",
      fontWeight: tokens.fontWeightSemibold,
      "::before": { content: '""', display: "none" },
    },
  },
  amount: { textAlign: "right", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  number: { whiteSpace: "nowrap" },
});

const narrow = "@media (max-width: 840px)";
const tablet = "@media (min-width: 641px) and (max-width: 840px)";

/**
 * Laid over the styles above in tables of five columns and more, which would break words already where a tablet has
 * room for a plain table: below 840 px each row becomes a block there, two facts beside each other under its heading.
 */
export const useManyColumnStyles = makeStyles({
  /** A block too: a fixed layout would give its rows the width of the first column alone. */
  body: { [narrow]: { display: "block" } },
  head: {
    [narrow]: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
  },
  row: {
    [tablet]: {
      display: "grid",
      gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
      gap: "8px 24px",
      padding: "12px 20px",
      borderBottom: line,
      ":last-child": { borderBottom: "none" },
    },
  },
  td: {
    [tablet]: {
      display: "block",
      padding: 0,
      borderBottom: "none",
      ":first-child": { paddingLeft: 0 },
      ":last-child": { paddingRight: 0 },
      "::before": {
        content: "attr(data-label)",
        display: "block",
        color: tokens.colorNeutralForeground2,
        fontSize: tokens.fontSizeBase200,
        lineHeight: tokens.lineHeightBase200,
      },
    },
  },
  main: {
    [tablet]: {
      gridColumn: "1 / -1",
      fontWeight: tokens.fontWeightSemibold,
      "::before": { content: '""', display: "none" },
    },
  },
});
