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
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    whiteSpace: "nowrap",
    overflow: "hidden",
    textOverflow: "ellipsis",
    // Out of sight where it would take the room of the controls, still the page's heading for screen readers.
    "@media (max-width: 1100px)": { position: "absolute", width: "1px", height: "1px", clipPath: "inset(50%)" },
  },
  grow: { flexGrow: 1 },
  wideText: { "@media (max-width: 1360px)": { display: "none" } },
  quiet: { fontWeight: tokens.fontWeightRegular, whiteSpace: "nowrap", flexShrink: 0, minWidth: "32px" },
  column: { display: "grid", rowGap: tokens.spacingVerticalL, justifyItems: "start" },
  drawerHeading: { margin: 0, fontSize: tokens.fontSizeBase500 },
  drawerBody: { paddingBottom: tokens.spacingVerticalXXL },
});
