import type { Openness } from "#domain/cases/case.ts";
import { readCaseNumber } from "#domain/cases/case-number.ts";
import type { PlainDate } from "#domain/shared/dates.ts";
import type { IntakeNote } from "./case-proposal.ts";
import { blocksOf, type Line } from "./case-sections.ts";
import { type Found, found, foundText, groupRange, type SourceText, type Span } from "./source-text.ts";
import { foundDate } from "./written-values.ts";

/** What stands above the first heading. */
export interface CaseHead {
  readonly title: Found<string> | undefined;
  readonly number: Found<string> | undefined;
  readonly openness: Found<Openness> | undefined;
  /** The meeting, in templates that name it at the top and not with the decision. */
  readonly meeting: { readonly body: Found<string> | undefined; readonly date: Found<PlainDate> | undefined };
  readonly notes: readonly IntakeNote[];
}

/** "21/15479 Åben Sag", "Åben sag", "Lukket punkt". */
const WITH_OPENNESS = /^(?:(.{1,40}?)\s+)?(åben|åbent|lukket)\s+(?:sag|punkt)$/diu;
/** "Sagsnr.: 13/38532", with the case officer behind it or not. */
const WITH_NUMBER = /^sags?(?:nummer|nr)\b\.?\s*:?\s*(.{1,40}?)(?:\s+sagsbehandler\b.*)?$/diu;
const ABOUT_MEETING =
  /^(?:udvalg|mødedato|mødested|mødetidspunkt|dato|sted|dagsorden|dagsordenpunkter|referat)\b[^.]*$/iu;
/** "179. ", "Nr.3 - ", "Punkt 4: "; an ordinal goes on in small letters and belongs to the title. */
const AGENDA_NUMBER = /^(?:\d{1,3}\.\s+(?=[\p{Lu}"”“])|(?:nr|punkt|pkt)\.?\s*\d{1,3}\s*[-–:.]\s*)/iu;
/** Titles go on in a second line only where the first is full. */
const SHORTEST_WRAPPED_LINE = 50;
const ORDINAL = /^\d{1,3}\.\s+\p{Ll}/u;

/** Reads title, case number and openness: they stand together, the title above the line of number and openness. */
export function readHead(source: SourceText, head: readonly Line[]): CaseHead {
  const at = head.findIndex(({ text }) => WITH_OPENNESS.test(text) || WITH_NUMBER.test(text));
  const reference = head[at];
  return {
    title: readTitle(source, at < 0 ? head : head.slice(0, at), at >= 0),
    ...readNumber(source, reference),
    openness: readOpenness(source, reference),
    meeting: {
      body: valueBehind(source, head, /^udvalg\s*:\s*(.+)$/diu),
      date: foundDate(source, rangeBehind(head, /^(?:mødedato|dato)\s*:\s*(.{6,30})$/diu)),
    },
  };
}

function readTitle(source: SourceText, above: readonly Line[], isSure: boolean): Found<string> | undefined {
  const blocks = blocksOf(above);
  // Without a line of number and openness below it, only a text that stands alone is taken for the title.
  if (!isSure && blocks.length !== 1) return undefined;
  const [first, second = first] = titleLines(blocks.at(-1) ?? []);
  if (first === undefined || second === undefined) return undefined;
  const numbered = hasAgendaNumber(first.text) ? (AGENDA_NUMBER.exec(first.text)?.[0].length ?? 0) : 0;
  const title = foundText(source, { start: first.start + numbered, end: second.end });
  if (title === undefined || title.value.length > 250) return undefined;
  return { ...title, value: title.value.replace(/\s+/gu, " ") };
}

/** The one or two last lines of a block, from the agenda's number on or below what is said about the meeting. */
function titleLines(block: readonly Line[]): readonly Line[] {
  const about = block.findLastIndex(({ text }) => ABOUT_MEETING.test(text));
  const numbered = block.findLastIndex(({ text }) => hasAgendaNumber(text));
  const lines = block.slice(Math.max(about + 1, numbered));
  const [first] = lines;
  // A short line above the title is no part of it.
  const isWrapped = lines.length === 2 && (first?.text.length ?? 0) >= SHORTEST_WRAPPED_LINE;
  return lines.length === 1 || isWrapped ? lines : [];
}

function hasAgendaNumber(text: string): boolean {
  return AGENDA_NUMBER.test(text) && !ORDINAL.test(text);
}

function readNumber(source: SourceText, line: Line | undefined): Pick<CaseHead, "number" | "notes"> {
  const match = line && (WITH_OPENNESS.exec(line.text) ?? WITH_NUMBER.exec(line.text));
  const range = match && groupRange(match, 1, line?.start ?? 0);
  if (range === undefined || range === null) return { number: undefined, notes: [] };
  const written = source.text.slice(range.start, range.end);
  const number = readCaseNumber(written);
  if (number.ok) {
    return { number: number.value === undefined ? undefined : found(source, number.value, range), notes: [] };
  }
  const span = source.spanOf(range);
  return {
    number: undefined,
    notes: [{ kind: "almost-a-case-number", written, reading: number.refusal.proposal, span }],
  };
}

function readOpenness(source: SourceText, line: Line | undefined): Found<Openness> | undefined {
  const match = line && WITH_OPENNESS.exec(line.text);
  const range = match && groupRange(match, 2, line?.start ?? 0);
  if (range === undefined || range === null) return undefined;
  return found(source, opennessOf(source.text.slice(range.start, range.end)), range);
}

/** "Åben", "Åbent", "Lukket". */
export function opennessOf(word: string): Openness {
  return word.toLowerCase().startsWith("åben") ? "open" : "closed";
}

function rangeBehind(head: readonly Line[], pattern: RegExp): Span | undefined {
  for (const line of head) {
    const match = pattern.exec(line.text);
    if (match !== null) return groupRange(match, 1, line.start);
  }
  return undefined;
}

function valueBehind(source: SourceText, head: readonly Line[], pattern: RegExp): Found<string> | undefined {
  const range = rangeBehind(head, pattern);
  return range && foundText(source, range);
}
