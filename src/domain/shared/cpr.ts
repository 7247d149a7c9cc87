import { type CprPosition, containsCpr } from "./plain-text.ts";

/**
 * Day, month and year apart by points or by spaces, then a dash: "12.03.45-1234". The dash is needed and no further
 * pair may stand before, since telephone numbers are written in pairs too.
 */
const IN_PAIRS =
  /(?<![\p{L}\p{N}]|\d\.|\d\d\s)(\d\d)(?:\.(\d\d)\.|\s(\d\d)\s)\d\d\s?[-\u2010-\u2015\u2212]\s?\d{4}(?![\p{L}\p{N}])/gu;

/**
 * The first thing in the text that looks like a CPR number, also when its date is written with points or spaces.
 * What makes a day and month plausible is decided in one place, for all forms alike.
 */
export function findCpr(text: string): CprPosition | undefined {
  const plain = containsCpr(text);
  for (const match of text.matchAll(IN_PAIRS)) {
    if (plain !== undefined && plain.start <= match.index) return plain;
    const [found, day = "", pointed = "", spaced = ""] = match;
    if (containsCpr(`${day}${pointed}${spaced}00-0000`) !== undefined) {
      return { start: match.index, end: match.index + found.length };
    }
  }
  return plain;
}
