import { makeStyles, tokens } from "@fluentui/react-components";

export const usePageStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: "20px",
    maxWidth: "1120px",
    // All pages begin where the navigation does, however wide they are; what is wide grows to the right alone.
    marginInlineStart: "max(0px, (100% - 1120px) / 2)",
    marginInlineEnd: "auto",
  },
  narrow: { maxWidth: "960px" },
  // Not by a few pixels: up to there a table of this page ends where those of the others do.
  wide: { "@media (min-width: 1400px)": { maxWidth: "1600px" } },
  back: {
    alignSelf: "flex-start",
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    minHeight: "24px",
    "@media (pointer: coarse)": { minHeight: "44px" },
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: "none",
    ":hover": { textDecorationLine: "underline" },
  },
  head: { display: "flex", flexWrap: "wrap", alignItems: "flex-start", gap: "12px 16px" },
  titles: { flex: "1 1 min(520px, 100%)", minWidth: 0, display: "flex", flexDirection: "column", gap: "4px" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
    outlineStyle: "none",
  },
  titleLine: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px 12px" },
  lead: { color: tokens.colorNeutralForeground2, margin: 0 },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: "8px",
    alignItems: "center",
    "@media (pointer: coarse)": { "& .fui-Button": { minHeight: "44px" } },
  },
});
