import { makeStyles, tokens } from "@fluentui/react-components";

export const useNoticesStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", margin: 0, padding: 0, listStyleType: "none" },
  group: {
    margin: 0,
    padding: "16px 20px",
    border: "none",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
    display: "grid",
    gridTemplateColumns: "minmax(0, 2fr) minmax(0, 3fr)",
    gap: "4px 24px",
    "@media (max-width: 720px)": { gridTemplateColumns: "minmax(0, 1fr)", padding: "12px" },
    ":first-child": { borderTopStyle: "none" },
  },
  /** Named by its `aria-labelledby`, so that the name can stand beside the choices. */
  name: { display: "flex", flexDirection: "column", gap: "4px", minWidth: 0 },
  title: { fontWeight: tokens.fontWeightSemibold },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  modes: { "@media (pointer: coarse)": { "& .fui-Radio": { minHeight: "44px", alignItems: "center" } } },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  hours: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "12px" },
  times: { display: "flex", flexWrap: "wrap", gap: "12px 16px" },
  filters: {
    display: "flex",
    flexWrap: "wrap",
    gap: "12px 16px",
    padding: "16px 20px 12px",
    "@media (max-width: 480px)": { padding: "12px", "& > *": { width: "100%" } },
  },
  /** Where there is room, no name is broken within a word. */
  person: { display: "block", "@media (min-width: 1024px)": { minWidth: "144px" } },
  none: { padding: "0 20px 16px" },
  late: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  state: { minHeight: "20px", color: tokens.colorNeutralForeground2 },
});
