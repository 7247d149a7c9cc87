import { makeStyles, tokens } from "@fluentui/react-components";

const field = {
  boxSizing: "border-box",
  minHeight: "32px",
  padding: "5px 10px",
  color: tokens.colorNeutralForeground1,
  backgroundColor: tokens.colorNeutralBackground1,
  border: `1px solid ${tokens.colorNeutralStroke1}`,
  borderBottom: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  borderRadius: tokens.borderRadiusMedium,
  fontFamily: tokens.fontFamilyBase,
  fontSize: tokens.fontSizeBase300,
} as const;

/** High contrast turns the background around, and the text with it. */
const hovered = {
  backgroundColor: tokens.colorNeutralBackground1Hover,
  color: tokens.colorNeutralForeground1Hover,
} as const;

const focused = { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" } as const;

/** Dresses the renderer's class names in Fluent; the renderer's own style sheet is not used. */
export const useCardStyles = makeStyles({
  card: {
    "& .ac-textBlock p": { marginTop: "0px", marginBottom: tokens.spacingVerticalS },
    // The renderer makes a list as wide as the card, whatever stands before it.
    "& .ac-textBlock ul": { boxSizing: "border-box", paddingLeft: tokens.spacingHorizontalXXL },
    "& .ac-textBlock ol": { boxSizing: "border-box", paddingLeft: tokens.spacingHorizontalXXL },
    "& a": { color: tokens.colorBrandForegroundLink },
    "& .ac-actionSet": { flexWrap: "wrap", rowGap: tokens.spacingVerticalS },
    "& .ac-pushButton": {
      boxSizing: "border-box",
      minHeight: "32px",
      padding: "5px 12px",
      cursor: "pointer",
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      fontFamily: tokens.fontFamilyBase,
      fontSize: tokens.fontSizeBase300,
      fontWeight: tokens.fontWeightSemibold,
    },
    "& .ac-pushButton:hover": hovered,
    "& .ac-pushButton:active": { backgroundColor: tokens.colorNeutralBackground1Pressed },
    "& .ac-pushButton:focus-visible": focused,
    "& .ac-pushButton.primary, & .ac-pushButton.style-positive": {
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorBrandBackground,
      border: `1px solid ${tokens.colorTransparentStroke}`,
    },
    "& .ac-pushButton.primary:hover, & .ac-pushButton.style-positive:hover": {
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorBrandBackgroundHover,
    },
    "& .ac-pushButton.primary:active, & .ac-pushButton.style-positive:active": {
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorBrandBackgroundPressed,
    },
    // Once its panel is open, the button only closes it again: what the card is for is in the panel.
    "& .ac-pushButton.style-positive[aria-expanded='true']": {
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
    },
    "& .ac-pushButton.style-positive[aria-expanded='true']:hover": hovered,
    "& .ac-pushButton.style-destructive": {
      color: tokens.colorStatusDangerForeground3,
      border: `1px solid ${tokens.colorStatusDangerBorder2}`,
    },
    "& .ac-pushButton.style-destructive:hover": hovered,
    "&[aria-busy='true'] .ac-pushButton": { cursor: "progress", opacity: 0.6 },
    "& .ac-textInput, & .ac-numberInput, & .ac-dateInput, & .ac-timeInput, & .ac-choiceSetInput-compact": {
      ...field,
      width: "100%",
    },
    "& .ac-choiceSetInput-filtered-textbox": { ...field, width: "100%" },
    "& .ac-choiceSetInput-filtered-container": { position: "relative", width: "100%" },
    "& .ac-choiceSetInput-filtered-dropdown": {
      display: "none",
      position: "absolute",
      top: "100%",
      zIndex: 1,
      boxSizing: "border-box",
      width: "100%",
      maxHeight: "200px",
      overflowY: "auto",
      backgroundColor: tokens.colorNeutralBackground1,
      boxShadow: tokens.shadow16,
    },
    "& .ac-choiceSetInput-filtered-dropdown-open": { display: "flex", flexDirection: "column" },
    "& .ac-choiceSetInput-choice": { padding: "5px 10px", cursor: "pointer" },
    "& .ac-choiceSetInput-choice-highlighted": hovered,
    // The browser's own grey is hard to read on black.
    "& ::placeholder": { color: tokens.colorNeutralForeground3, opacity: 1 },
    "& .ac-textInput.ac-multiline": { minHeight: "84px", resize: "vertical" },
    "& .ac-textInput:focus-visible, & .ac-numberInput:focus-visible, & .ac-dateInput:focus-visible": focused,
    "& .ac-timeInput:focus-visible, & .ac-choiceSetInput-compact:focus-visible": focused,
    "& .ac-choiceSetInput-filtered-textbox:focus-visible": focused,
    // Room for fingers: 24 px for each choice (WCAG 2.5.8).
    "& .ac-choiceSetInput-expanded > div, & .ac-choiceSetInput-multiSelect > div, & .ac-toggleInput": {
      minHeight: "28px",
    },
    "& input[type='radio'], & input[type='checkbox']": {
      width: "18px",
      height: "18px",
      marginRight: tokens.spacingHorizontalS,
      accentColor: tokens.colorCompoundBrandBackground,
    },
    "& .ac-input-validation-failed": {
      border: `1px solid ${tokens.colorStatusDangerBorder2}`,
      borderRadius: tokens.borderRadiusMedium,
    },
    "& .ac-selectable": { cursor: "pointer" },
    "& .ac-selectable:hover": hovered,
    "& .ac-selectable:focus-visible": focused,
    "& .ac-anchor": { textDecorationLine: "underline" },
  },
});
