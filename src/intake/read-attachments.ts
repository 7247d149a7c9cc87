import type { ProposedAttachment } from "./case-proposal.ts";
import { blocksOf, type Line, type Section } from "./case-sections.ts";
import { opennessOf } from "./read-head.ts";
import { type Found, found, type SourceText } from "./source-text.ts";

/** "1 - Åben Program 2021- (73115/21) (H)". */
const NUMBERED = /^(\d{1,3})\s+?[-–]\s+(åben|lukket)\s+(\S.*)$/iu;
const ENDING = /^(.*?)\s+\((\d{1,7}\/\d{2})\)(?:\s+\((\p{L}{1,3})\))?$/u;
const SYSTEM_ID = /^(\d{5,9})(?:\s+(\S.*))?$/u;
const BULLET = /^[•·*]\s*(?=\S)/u;

/** The documents of the list; a title that goes on in the next line, behind the system's number, is one (001-20). */
export function readAttachments(
  source: SourceText,
  section: Section | undefined,
): readonly Found<ProposedAttachment>[] {
  const blocks = blocksOf(section?.lines ?? []);
  const entries = blocks.flatMap((block) => entriesOf(block));
  return entries.flatMap((lines) => {
    const [first] = lines;
    const last = lines.at(-1);
    if (first === undefined || last === undefined) return [];
    const attachment = NUMBERED.test(first.text) ? numbered(lines) : bare(lines);
    return attachment === undefined ? [] : [found(source, attachment, { start: startOf(first), end: last.end })];
  });
}

/** A line that begins an entry, with those that belong to it. */
function entriesOf(block: readonly Line[]): readonly (readonly Line[])[] {
  const entries: Line[][] = [];
  for (const line of block) {
    const last = entries.at(-1);
    if (last === undefined || NUMBERED.test(line.text) || BULLET.test(line.text)) entries.push([line]);
    else last.push(line);
  }
  return entries;
}

function numbered([first, second, ...more]: readonly Line[]): ProposedAttachment | undefined {
  const [number, openness, rest] = groupsOf(NUMBERED, first);
  const ending = ENDING.exec(rest ?? "");
  const begun = ending === null ? rest : ending[1];
  const [systemId, goesOn] = groupsOf(SYSTEM_ID, second);
  // A second line without the system's number may be another document.
  if (begun === undefined || (second !== undefined && systemId === undefined)) return undefined;
  return {
    number: Number(number),
    openness: opennessOf(openness ?? ""),
    title: joined(begun, [goesOn ?? "", ...more.map(({ text }) => text)]),
    documentNumber: ending?.[2] ?? "",
    mark: ending?.[3] ?? "",
    systemId: systemId ?? "",
  };
}

function groupsOf(pattern: RegExp, line: Line | undefined): readonly (string | undefined)[] {
  return pattern.exec(line?.text ?? "")?.slice(1) ?? [];
}

/** One title; "" when it breaks at "Digitaliserings-" and "strategi": whether the hyphen stays cannot be known. */
function joined(begun: string, [goesOn = "", ...more]: readonly string[]): string {
  const isBroken = /\p{L}[-‐]$/u.test(begun) && /^(?!og\b|eller\b|samt\b)\p{Ll}/u.test(goesOn);
  return isBroken ? "" : [begun, goesOn, ...more].join(" ").replace(/\s+/gu, " ").trim();
}

/** A title alone: several lines under each other may be one title or several, unless each has its bullet. */
function bare(lines: readonly Line[]): ProposedAttachment | undefined {
  const [only, ...more] = lines;
  const title = only?.text.replace(BULLET, "").replace(/\s+/gu, " ") ?? "";
  if (more.length > 0 || title.length > 250 || /[.:]$|^ingen\b|^[-–]/iu.test(title)) return undefined;
  return { number: undefined, openness: undefined, title, documentNumber: "", mark: "", systemId: "" };
}

function startOf(line: Line): number {
  return line.start + (BULLET.exec(line.text)?.[0].length ?? 0);
}
