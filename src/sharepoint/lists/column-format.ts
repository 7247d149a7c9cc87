/** Column formatter JSON as SharePoint reads it; every colour comes with a symbol and the text, never alone. */
export type ColumnFormat = Readonly<Record<string, unknown>>;

const SCHEMA = "https://developer.microsoft.com/json-schemas/sp/v2/column-formatting.schema.json";

/** How a status is meant; the classes are SharePoint's own and follow its themes. */
export type Tone = "good" | "low" | "warning" | "severe" | "blocked" | "neutral";

const TONES: Readonly<Record<Tone, { readonly cssClass: string; readonly icon: string }>> = {
  good: { cssClass: "sp-field-severity--good", icon: "CheckMark" },
  low: { cssClass: "sp-field-severity--low", icon: "Forward" },
  warning: { cssClass: "sp-field-severity--warning", icon: "Clock" },
  severe: { cssClass: "sp-field-severity--severeWarning", icon: "Warning" },
  blocked: { cssClass: "sp-field-severity--blocked", icon: "ErrorBadge" },
  neutral: { cssClass: "ms-bgColor-neutralLighter", icon: "CircleRing" },
};

/** A coloured field with symbol and text for each status; others stand plain. */
export function statusFormat(tones: Readonly<Record<string, Tone>>): ColumnFormat {
  const pick = (of: (tone: Tone) => string, otherwise: string) =>
    Object.entries(tones).reduceRight(
      (rest, [status, tone]) => `if(@currentField == '${status.replaceAll("'", "''")}', '${of(tone)}', ${rest})`,
      `'${otherwise}'`,
    );
  const cssClass = pick((tone) => TONES[tone].cssClass, "");
  return {
    $schema: SCHEMA,
    elmType: "div",
    attributes: { class: `=${cssClass} + ' ms-fontColor-neutralPrimary'` },
    style: { "border-radius": "4px", padding: "0 8px", "min-height": "24px", "align-items": "center", display: "flex" },
    children: [
      {
        elmType: "span",
        style: { "padding-right": "6px", display: "=if(@currentField == '', 'none', 'inline-block')" },
        attributes: { iconName: `=${pick((tone) => TONES[tone].icon, "")}` },
      },
      { elmType: "span", txtContent: "@currentField" },
    ],
  };
}

const KRONER = "=if(@currentField.displayValue == '', '', @currentField.displayValue + ' kr.')";

/** A person's name with a symbol; where there should be one and is none, the word that says so. */
export function personFormat(whenNobody: string): ColumnFormat {
  const word = whenNobody.replaceAll("'", "''");
  return {
    $schema: SCHEMA,
    elmType: "div",
    style: { display: "flex", "align-items": "center" },
    children: [
      {
        elmType: "span",
        style: { "padding-right": "6px" },
        attributes: { iconName: "=if(@currentField == '', 'Warning', 'Contact')" },
      },
      { elmType: "span", txtContent: `=if(@currentField == '', '${word}', @currentField)` },
    ],
  };
}

/** Kroner with grouping and two decimals only where there are øre; negative amounts are red and keep their minus. */
export function kronerFormat(): ColumnFormat {
  return {
    $schema: SCHEMA,
    elmType: "div",
    style: {
      "justify-content": "flex-end",
      "text-align": "right",
      width: "100%",
    },
    attributes: { class: "=if(@currentField < 0, 'ms-fontColor-redDark', '')" },
    txtContent: KRONER,
  };
}

/** A text column with an address, shown as a link: Graph cannot write hyperlink columns (graph.md 5.3). */
export function linkFormat(text: string): ColumnFormat {
  return {
    $schema: SCHEMA,
    elmType: "a",
    txtContent: `=if(@currentField == '', '', '${text.replaceAll("'", "''")}')`,
    attributes: { href: "@currentField", target: "_blank", rel: "noopener" },
  };
}

/** Red with a symbol once the day has passed, amber in the last week, unless the status says that it is over. */
export function deadlineFormat(statusColumn: string, overWhen: readonly string[]): ColumnFormat {
  const over = overWhen.map((status) => `[$${statusColumn}] == '${status.replaceAll("'", "''")}'`).join(" || ");
  // The day itself is in time: it has passed a day after its midnight.
  const passed = "Number(@currentField) + 86400000 < Number(@now)";
  const soon = "Number(@currentField) < Number(@now) + 604800000";
  const tone = (overText: string, passedText: string, soonText: string) =>
    `=if(@currentField.displayValue == '' || ${over}, '${overText}', if(${passed}, '${passedText}', if(${soon}, '${soonText}', '')))`;
  return {
    $schema: SCHEMA,
    elmType: "div",
    attributes: { class: tone("", TONES.severe.cssClass, TONES.warning.cssClass) },
    children: [
      {
        elmType: "span",
        // Without a symbol the day stands under its heading.
        style: { "padding-right": tone("0", "6px", "6px") },
        attributes: { iconName: tone("", "Warning", "Clock") },
      },
      { elmType: "span", txtContent: "@currentField.displayValue" },
    ],
  };
}

/** Kroner with a bar behind them that shows their share of another column. */
export function shareFormat(wholeColumn: string): ColumnFormat {
  return {
    $schema: SCHEMA,
    elmType: "div",
    style: { position: "relative", width: "100%", "text-align": "right" },
    children: [
      {
        elmType: "div",
        attributes: { class: "sp-field-dataBars" },
        style: {
          position: "absolute",
          // SharePoint's bar has a width of its own when it should have none.
          display: "=if(@currentField > 0, 'block', 'none')",
          height: "100%",
          width: `=if([$${wholeColumn}] > 0, toString(@currentField / [$${wholeColumn}] * 100) + '%', '0%')`,
        },
      },
      {
        elmType: "span",
        style: { position: "relative" },
        txtContent: KRONER,
      },
    ],
  };
}
