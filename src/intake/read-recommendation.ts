import type { RecommendationPoint } from "#domain/cases/case.ts";
import { searchKey } from "#domain/shared/plain-text.ts";
import { type Line, type Section } from "./case-sections.ts";
import { type Found, found, foundText, groupRange, type SourceText, type Span } from "./source-text.ts";

/** The words of a point, and the number before them. */
interface Item extends Span {
  readonly number: number | undefined;
}

interface Recommendation {
  readonly recommendedByRole: Found<string> | undefined;
  readonly points: readonly Found<RecommendationPoint>[];
}

/** "Centerchefen indstiller", "Det indstilles": who recommends, and what follows in the same line. */
const WHO = /^(.{2,160}?)\s+(indstiller|indstilles)\b\s*(?:,\s*|:\s*|$|(?=at\b))(?:til\s[^,]{2,80},\s*)?(.*)$/diu;
const NUMBERED = /^(\d{1,2})[.)]\s+(?:at\s+)?(\S.*)$/diu;
const AT = /^(?:[-–•*]\s*)?at\s+(\S.*)$/diu;

/**
 * Who recommends and each "at …", without its "at". Two that recommend, points in another order than 1, 2, 3 and text
 * that is no point are left to the person who reads.
 */
export function readRecommendation(source: SourceText, section: Section | undefined): Recommendation {
  const nothing: Recommendation = { recommendedByRole: undefined, points: [] };
  if (section === undefined) return nothing;
  const roles: (Found<string> | undefined)[] = [];
  const items: Item[] = [];
  let wasBlank = true;
  for (const line of section.lines) {
    const mayName = items.length === 0 || wasBlank || isRepeated(line, roles);
    const who = mayName && itemIn(line) === undefined ? WHO.exec(line.text) : null;
    if (who !== null) roles.push(roleIn(source, who, line));
    const rest = who === null ? line : { ...line, ...groupRange(who, 3, line.start), text: who[3] ?? "" };
    if (!isTaken(items, rest, who === null && !wasBlank)) return nothing;
    wasBlank = line.text === "";
  }
  const [role] = roles;
  const isOne = roles.every((other) => searchKey(other?.value ?? "") === searchKey(role?.value ?? ""));
  return isOne ? { recommendedByRole: role, points: pointsOf(source, items) } : nothing;
}

/** Adds the line to the points, as a new one or as the last one's next line; false when it is neither, nor nothing. */
function isTaken(items: Item[], line: Pick<Line, "start" | "end" | "text">, goesOn: boolean): boolean {
  const item = itemIn(line);
  const last = items.at(-1);
  if (item !== undefined) items.push(item);
  else if (line.text === "" || /^at:?$/iu.test(line.text)) return true;
  else if (last !== undefined && goesOn) items[items.length - 1] = { ...last, end: line.end };
  else return false;
  return true;
}

/** The template of one municipality repeats the line after the points. */
function isRepeated({ key }: Line, roles: readonly (Found<string> | undefined)[]): boolean {
  return roles.some((role) => role !== undefined && key.startsWith(`${searchKey(role.value)} indstiller`));
}

/** "Det indstilles" names nobody, and a sentence before it is no role. */
function roleIn(source: SourceText, match: RegExpExecArray, line: Line): Found<string> | undefined {
  const range = groupRange(match, 1, line.start);
  const isRole = match[2]?.toLowerCase() === "indstiller" && !/[.:;!?](?:\s|$)/u.test(match[1] ?? "");
  return isRole && range !== undefined ? foundText(source, range) : undefined;
}

function itemIn(line: Span & { readonly text: string }): Item | undefined {
  const numbered = NUMBERED.exec(line.text);
  const range = numbered === null ? undefined : groupRange(numbered, 2, line.start);
  if (range !== undefined) return { ...range, number: Number(numbered?.[1]) };
  const at = AT.exec(line.text);
  const words = at === null ? undefined : groupRange(at, 1, line.start);
  return words && { ...words, number: undefined };
}

function pointsOf(source: SourceText, items: readonly Item[]): readonly Found<RecommendationPoint>[] {
  const points: Found<RecommendationPoint>[] = [];
  const isNumbered = items.some(({ number }) => number !== undefined);
  for (const [index, item] of items.entries()) {
    const text = foundText(source, item);
    if (text === undefined || (isNumbered && item.number !== index + 1)) return [];
    points.push(found(source, { number: index + 1, text: text.value.replace(/\s+/gu, " ") }, item));
  }
  return points;
}
