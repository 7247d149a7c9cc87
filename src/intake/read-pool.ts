import type { ProposedPool, ProposedRound } from "./case-proposal.ts";
import { type Found, found, foundText, groupRange, type SourceText, type Span } from "./source-text.ts";
import { foundAmount, type Part, placesOf, unanimous, WRITTEN_AMOUNT } from "./written-values.ts";

const SET_ASIDE = `(?:\\bafsat(?: en pulje på)?(?: i alt)?|\\bpulje på|\\b(?:anlægs|drifts)?bevilling på) (${WRITTEN_AMOUNT})`;
const YEAR = "\\b(?:investeringsoversigten i|puljen? (?:i|for)|nyoprettet i) (20\\d{2})(?!\\d|[-–])";
const END = "(?=\\.(?:\\s|$)|$)";
/** "Anlægsbevilling - Pulje til …": a title that says only what the case asks for, and then the pool's name. */
const NAME = "^(?:.{0,12}?)\\b(?:anlægs|drifts|tillægs)?bevilling\\s*[-–:]\\s*(pulje\\b.{2,150})$";
const BUDGET_YEARS = "\\bbudget(?:tet)?(?: for)?(?: årene)? (20\\d{2} ?[-–] ?20\\d{2})(?!\\d)";
const MAIN_PURPOSE = `\\bvæsentligste formål(?: med puljen)? er,? (?:at )?([^\\n]{5,400}?)${END}`;
const PURPOSE = `\\bpuljen\\b[^.\\n]{0,120}? har til formål at ([^\\n]{5,400}?)${END}`;
const EARMARKED = `(?<!\\p{L})øremærket (?:til )?([^,\\n]{3,200}?)(?=,| og (?:som )?skal\\b|\\.(?:\\s|$)|$)`;
const ROUNDS = /\b(to|tre|fire|2|3|4) (?:ansøgnings)?runder\b/iu;
const ROUND_COUNTS: Readonly<Record<string, number>> = { to: 2, tre: 3, fire: 4, "2": 2, "3": 3, "4": 4 };
const ROUND_LABEL =
  /\bi ((?:foråret|sommeren|efteråret|vinteren|\d\. (?:kvartal|halvår))(?: 20\d{2})?)|\b((?:første|anden|tredje|fjerde) (?:ansøgnings)?runde)\b/dgiu;

/** A pool the case is about: amount, purpose, who may apply and the rounds, as far as the text says each plainly. */
export function readPool(
  source: SourceText,
  title: string,
  head: readonly Part[],
  paragraphs: readonly Part[],
): ProposedPool | undefined {
  if (!/pulje/iu.test(title)) return undefined;
  const places = (pattern: string): readonly Span[] => paragraphs.flatMap((part) => placesOf(part, pattern));
  const amount = unanimous(places(SET_ASIDE).map((range) => foundAmount(source, range)));
  const main = places(MAIN_PURPOSE);
  const [purpose, ...otherPurposes] = main.length > 0 ? main : places(PURPOSE);
  const [eligible, ...otherEligible] = places(EARMARKED);
  const rounds = roundsIn(source, paragraphs);
  const framed = rounds.reduce((sum, { frame }) => sum + frame.value, 0);
  return {
    title: readName(source, title, head),
    budgetYears: unanimous(places(BUDGET_YEARS).map((range) => foundText(source, range))),
    amount,
    year: unanimous(
      places(YEAR).map((range) => found(source, Number(source.text.slice(range.start, range.end)), range)),
    ),
    purpose: purpose && otherPurposes.length === 0 ? foundText(source, purpose) : undefined,
    eligibility: eligible && otherEligible.length === 0 ? foundText(source, eligible) : undefined,
    // Amounts that do not make up the pool are something else than its frames: the most for a project, say (000-05).
    rounds: framed === amount?.value ? rounds : [],
  };
}

/** The name that ends the title; one that goes on in a second line is not taken by half. */
function readName(source: SourceText, title: string, head: readonly Part[]): Found<string> | undefined {
  const names = head.flatMap((line) => placesOf(line, NAME)).map((range) => foundText(source, range));
  return names.find((name) => name !== undefined && title.endsWith(name.value.replace(/\s+/gu, " ")));
}

/** The rounds of the one paragraph that counts them: each with exactly one amount, and as many as it says. */
function roundsIn(source: SourceText, paragraphs: readonly Part[]): readonly ProposedRound[] {
  const [part, ...more] = paragraphs.filter(({ text }) => ROUNDS.test(text));
  if (part === undefined || more.length > 0) return [];
  const count = ROUND_COUNTS[ROUNDS.exec(part.text)?.[1]?.toLowerCase() ?? ""];
  const labels = [...part.text.matchAll(ROUND_LABEL)];
  const rounds = labels.map((label, index) => roundAt(source, part, label, labels[index + 1]?.index));
  const read = rounds.filter((round) => round !== undefined);
  return read.length === count && rounds.length === count ? read : [];
}

/** The round a label names, when exactly one amount stands between it and the next one. */
function roundAt(
  source: SourceText,
  part: Part,
  label: RegExpExecArray,
  until = part.text.length,
): ProposedRound | undefined {
  const range = groupRange(label, 1, part.start) ?? groupRange(label, 2, part.start);
  const text = part.text.slice(label.index, until);
  const places = placesOf({ start: part.start + label.index, end: part.start + until, text }, `(${WRITTEN_AMOUNT})`);
  const frame = places.length === 1 ? foundAmount(source, places[0]) : undefined;
  const named = range && foundText(source, range);
  return named && frame && { label: named, frame };
}
