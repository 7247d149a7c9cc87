import { cleanText, UNWANTED } from "#domain/shared/plain-text.ts";

/** Where a value stands in the pasted text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value with the place it was read from. */
export interface Found<T> {
  readonly value: T;
  readonly span: Span;
}

/** The pasted text without what is not seen, and the way back from it to the pasted text. */
export interface SourceText {
  /** Composed letters, `\n` as line end, ordinary spaces, no soft hyphens and other unseen marks. */
  readonly text: string;
  readonly spanOf: (range: Span) => Span;
}

const LETTER_WITH_MARKS = /\r\n|\P{M}\p{M}*|\p{M}+/gsu;
const LINE_END = /^(?:\r\n|[\r\v\f\u0085\u2028\u2029])$/u;

/** Makes a pasted text readable by patterns; every place in it leads back to the pasted text. */
export function readSource(pasted: string): SourceText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = "";
  for (const match of pasted.matchAll(LETTER_WITH_MARKS)) {
    const seen = seenAs(match[0]);
    text += seen;
    for (let unit = 0; unit < seen.length; unit += 1) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
  }
  return {
    text,
    spanOf: ({ start, end }) => {
      const first = starts[start] ?? pasted.length;
      return { start: first, end: end > start ? (ends[end - 1] ?? pasted.length) : first };
    },
  };
}

function seenAs(letter: string): string {
  if (LINE_END.test(letter)) return "\n";
  const kept = letter.replace(UNWANTED, "").normalize("NFC");
  return kept.replace(/[^\S\n\t]/gu, " ");
}

/** The value with the place of its source. */
export function found<T>({ spanOf }: SourceText, value: T, range: Span): Found<T> {
  return { value, span: spanOf(range) };
}

/** The range without blanks around it. */
export function trimmed({ text }: SourceText, { start, end }: Span): Span {
  const slice = text.slice(start, end);
  const from = start + slice.length - slice.trimStart().length;
  return { start: from, end: Math.max(from, start + slice.trimEnd().length) };
}

/** The words of a range as they stand there; undefined for a blank one. */
export function foundText(source: SourceText, range: Span): Found<string> | undefined {
  const inner = trimmed(source, range);
  const value = cleanText(source.text.slice(inner.start, inner.end), { multiline: true });
  return value === "" ? undefined : found(source, value, inner);
}

/** Where a group of a match (with the flag "d") stands, when it was searched for in a slice that begins at `offset`. */
export function groupRange(match: RegExpExecArray, group: number, offset: number): Span | undefined {
  const at = match.indices?.[group];
  return at && { start: at[0] + offset, end: at[1] + offset };
}
