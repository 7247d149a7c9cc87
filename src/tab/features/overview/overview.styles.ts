import { makeStyles, tokens } from "@fluentui/react-components";
import { rowStyles } from "../../components/row.styles.ts";

const line = `1px solid ${tokens.colorNeutralStroke2}`;

export const useOverviewStyles = makeStyles({
  ...rowStyles,
  ownLink: { minHeight: "24px", "@media (pointer: coarse)": { minHeight: "44px", alignContent: "center" } },
  deadline: {},
  button: {
    width: "100%",
    "@media (max-width: 800px)": { width: "auto" },
    "@media (pointer: coarse)": { minHeight: "44px" },
  },
  amountCell: {
    fontVariantNumeric: "tabular-nums",
    textAlign: "right",
    "@media (max-width: 800px)": { textAlign: "left" },
  },
  late: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  pool: {
    display: "flex",
    flexDirection: "column",
    gap: "16px",
    padding: "16px 20px",
    borderTop: line,
    ":first-child": { borderTop: "none" },
    "@media (max-width: 480px)": { padding: "12px" },
  },
  poolTitle: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  poolHead: { display: "flex", flexDirection: "column", gap: "4px" },
  poolParts: {
    display: "grid",
    gridTemplateColumns: "minmax(260px, 2fr) minmax(320px, 3fr)",
    gap: "20px 40px",
    "@media (max-width: 860px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  part: { display: "flex", flexDirection: "column", gap: "8px", minWidth: 0 },
  partTitle: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  noRounds: { margin: 0 },
  money: { borderCollapse: "collapse", width: "100%" },
  moneyName: {
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    padding: "4px 0",
    display: "flex",
    alignItems: "center",
    gap: "8px",
  },
  moneyAmount: { textAlign: "right", padding: "4px 0", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  total: { borderTop: line },
  strong: { fontWeight: tokens.fontWeightSemibold },
  round: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    alignItems: "center",
    gap: "4px 16px",
    padding: "8px 0",
    borderTop: line,
    ":first-child": { borderTop: "none", paddingTop: 0 },
    "@media (max-width: 480px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  roundName: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "4px 8px",
    "& > a": { minHeight: "24px", alignContent: "center" },
    "@media (pointer: coarse)": { "& > a": { minHeight: "44px" } },
  },
});
