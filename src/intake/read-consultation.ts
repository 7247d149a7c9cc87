import type { ProposedConsultation } from "./case-proposal.ts";
import { type Found, foundText, groupRange, type SourceText, type Span } from "./source-text.ts";
import { foundDate, type Part, placesOf, unanimous, WRITTEN_DATE } from "./written-values.ts";

const HEARD = /\bi (?:offentlig )?høring\b|\bhøringsfrist/iu;
const PARTIES =
  /\bi (?:offentlig )?høring (?:hos|i|ved|blandt) (.{3,400}?)(?=,? med (?:en |et )?(?:hørings)?frist|,? med svarfrist|\.(?:\s|$)|$)/diu;
const DEADLINE = `(?:hørings|svar)?frist(?:en)?(?: for (?:høringssvar|svar|bemærkninger))?(?: er)?:?(?: den| d\\.)? (${WRITTEN_DATE})`;
const SENT_AFTER = `\\bsendes (?:i (?:offentlig )?høring )?efter [^.,]{0,80}?\\b(${WRITTEN_DATE})(?= i (?:offentlig )?høring| (?:til|hos)\\b|[.,]|$)`;
/** Names only: "Ældrerådet i perioden 1. maj …" says more than who is heard. */
const PARTY = /^\p{Lu}[\p{L}-]+(?: (?:\p{Lu}[\p{L}-]+|og|for|af))*$/u;

/** Who is heard, after which meeting it is sent, and until when, from the paragraphs that send something to hearing. */
export function readConsultation(source: SourceText, paragraphs: readonly Part[]): ProposedConsultation | undefined {
  const heard = paragraphs.filter(({ text }) => HEARD.test(text));
  const lists = heard.map((part) => partiesIn(source, part)).filter((parties) => parties.length > 0);
  const parties = lists.length === 1 ? (lists[0] ?? []) : [];
  const deadline = agreed(source, heard, DEADLINE);
  const sentAfter = agreed(source, heard, SENT_AFTER);
  if (parties.length === 0 && deadline === undefined && sentAfter === undefined) return undefined;
  return { parties, sentAfter, deadline };
}

function agreed(source: SourceText, parts: readonly Part[], pattern: string): ProposedConsultation["deadline"] {
  return unanimous(parts.flatMap((part) => placesOf(part, pattern)).map((range) => foundDate(source, range)));
}

/** "Ungdomsrådet, Ældrerådet og Handicaprådet": all of them, or none when one is no name. */
function partiesIn(source: SourceText, part: Part): readonly Found<string>[] {
  const match = PARTIES.exec(part.text);
  const range = match === null ? undefined : groupRange(match, 1, part.start);
  if (range === undefined) return [];
  const parties = listed(source, range).map((each) => foundText(source, each));
  const named = parties.filter((party) => party !== undefined && PARTY.test(party.value));
  return named.length === parties.length ? named.filter((party) => party !== undefined) : [];
}

/** Split at commas and at "og", but not in "Børne- og Ungerådet". */
function listed({ text }: SourceText, { start, end }: Span): readonly Span[] {
  const ranges: Span[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(/,(?: samt| og)? | (?<!- )(?:og|samt) /gu)) {
    ranges.push({ start: from, end: start + match.index });
    from = start + match.index + match[0].length;
  }
  return [...ranges, { start: from, end }];
}
