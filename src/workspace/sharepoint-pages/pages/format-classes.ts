import { tokens } from "@fluentui/react-components";
import type { CSSProperties } from "react";

const solid = (backgroundColor: string): CSSProperties => ({ backgroundColor, color: tokens.colorNeutralForeground1 });

/** SharePoint's severities: tinted, with the text colour of the page. */
const severities: Readonly<Record<string, CSSProperties>> = {
  good: solid(tokens.colorPaletteGreenBackground2),
  low: solid(tokens.colorPaletteBlueBackground2),
  warning: solid(tokens.colorPaletteYellowBackground2),
  severeWarning: solid(tokens.colorPaletteDarkOrangeBackground2),
  blocked: solid(tokens.colorPaletteRedBackground2),
};

const named: Readonly<Record<string, CSSProperties>> = {
  "sp-field-dataBars": {
    boxSizing: "border-box",
    minHeight: "24px",
    paddingLeft: tokens.spacingHorizontalXS,
    overflow: "visible",
    whiteSpace: "nowrap",
    backgroundColor: tokens.colorBrandBackground2,
    borderTop: `1px solid ${tokens.colorBrandStroke1}`,
  },
  "sp-field-trending--up": { color: tokens.colorStatusSuccessForeground1 },
  "sp-field-trending--down": { color: tokens.colorStatusDangerForeground1 },
  "sp-field-quickActions": { color: tokens.colorBrandForegroundLink },
  "sp-field-bold": { fontWeight: 600 },
};

/** Fabric's and SharePoint's colour words, in the theme at hand. */
const palette: readonly (readonly [RegExp, { readonly text: string; readonly back: string }])[] = [
  [/red|cranberry|dustrose/iu, { text: tokens.colorPaletteRedForeground1, back: tokens.colorPaletteRedBackground1 }],
  [/green|teal|mint/iu, { text: tokens.colorPaletteGreenForeground1, back: tokens.colorPaletteGreenBackground1 }],
  [
    /orange|peach/iu,
    { text: tokens.colorPaletteDarkOrangeForeground1, back: tokens.colorPaletteDarkOrangeBackground1 },
  ],
  [/yellow|gold/iu, { text: tokens.colorPaletteYellowForeground2, back: tokens.colorPaletteYellowBackground1 }],
  [/blue|cyan|theme/iu, { text: tokens.colorBrandForeground1, back: tokens.colorBrandBackground2 }],
  [/purple|lilac|magenta/iu, { text: tokens.colorPaletteBerryForeground1, back: tokens.colorPaletteBerryBackground1 }],
  [/secondary|tertiary|gr[ae]y/iu, { text: tokens.colorNeutralForeground3, back: tokens.colorNeutralBackground3 }],
  [/lighter|light/iu, { text: tokens.colorNeutralForeground3, back: tokens.colorNeutralBackground3 }],
  [/white/iu, { text: tokens.colorNeutralForeground1, back: tokens.colorNeutralBackground1 }],
];

/** How a class of SharePoint's formatting looks; classes nobody here knows look like nothing. */
export function styleOfClass(name: string): CSSProperties {
  const severity = /^sp-field-severity--(\w+)$/u.exec(name)?.[1];
  if (severity !== undefined) return severities[severity] ?? {};
  const colour = /^(?:ms-|sp-css-)(bgColor|backgroundColor|fontColor|color)-(\w+)$/u.exec(name);
  if (colour === null) return named[name] ?? {};
  const [, where = "", word = ""] = colour;
  const shade = palette.find(([pattern]) => pattern.test(word))?.[1];
  if (where.startsWith("b")) return { backgroundColor: shade?.back ?? tokens.colorNeutralBackground3 };
  return { color: shade?.text ?? tokens.colorNeutralForeground1 };
}

/** Later classes win over earlier ones. */
export function styleOfClasses(classes: readonly string[]): CSSProperties {
  return classes.map(styleOfClass).reduce<CSSProperties>((all, next) => ({ ...all, ...next }), {});
}
