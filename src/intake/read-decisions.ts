import type { Apology } from "#domain/cases/case.ts";
import { proposedCode } from "#domain/cases/decision-words.ts";
import { type Body, findBody } from "#domain/organisation/body.ts";
import type { ProposedDecision, ProposedPointDecision } from "./case-proposal.ts";
import type { CaseParts, Line, Section } from "./case-sections.ts";
import type { CaseHead } from "./read-head.ts";
import { type Found, found, foundText, groupRange, type SourceText, type Span } from "./source-text.ts";
import { foundDate, WRITTEN_DATE } from "./written-values.ts";

const HEADING = new RegExp(`^beslutning i (.{2,80}) (?:den|d\\.) (${WRITTEN_DATE}):?$`, "diu");
/** "Ad 1.", "Ad 1 og 2.", "Ad 1-3:" at the beginning of a line or behind a full stop. */
const AD = /(?:^|\n|[.:] )[ \n]*(Ad\.? ?(\d{1,2}(?: ?(?:,|og|-|–) ?\d{1,2}){0,9}) ?[.:)])/dgiu;
const ROLE = /^(?:borgmester|viceborgmester|udvalgsformand|formand|næstformand|medlem)\b/iu;
const LETTER = /\((\p{Lu}{1,3})\)/dgu;
/** A longer text says more than one code can. */
const LONGEST_PLAIN_DECISION = 240;

/** What each body decided, point by point, in the words of the minutes; with those who were away. */
export function readDecisions(
  source: SourceText,
  { sections }: CaseParts,
  head: CaseHead,
  points: readonly number[],
  bodies: readonly Body[],
): readonly ProposedDecision[] {
  const decisions: ProposedDecision[] = [];
  for (const section of sections) {
    if (section.kind === "decision") decisions.push(readDecision(source, section, head, points, bodies));
    const last = decisions.at(-1);
    if (section.kind === "apologies" && last !== undefined) {
      const apologies = [...last.apologies, ...section.lines.flatMap((line) => apologiesIn(source, line))];
      decisions[decisions.length - 1] = { ...last, apologies };
    }
  }
  return decisions;
}

function readDecision(
  source: SourceText,
  section: Section,
  { meeting }: CaseHead,
  points: readonly number[],
  bodies: readonly Body[],
): ProposedDecision {
  const match = HEADING.exec(section.heading.text);
  const named = match === null ? undefined : groupRange(match, 1, section.heading.start);
  const body = named === undefined ? meeting.body : foundText(source, named);
  const dated = match === null ? undefined : groupRange(match, 2, section.heading.start);
  return {
    body,
    bodyKey: body && findBody(bodies, body.value)?.key,
    date: match === null ? meeting.date : foundDate(source, dated),
    points: decidedPoints(source, section, points),
    apologies: [],
  };
}

function decidedPoints(
  source: SourceText,
  section: Section,
  points: readonly number[],
): readonly Found<ProposedPointDecision>[] {
  const marks = [...section.text.matchAll(AD)];
  if (marks.length === 0) return decided(source, section, points.length === 0 ? [1] : points);
  const read: Found<ProposedPointDecision>[] = [];
  for (const [index, mark] of marks.entries()) {
    const start = groupRange(mark, 1, section.start)?.end ?? section.end;
    const next = marks[index + 1];
    const end = (next && groupRange(next, 1, section.start)?.start) ?? section.end;
    read.push(...decided(source, { start, end }, numbersIn(mark[2] ?? "")));
  }
  const numbers = read.map(({ value }) => value.number);
  return new Set(numbers).size === numbers.length ? read : [];
}

function decided(source: SourceText, range: Span, numbers: readonly number[]): readonly Found<ProposedPointDecision>[] {
  const text = foundText(source, range);
  if (text === undefined) return [];
  const code = plainCode(text.value);
  return numbers.map((number) => ({ value: { number, text: text.value, code }, span: text.span }));
}

function numbersIn(written: string): readonly number[] {
  const numbers = written.match(/\d+/gu)?.map(Number) ?? [];
  const [from = 0, to = 0] = numbers;
  const isRange = numbers.length === 2 && /[-–]/u.test(written) && to > from;
  return isRange ? Array.from({ length: to - from + 1 }, (_, index) => from + index) : numbers;
}

/** The code of a short decision whose sentences all say the same; a longer or two-sided one is a person's to judge. */
function plainCode(text: string): ProposedPointDecision["code"] {
  if (text.length > LONGEST_PLAIN_DECISION || text.includes("\n\n")) return undefined;
  const codes = text.split(/[.;,\n](?:\s|$)/u).map((sentence) => proposedCode(sentence));
  const [code, ...others] = codes.filter((each) => each !== undefined);
  return others.every((other) => other === code) ? code : undefined;
}

/** Role and party letter of each; a name stays in the pasted text. */
function apologiesIn(source: SourceText, line: Line): readonly Found<Apology>[] {
  const role = ROLE.exec(line.text)?.[0];
  const letters = [...line.text.matchAll(LETTER)];
  return letters.flatMap((match) => {
    const range = groupRange(match, 1, line.start);
    const apology = { role: letters.length === 1 ? (role ?? "") : "", partyLetter: match[1] ?? "" };
    if (range === undefined) return [];
    return [found(source, apology, apology.role === "" ? range : { start: line.start, end: range.end })];
  });
}
