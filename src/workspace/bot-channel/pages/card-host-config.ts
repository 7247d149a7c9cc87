import { HostConfig } from "adaptivecards";

/** The themes of the Teams host. */
export type ChatTheme = "default" | "dark" | "contrast";

const foreground = (shade: string, subtle = shade): { default: string; subtle: string } => ({
  default: `var(--${shade})`,
  subtle: `var(--${subtle})`,
});

const foregroundColors = {
  default: foreground("colorNeutralForeground1", "colorNeutralForeground3"),
  dark: foreground("colorNeutralForeground1", "colorNeutralForeground3"),
  light: foreground("colorNeutralForeground3"),
  accent: foreground("colorBrandForeground1"),
  good: foreground("colorStatusSuccessForeground1"),
  warning: foreground("colorStatusWarningForeground3"),
  // The first shade has only 4.2:1 on a dark card.
  attention: foreground("colorStatusDangerForeground3"),
};

const container = (background: string): Record<string, unknown> => ({
  backgroundColor: `var(--${background})`,
  foregroundColors,
});

/**
 * How Teams shows cards. Colours are the theme's own variables, so a change of theme needs no new rendering
 * and half-typed inputs survive it. High contrast is drawn without tinted containers: its tints carry no text.
 */
export function cardHostConfig(tinted: boolean): HostConfig {
  const tint = (background: string): Record<string, unknown> =>
    container(tinted ? background : "colorNeutralBackground1");
  return new HostConfig({
    supportsInteractivity: true,
    fontFamily: "var(--fontFamilyBase)",
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: "var(--colorNeutralStroke2)" },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: {
      default: container("colorNeutralBackground1"),
      emphasis: tint("colorNeutralBackground3"),
      accent: tint("colorBrandBackground2"),
      good: tint("colorStatusSuccessBackground1"),
      warning: tint("colorStatusWarningBackground1"),
      attention: tint("colorStatusDangerBackground1"),
    },
    inputs: {
      label: {
        inputSpacing: "small",
        requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention" },
        optionalInputs: { weight: "bolder" },
      },
      errorMessage: { color: "attention", weight: "default", spacing: "small" },
    },
    actions: {
      maxActions: 6,
      spacing: "default",
      buttonSpacing: 8,
      showCard: { actionMode: "inline", inlineTopMargin: 8 },
      actionsOrientation: "horizontal",
      actionAlignment: "left",
    },
    factSet: {
      title: { weight: "bolder", wrap: true, maxWidth: 160 },
      value: { wrap: true },
      spacing: 12,
    },
    textBlock: { headingLevel: 3 },
  });
}
