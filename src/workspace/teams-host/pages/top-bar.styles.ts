import { makeStyles, tokens } from "@fluentui/react-components";

export const useTopBarStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground4,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    minHeight: "48px",
    boxSizing: "border-box",
  },
  tenant: {
    whiteSpace: "nowrap",
    overflow: "hidden",
    textOverflow: "ellipsis",
    flexShrink: 1,
    "@media (max-width: 1100px)": { display: "none" },
  },
  grow: { flexGrow: 1 },
  wideText: { "@media (max-width: 1360px)": { display: "none" } },
  quiet: { fontWeight: tokens.fontWeightRegular, whiteSpace: "nowrap", flexShrink: 0, minWidth: "32px" },
  column: { display: "grid", rowGap: tokens.spacingVerticalL, justifyItems: "start" },
  drawerBody: { paddingBottom: tokens.spacingVerticalXXL },
});
