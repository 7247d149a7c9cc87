import { searchKey } from "./plain-text.ts";

/** A query as it is compared: as a whole, and word by word. */
export interface SearchQuery {
  readonly whole: string;
  readonly words: readonly string[];
}

/** Part of a text, in UTF-16 units: `text.slice(start, end)`. */
export type TextMark = { readonly start: number; readonly end: number };

/** What somebody has typed to search for; undefined when there is nothing in it to look for. */
export function searchQuery(typed: string): SearchQuery | undefined {
  const whole = searchKey(typed);
  const words = [...new Set(whole.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ""))];
  return words.length === 0 ? undefined : { whole, words };
}

/**
 * How well a record's texts answer a query, 0 best; undefined when they do not. Every word of the query must stand in
 * one of them: å is found by aa, æ by ae, ø by oe and the other way round, composed or not, in capitals or small (U16).
 * A text that is the query comes first, then one that begins with it, then one with a word that does, then words that
 * all begin so, at last what stands inside a word; a single letter is looked for at the beginning of words only.
 *
 * @param keys the texts as `searchKey` gives them
 */
export function searchRank(keys: readonly string[], { whole, words }: SearchQuery): number | undefined {
  if (keys.includes(whole)) return 0;
  if (keys.some((key) => key.startsWith(whole))) return 1;
  if (keys.some((key) => atWordStart(key, whole) >= 0)) return 2;
  if (words.every((word) => keys.some((key) => atWordStart(key, word) >= 0))) return 3;
  return words.every((word) => keys.some((key) => placeOf(key, word) >= 0)) ? 4 : undefined;
}

/** Where the words of a query stand in a text as it was written, in order and without overlap. */
export function searchMarks(text: string, { words }: SearchQuery): readonly TextMark[] {
  const folded = fold(text);
  const marks = words.flatMap((word): readonly TextMark[] => {
    const at = placeOf(folded.key, word);
    const first = folded.places[at];
    const last = folded.places[at + word.length - 1];
    return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
  });
  return joined(marks.toSorted((a, b) => a.start - b.start));
}

/** The first place of a word, at the beginning of another one where there is such a place; -1 when it is nowhere. */
function placeOf(key: string, word: string): number {
  const start = atWordStart(key, word);
  return start >= 0 || word.length < 2 ? start : key.indexOf(word);
}

function atWordStart(key: string, text: string): number {
  for (let at = key.indexOf(text); at >= 0; at = key.indexOf(text, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(before(key, at))) return at;
  }
  return -1;
}

/** The character before a place, both halves of it. */
function before(key: string, at: number): string {
  const pair = key.codePointAt(at - 2) ?? 0;
  return pair > 0xff_ff ? key.slice(at - 2, at) : key.slice(at - 1, at);
}

interface Folded {
  readonly key: string;
  /** Where each unit of the key comes from. */
  readonly places: readonly TextMark[];
}

/** The text's search key with the places it comes from: letter by letter, for å becomes two and a + ring one. */
function fold(text: string): Folded {
  const places: TextMark[] = [];
  let key = "";
  for (const match of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const [letter] = match;
    const part = /^\s/u.test(letter) ? " " : searchKey(letter);
    key += part;
    const place = { start: match.index, end: match.index + letter.length };
    for (let unit = 0; unit < part.length; unit += 1) places.push(place);
  }
  return { key, places };
}

function joined(marks: readonly TextMark[]): readonly TextMark[] {
  const result: TextMark[] = [];
  for (const mark of marks) {
    const last = result.at(-1);
    if (last !== undefined && mark.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: mark.end > last.end ? mark.end : last.end };
    } else {
      result.push(mark);
    }
  }
  return result;
}
