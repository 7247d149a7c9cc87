import { makeStyles, tokens } from "@fluentui/react-components";

/** Height of every line of the grid: what is not drawn is reckoned with it. */
export const lineHeight = 42;

export const useGridStyles = makeStyles({
  frame: { flexGrow: 1, minHeight: "200px", overflow: "auto", position: "relative" },
  table: {
    tableLayout: "fixed",
    width: "100%",
    borderCollapse: "separate",
    borderSpacing: "0px",
    fontSize: tokens.fontSizeBase300,
  },
  header: {
    position: "sticky",
    top: 0,
    zIndex: 2,
    boxSizing: "border-box",
    height: `${lineHeight}px`,
    padding: `0px ${tokens.spacingHorizontalXS}`,
    textAlign: "left",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  heading: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    boxSizing: "border-box",
    maxWidth: "100%",
    minHeight: "32px",
    padding: `0px ${tokens.spacingHorizontalS}`,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorTransparentBackground,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  line: { height: `${lineHeight}px` },
  // Links keep their contrast on it in every theme, which they do not on the hover of a button.
  hover: { ":hover": { backgroundColor: tokens.colorNeutralBackground3 } },
  group: {
    textAlign: "left",
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    boxSizing: "border-box",
    height: `${lineHeight}px`,
    padding: `0px ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ":focus": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    ":focus:not(:focus-visible)": { outline: `1px solid ${tokens.colorNeutralStroke1}` },
  },
  editable: {
    cursor: "cell",
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
    ":hover": { boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke1Hover}` },
  },
  editing: { padding: `0px ${tokens.spacingHorizontalXXS}`, overflow: "visible", position: "relative" },
  right: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  clip: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});
