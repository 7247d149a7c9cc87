import type { ProgrammePage } from "#contract/action-plans.ts";

/** What is typed in a programme's form, by the field's path: "title", "areas.2.klText". Lists have a line for each. */
export type ProgrammeValues = Readonly<Record<string, string>>;

const factNames = ["title", "fromYear", "toYear", "caseNumber", "organisation", "steeringGroup"] as const;
const lineNames = ["supersedes", "alignedWith"] as const;
const areaNames = ["name", "klText", "localStrategy", "examples"] as const;
type Area = Pick<ProgrammePage["areas"][number], (typeof areaNames)[number]>;

export function areaPath(number: number, name: (typeof areaNames)[number]): string {
  return `areas.${number}.${name}`;
}

/** Fields of an area that is not written yet. */
export function emptyArea(number: number): ProgrammeValues {
  return Object.fromEntries(areaNames.map((name) => [areaPath(number, name), ""]));
}

function areaValues(areas: readonly Area[]): ProgrammeValues {
  const entries = areas.flatMap((area, index) =>
    areaNames.map((name) => {
      const text = name === "examples" ? area.examples.join("\n") : area[name];
      return [areaPath(index + 1, name), text] as const;
    }),
  );
  return Object.fromEntries(entries);
}

/** A programme as its form shows it. */
export function valuesOf({ programme, areas }: ProgrammePage): ProgrammeValues {
  if (programme === undefined) return {};
  const facts = factNames.map((name) => [name, String(programme[name])] as const);
  const lines = lineNames.map((name) => [name, programme[name].join("\n")] as const);
  return { ...Object.fromEntries([...facts, ...lines]), ...areaValues(areas) };
}

const KL_AREAS = 6;

/** A new programme begins where today's ends: with its areas, which KL's programme names, and without its own words. */
export function newValues({ programme, areas }: ProgrammePage): ProgrammeValues {
  const facts = [...factNames, ...lineNames].map((name) => [name, ""] as const);
  const after = programme === undefined ? {} : { fromYear: String(programme.toYear + 1), supersedes: programme.title };
  const named = areas.map(({ name, klText }) => ({ name, klText, localStrategy: "", examples: [] }));
  const empty = Array.from({ length: KL_AREAS }, () => ({ name: "", klText: "", localStrategy: "", examples: [] }));
  return { ...Object.fromEntries(facts), ...after, ...areaValues(named.length === 0 ? empty : named) };
}

/** How many areas the form shows. */
export function areaCount(values: ProgrammeValues): number {
  let count = 0;
  while (areaPath(count + 1, "name") in values) count += 1;
  return count;
}

/** Years that are none, which are said before anything is sent. */
export function wrongYears(values: ProgrammeValues): readonly string[] {
  return ["fromYear", "toYear"].filter((name) => !/^\d{4}$/u.test((values[name] ?? "").trim()));
}

/** The fields at these paths as the service takes them; every area with its number. */
export function requestOf(values: ProgrammeValues, paths: readonly string[]): Record<string, unknown> {
  const request: Record<string, unknown> = {};
  const areas = new Map<number, Record<string, unknown>>();
  for (const path of paths) {
    const [first = "", number, name = ""] = path.split(".");
    const text = values[path] ?? "";
    if (number === undefined) request[first] = typed(first, text);
    else areas.set(Number(number), { ...areas.get(Number(number)), number: Number(number), [name]: typed(name, text) });
  }
  return areas.size === 0 ? request : { ...request, areas: [...areas.values()] };
}

/** All of a new programme; its areas are numbered by their order. */
export function wholeRequest(values: ProgrammeValues): Record<string, unknown> {
  const paths = Object.keys(values);
  const areas = Array.from({ length: areaCount(values) }, (_, index) => {
    const texts = areaNames.map((name) => [name, typed(name, values[areaPath(index + 1, name)] ?? "")] as const);
    return Object.fromEntries(texts);
  });
  const facts = requestOf(
    values,
    paths.filter((path) => !path.startsWith("areas.")),
  );
  return { ...facts, areas };
}

/** The paths whose text is another than it was. */
export function changedPaths(values: ProgrammeValues, before: ProgrammeValues): readonly string[] {
  return Object.keys(values).filter((path) => values[path] !== before[path]);
}

function typed(name: string, text: string): unknown {
  if (name === "fromYear" || name === "toYear") return Number(text);
  if (name !== "examples" && name !== "supersedes" && name !== "alignedWith") return text;
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
