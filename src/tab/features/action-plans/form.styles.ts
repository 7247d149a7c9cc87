import { makeStyles, tokens } from "@fluentui/react-components";

/** Forms of an item. */
export const useFormStyles = makeStyles({
  fields: {
    display: "flex",
    flexDirection: "column",
    gap: "20px",
    "& .fui-Select, & select": { minWidth: 0, width: "100%" },
    "@media (pointer: coarse)": { "& .fui-Button": { minHeight: "44px", minWidth: "44px" } },
  },
  pair: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: "20px 16px",
    // A field without a hint would stretch to the height of its neighbour, and its label with it.
    alignItems: "start",
    "@media (max-width: 560px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  area: { "& textarea": { minHeight: "96px" } },
  group: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "4px",
    border: "none",
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  legend: { padding: 0, marginBottom: "4px" },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
  error: { margin: 0, color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
  milestone: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 180px) auto",
    gap: "4px 12px",
    width: "100%",
    alignItems: "start",
    marginBottom: "8px",
    "@media (max-width: 560px)": {
      gridTemplateColumns: "minmax(0, 1fr) auto",
      "& > :nth-child(1)": { gridColumn: "1 / -1" },
    },
  },
  // Beside the field, below its label.
  remove: { marginTop: "22px" },
  actions: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
});
