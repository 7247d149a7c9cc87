import { makeStyles, tokens } from "@fluentui/react-components";

export const useSearchStyles = makeStyles({
  dialog: {
    display: "flex",
    flexDirection: "column",
    width: "min(640px, calc(100vw - 24px))",
    maxHeight: "min(640px, calc(100vh - 96px))",
    // From the top, so that nothing jumps as the list grows and shrinks.
    margin: "72px auto auto",
    padding: 0,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    overflow: "hidden",
    "::backdrop": { backgroundColor: tokens.colorBackgroundOverlay },
    "@media (max-width: 480px)": { marginTop: "12px", maxHeight: "calc(100vh - 24px)" },
  },
  title: {
    position: "absolute",
    width: "1px",
    height: "1px",
    margin: 0,
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
  head: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    padding: "12px 16px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  input: { flexGrow: 1, minWidth: 0 },
  list: { margin: 0, padding: "8px", overflowY: "auto", flexShrink: 1, minHeight: 0 },
  option: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "16px",
    minHeight: "44px",
    padding: "4px 12px",
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    // Forced colours take the ground away; the edge stays.
    border: "2px solid transparent",
    // In high contrast the chosen ground is bright: all that stands on it takes its own colour.
    ":hover": {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
      "& span": { color: "inherit" },
    },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    "& span": { color: "inherit" },
    border: `2px solid ${tokens.colorStrokeFocus2}`,
  },
  words: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  detail: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  kind: { flexShrink: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  below: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "8px",
    padding: "12px 20px",
  },
  text: { margin: 0 },
  foot: {
    margin: 0,
    padding: "8px 20px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  /** Heard and not seen. */
  aloud: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});
