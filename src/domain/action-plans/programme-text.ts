import { type FieldProblem, problemAt } from "#domain/shared/field-problem.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { FocusArea, Programme } from "./programme.ts";

/** Longest texts of a programme, in UTF-16 units as SharePoint counts them, and how many of what there may be. */
export const programmeLimits = {
  title: 120,
  caseNumber: 40,
  name: 160,
  line: 200,
  text: 4000,
  lines: 20,
  areas: 10,
} as const;

/** The years a programme may lie in: more is a slip of the finger. */
const [FIRST_YEAR, LAST_YEAR] = [2000, 2100];

/** What people write in an area. */
export type AreaText = Pick<FocusArea, "name" | "klText" | "localStrategy" | "examples">;

/** What people write in a programme; its areas in KL's order. */
export interface ProgrammeText
  extends Pick<
    Programme,
    "title" | "fromYear" | "toYear" | "caseNumber" | "supersedes" | "alignedWith" | "organisation" | "steeringGroup"
  > {
  readonly areas: readonly AreaText[];
}

/** The texts made fit to store, or everything that is wrong with them. A field's path: "title", "areas.2.klText". */
export function readProgrammeText(typed: ProgrammeText): Result<ProgrammeText, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const line = (text: string, field: string, max: number, required = false): string => {
    const read = readText(text, field, { max, required, multiline: false });
    problems.push(...read.problems);
    return read.text;
  };
  const long = (text: string, field: string): string => {
    const read = readText(text, field, { max: programmeLimits.text, required: false, multiline: true });
    problems.push(...read.problems);
    return read.text;
  };
  const lines = (texts: readonly string[], field: string): readonly string[] => {
    const filled = texts.map((text) => line(text, field, programmeLimits.line)).filter((text) => text !== "");
    const { lines: max } = programmeLimits;
    if (filled.length > max) problems.push(problemAt(field, "too-long", { max, length: filled.length }));
    return [...new Set(filled)];
  };
  const { fromYear, toYear } = typed;
  const title = line(typed.title, "title", programmeLimits.title, true);
  for (const [field, year] of [
    ["fromYear", fromYear],
    ["toYear", toYear],
  ] as const) {
    const isYear = Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
    if (!isYear) problems.push(problemAt(field, "not-a-date"));
  }
  if (toYear < fromYear) problems.push(problemAt("toYear", "end-before-start"));
  const text: ProgrammeText = {
    title,
    fromYear,
    toYear,
    caseNumber: line(typed.caseNumber, "caseNumber", programmeLimits.caseNumber),
    organisation: line(typed.organisation, "organisation", programmeLimits.line),
    steeringGroup: line(typed.steeringGroup, "steeringGroup", programmeLimits.line),
    supersedes: lines(typed.supersedes, "supersedes"),
    alignedWith: lines(typed.alignedWith, "alignedWith"),
    areas: typed.areas.map((area, index): AreaText => {
      const at = `areas.${index + 1}`;
      return {
        name: line(area.name, `${at}.name`, programmeLimits.name, true),
        klText: long(area.klText, `${at}.klText`),
        localStrategy: long(area.localStrategy, `${at}.localStrategy`),
        examples: lines(area.examples, `${at}.examples`),
      };
    }),
  };
  return problems.length === 0 ? ok(text) : refuse(problems);
}

/** What stands in a programme, as people write it. */
export function textOf(programme: Programme): ProgrammeText {
  const { title, fromYear, toYear, caseNumber, supersedes, alignedWith, organisation, steeringGroup } = programme;
  const areas = programme.focusAreas
    .toSorted((a, b) => a.number - b.number)
    .map(({ name, klText, localStrategy, examples }) => ({ name, klText, localStrategy, examples }));
  return { title, fromYear, toYear, caseNumber, supersedes, alignedWith, organisation, steeringGroup, areas };
}
