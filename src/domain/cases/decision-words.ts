import { searchKey } from "#domain/shared/plain-text.ts";
import type { DecisionCode, PointDecision } from "./case.ts";

/** How minutes word what was decided (B7), the narrower wording before the wider one. */
const WORDINGS: readonly (readonly [RegExp, DecisionCode])[] = [
  [/\b(?:ikke (?:godkendt|vedtaget|tiltraadt)|forkastet|afvist|afslaaet)\b/u, "rejected"],
  [/\bforeloebigt godkendt\b|\bgodkendt foreloebigt\b/u, "provisionally-approved"],
  [
    /\bdelvist godkendt\b|\baendringsforslag(?:et)? (?:blev )?vedtaget\b|\bgodkendt med (?:den )?aendring/u,
    "approved-amended",
  ],
  [/\b(?:udsat|udsaettes)\b/u, "postponed"],
  [/\b(?:tilbagesendt|hjemvist|sendt tilbage)\b/u, "returned"],
  [/\btaget af dagsordenen\b|\budgaar\b|\budgaaet\b/u, "withdrawn"],
  [/\b(?:anbefales|anbefaler|anbefalet)\b/u, "recommended"],
  [/\b(?:oversendt|fremsendt|oversendes|fremsendes)\b/u, "forwarded"],
  [/\btil efterretning\b/u, "noted"],
  [/\btiltraadt\b/u, "concurred"],
  [/\b(?:godkendt|vedtaget|godkender)\b/u, "approved"],
  [/\bdroeftet\b/u, "discussed"],
];

/**
 * What the words of the minutes most likely mean, as a proposal to the person who records them; undefined when nothing
 * is recognised. Whether it is final is told by step and body, never by the words.
 */
export function proposedCode(text: string): DecisionCode | undefined {
  const key = searchKey(text);
  return WORDINGS.find(([wording]) => wording.test(key))?.[1];
}

/** A body's decision as one text: "Ad 1. Godkendt. Ad 2. Godkendt." (001-04); of a single point its words alone. */
export function decisionText(points: readonly PointDecision[]): string {
  const [only, ...more] = points;
  if (only !== undefined && more.length === 0) return only.text;
  return points.map(({ number, text }) => `Ad ${number}. ${text}`).join(" ");
}

/** The words of each point in a text with "Ad 1.", "Ad 2." …; the whole text for every point where it names none. */
export function pointTexts(text: string, numbers: readonly number[]): readonly string[] {
  const pieces = text.split(/(?:^|\s)Ad\.?\s*(\d{1,3})\s*[.:)]\s*/iu);
  if (pieces.length < 3) return numbers.map(() => text.trim());
  return numbers.map((number) => {
    const at = pieces.findIndex((piece, index) => index % 2 === 1 && Number(piece) === number);
    return at < 0 ? "" : (pieces[at + 1] ?? "").trim();
  });
}
