import { makeStyles, tokens } from "@fluentui/react-components";

const line = `1px solid ${tokens.colorNeutralStroke2}`;

/** Frame, filters and table of the plan. */
export const usePlanStyles = makeStyles({
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: line,
    borderRadius: tokens.borderRadiusLarge,
    minWidth: 0,
    overflowX: "auto",
  },
  padded: { padding: "16px 20px", "@media (max-width: 480px)": { padding: "12px" } },
  bar: { display: "flex", flexDirection: "column", gap: "12px", "@media print": { display: "none" } },
  views: { display: "flex", flexWrap: "wrap", gap: "4px", margin: 0, padding: 0, listStyleType: "none" },
  view: {
    display: "inline-flex",
    alignItems: "center",
    gap: "8px",
    minHeight: "32px",
    padding: "0 12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid transparent`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    "@media (pointer: coarse)": { minHeight: "44px" },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    borderTopColor: tokens.colorNeutralStroke1,
    borderRightColor: tokens.colorNeutralStroke1,
    borderBottomColor: tokens.colorNeutralStroke1,
    borderLeftColor: tokens.colorNeutralStroke1,
    fontWeight: tokens.fontWeightSemibold,
  },
  filters: { border: "none", margin: 0, padding: 0, minWidth: 0 },
  legend: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
  fields: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(176px, 1fr))",
    gap: "8px 12px",
    alignItems: "end",
    "& select, & input": { minWidth: 0, width: "100%" },
    "& .fui-Select, & .fui-Input": { minWidth: 0, width: "100%" },
  },
  more: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 16px", minHeight: "32px" },
  shown: { color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  areaRow: { backgroundColor: tokens.colorNeutralBackground3 },
  areaHead: {
    textAlign: "left",
    padding: "8px 20px",
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: line,
    "@media (max-width: 840px)": { display: "block", padding: "4px 0", borderBottom: "none", gridColumn: "1 / -1" },
  },
  count: {
    marginLeft: "8px",
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    whiteSpace: "nowrap",
  },
  /** What belongs to a title stands under it, on a phone too. */
  title: { "@media (max-width: 640px)": { display: "block" } },
  /** Lines below each other end where a phone's values do. */
  lines: { "@media (max-width: 640px)": { "& > span": { alignItems: "flex-end" } } },
  none: { color: tokens.colorNeutralForeground2 },
  /** On a phone the filters wait behind a button, or they would stand above everything one came for. */
  fold: { "@media (min-width: 641px)": { display: "none" }, "@media (pointer: coarse)": { minHeight: "44px" } },
  folded: { "@media (max-width: 640px)": { display: "none" } },
  small: {
    display: "block",
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});
