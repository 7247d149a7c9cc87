import { ok, type Result, refuse } from "./result.ts";

/** Why a typed text is not taken. Lengths are UTF-16 units, as SharePoint counts them. */
export type TextRefusal =
  | { readonly kind: "empty" }
  | { readonly kind: "too-long"; readonly max: number; readonly length: number };

/** What a text field allows. */
export type TextLimits = {
  readonly max: number;
  readonly required: boolean;
  /** Whether line breaks are kept; otherwise a pasted break becomes a space. */
  readonly multiline: boolean;
};

/**
 * Never typed on purpose: control characters, soft hyphens, invisible and direction-turning marks (which can make a
 * title show as another), halves of broken characters, and code points no document format allows. The joiners U+200C
 * and U+200D stay, since names in some scripts and combined emoji need them.
 */
export const UNWANTED = /(?![\n\t])\p{Cc}|(?![\u200c\u200d])\p{Cf}|\p{Cs}|\p{Noncharacter_Code_Point}/gu;
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/**
 * A typed or pasted text made fit to store: composed letters (NFC), `\n` as line end, no unwanted characters, no
 * blanks around it. An empty text is "" when nothing is required. Words are never changed.
 */
export function checkText(text: string, limits: TextLimits): Result<string, TextRefusal> {
  const checked = cleanText(text, limits);
  if (checked === "" && limits.required) return refuse({ kind: "empty" });
  if (checked.length > limits.max) return refuse({ kind: "too-long", max: limits.max, length: checked.length });
  return ok(checked);
}

/** The text as `checkText` would store it, however long it is. */
export function cleanText(text: string, { multiline }: Pick<TextLimits, "multiline">): string {
  const lines = text.replace(LINE_END, "\n").replace(UNWANTED, "").normalize("NFC");
  const kept = multiline ? trimmedLines(lines).join("\n") : writtenLines(lines).join(" ");
  return kept.replaceAll("\t", " ").trim();
}

// Split and trimmed line by line: a pattern for blanks before a line end takes seconds over a page of blanks.
function trimmedLines(text: string): readonly string[] {
  return text.split("\n").map((line) => line.trimEnd());
}

function writtenLines(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Where a CPR number stands in a text: `text.slice(start, end)`. */
export type CprPosition = { readonly start: number; readonly end: number };

const CPR = /(?<![\p{L}\p{N}])(\d\d)(\d\d)\d\d\s?[-\u2010-\u2015\u2212]?\s?\d{4}(?![\p{L}\p{N}])/gu;
const LONGEST_DAY: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The first thing in the text that looks like a CPR number: six digits that begin with a day and month, any
 * dash, space or line break, four digits, standing alone. The check digit is not tested: numbers since 2007 need not pass it.
 */
export function containsCpr(text: string): CprPosition | undefined {
  for (const match of text.matchAll(CPR)) {
    const [found, day, month] = match;
    if (Number(day) >= 1 && Number(day) <= (LONGEST_DAY[Number(month) - 1] ?? 0)) {
      return { start: match.index, end: match.index + found.length };
    }
  }
  return undefined;
}

/**
 * The text as it is compared in searches and for sameness: small letters without accents, å as aa, ø as oe, æ as ae,
 * one kind of dash, quote and space. "”Ålborg” – Øst" and "\"aalborg\" - oest" have the same key.
 */
export function searchKey(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("å", "aa")
    .replaceAll("ø", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/["\u00ab\u00bb\u201c-\u201f]/g, '"')
    .replace(/['\u00b4\u2018-\u201b]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

const danish = new Intl.Collator("da", { numeric: true });

/** Danish order for `sort`: æ, ø, å last, "Aalborg" among å, "FR22-2" before "FR22-10". 0 only for equal texts. */
export function compareDanish(a: string, b: string): number {
  const order = danish.compare(a, b);
  if (order !== 0 || a === b) return order;
  return a < b ? -1 : 1;
}

/** Breaks up markup without being seen. Stored texts hold none, `checkText` has taken them out. */
const ZERO_WIDTH_SPACE = "\u200b";

/**
 * A person's text for a TextBlock or a fact of an Adaptive Card, where Markdown and `<at>` mentions are live, so that
 * it shows as it was written and can neither mention, link nor format. Labels, choices and button titles are no
 * Markdown: do not use it there. A zero-width space breaks markup where it can; backslashes, which some telephones
 * show, only stand before stars, backticks and underscores at the edge of a word.
 */
export function cardText(text: string): string {
  return writtenLines(text)
    .map((line) => cardLine(line))
    .join("\n\n");
}

function cardLine(line: string): string {
  return line
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, `\\${ZERO_WIDTH_SPACE}`)
    .replace(/<(?=[a-z/!?])|&(?=[#\w])|\](?=[([:])|~(?=~)/gi, `$&${ZERO_WIDTH_SPACE}`)
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|(?<!\s)\*+|\*+(?!\s)|`+/gu, (marks) => marks.replace(/./g, "\\$&"))
    .replace(/^(?:[-+*#>=|:]|\d+[.)])/, `${ZERO_WIDTH_SPACE}$&`);
}
