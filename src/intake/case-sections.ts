import { searchKey } from "#domain/shared/plain-text.ts";
import { type SourceText, type Span, trimmed } from "./source-text.ts";
import { type Part, WRITTEN_DATE } from "./written-values.ts";

/** A line without the blanks around it, and as it is compared. */
export interface Line extends Part {
  readonly key: string;
  /** Without even a space: not a cell of a pasted table. */
  readonly isEmpty: boolean;
}

export type SectionKind =
  | "route"
  | "statement"
  | "policy-context"
  | "finances"
  | "recommendation"
  | "decision"
  | "apologies"
  | "attachments"
  | "other";

/** What stands under a heading, up to the next one. */
export interface Section extends Part {
  readonly kind: SectionKind;
  readonly heading: Line;
  /** With the blank ones. */
  readonly lines: readonly Line[];
}

/** A pasted text taken apart: what stands before the first heading, and the sections. */
export interface CaseParts {
  readonly head: readonly Line[];
  readonly sections: readonly Section[];
}

const HEADINGS: readonly (readonly [RegExp, SectionKind])[] = [
  [/^sagsgang$/u, "route"],
  [/^sagsfremstilling(?: og oekonomi)?$/u, "statement"],
  [/^sammenhaeng til andre politikker[^.]{0,60}$/u, "policy-context"],
  [/^(?:oekonomiske konsekvenser|oekonomi|bevilling)$/u, "finances"],
  [/^indstilling$/u, "recommendation"],
  [new RegExp(`^beslutning(?: i .{2,80} (?:den|d\\.) (?:${WRITTEN_DATE}))?$`, "u"), "decision"],
  [/^afbud$/u, "apologies"],
  [/^(?:elektroniske )?bilag$/u, "attachments"],
  [
    /^(?:sagsresume|beslutningstema|kompetence|oevrige sagsbehandlere|retsgrundlag|lovgrundlag|hoering|kommunikation)$/u,
    "other",
  ],
];
/** Headings behind which people go on in the same line. */
const GOES_ON = /^(?:sagsgang|afbud)(?=:\s*\S)/iu;

/** Takes the text apart at the headings of the five known templates, each alone on its line. */
export function caseParts(source: SourceText): CaseParts {
  const head: Line[] = [];
  const sections: (Pick<Section, "kind" | "heading"> & { lines: Line[] })[] = [];
  for (const line of linesOf(source)) {
    const [own, rest] = splitHeading(source, line);
    const kind = HEADINGS.find(([wording]) => wording.test(own.key))?.[1];
    if (kind === undefined) (sections.at(-1)?.lines ?? head).push(line);
    else sections.push({ kind, heading: own, lines: rest === undefined ? [] : [rest] });
  }
  return {
    head,
    sections: sections.map((section) => {
      const start = section.lines[0]?.start ?? section.heading.end;
      const end = section.lines.at(-1)?.end ?? section.heading.end;
      return { ...section, start, end, text: source.text.slice(start, end) };
    }),
  };
}

/** A text of one case has the case's own headings; two of them at least, and none of these twice. */
export function countCases({ sections }: CaseParts): number {
  const counts = (["route", "statement", "recommendation"] as const).map(
    (kind) => sections.filter((section) => section.kind === kind).length,
  );
  const decided = sections.some(({ kind }) => kind === "decision") ? 1 : 0;
  const known = counts.filter((count) => count > 0).length + decided;
  return known < 2 ? 0 : Math.max(...counts, 1);
}

/** The only section of a kind; undefined when there is none, or which one is meant is not known. */
export function onlySection({ sections }: CaseParts, wanted: SectionKind): Section | undefined {
  const [section, ...more] = sections.filter(({ kind }) => kind === wanted);
  return more.length === 0 ? section : undefined;
}

/** Lines that stand together, without a blank one between them. */
export function blocksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const blocks: Line[][] = [[]];
  for (const line of lines) {
    if (line.text === "") blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((block) => block.length > 0);
}

function linesOf(source: SourceText): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const written of source.text.split("\n")) {
    lines.push(lineAt(source, { start, end: start + written.length }));
    start += written.length + 1;
  }
  return lines;
}

function lineAt(source: SourceText, range: Span): Line {
  const inner = trimmed(source, range);
  const text = source.text.slice(inner.start, inner.end);
  const isEmpty = range.start === range.end;
  return { ...inner, text, isEmpty, key: text.length > 200 ? "" : searchKey(text).replace(/ ?:$/u, "") };
}

function splitHeading(source: SourceText, line: Line): readonly [Line, Line | undefined] {
  const heading = GOES_ON.exec(line.text)?.[0];
  if (heading === undefined) return [line, undefined];
  const end = line.start + heading.length;
  return [lineAt(source, { start: line.start, end }), lineAt(source, { start: end + 1, end: line.end })];
}
