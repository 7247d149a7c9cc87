import type { PlainDate } from "#domain/shared/dates.ts";
import { type Oere, parseAmount } from "#domain/shared/money.ts";
import { readTypedDate } from "#domain/shared/typed-date.ts";
import { type Found, found, groupRange, type SourceText, type Span } from "./source-text.ts";

/** A day with its year, as case texts write it: "15-06-2021", "15. juni 2021" (TR-5). */
export const WRITTEN_DATE = String.raw`\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{1,2}\. ?\p{L}{3,9} \d{4}`;

/** An amount with its unit: "300.000 kr.", "0,6 mio. kr." */
export const WRITTEN_AMOUNT = String.raw`\d[\d.]{0,15}(?:,\d{1,4})? ?(?:(?:mio|mia|t)\.? ?)?(?:kr\.|kr\b|kroner\b)`;

/** A part of the source, with the place it has there. */
export interface Part extends Span {
  readonly text: string;
}

/** The day that stands in the range; undefined when it is none, or may be two. */
export function foundDate(source: SourceText, range: Span | undefined): Found<PlainDate> | undefined {
  if (range === undefined) return undefined;
  const date = readTypedDate(source.text.slice(range.start, range.end));
  return date.ok ? found(source, date.value, range) : undefined;
}

/** The amount that stands in the range; undefined when it is none, or may be two. */
export function foundAmount(source: SourceText, range: Span | undefined): Found<Oere> | undefined {
  if (range === undefined) return undefined;
  const amount = parseAmount(source.text.slice(range.start, range.end));
  return amount.ok ? found(source, amount.value, range) : undefined;
}

/** Every place in the part where the pattern's first group stands. */
export function placesOf(part: Part, pattern: string): readonly Span[] {
  const places: Span[] = [];
  for (const match of part.text.matchAll(new RegExp(pattern, "dgiu"))) {
    const range = groupRange(match, 1, part.start);
    if (range !== undefined) places.push(range);
  }
  return places;
}

/** What all of the findings say; undefined when there is none, or they contradict each other. */
export function unanimous<T extends string | number>(
  findings: readonly (Found<T> | undefined)[],
): Found<T> | undefined {
  const [first] = findings;
  return findings.every((each) => each !== undefined && each.value === first?.value) ? first : undefined;
}
