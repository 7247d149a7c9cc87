import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { type FieldProblem, problemAt } from "#domain/shared/field-problem.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { runsPlan } from "./plan-access.ts";
import { type FocusArea, type Programme, programmeState } from "./programme.ts";
import type { ProgrammeRefusal } from "./programme-commands.ts";
import { type AreaText, type ProgrammeText, programmeLimits, readProgrammeText, textOf } from "./programme-text.ts";

type Some<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

/** Some of a programme's texts; an area is named by its number, and the next number is a new one. */
export interface ProgrammeChanges extends Some<Omit<ProgrammeText, "areas">> {
  readonly areas?: readonly (Some<AreaText> & { readonly number: number })[] | undefined;
}

/** What one window changes, and what it had in those fields before. */
export interface EditProgrammeCommand extends Command {
  readonly changes: ProgrammeChanges;
  readonly seen: ProgrammeChanges;
}

export type EditProgrammeRefusal =
  | ProgrammeRefusal
  /** Somebody else has changed the same fields since this window read them; nothing is written. */
  | { readonly kind: "changed-meanwhile"; readonly problems: readonly FieldProblem[] };

/**
 * Changes a programme's text until it is finally approved, merged field by field: who changed something else meanwhile
 * is not disturbed; who changed the same is not written over. An area keeps its number and, under a new name, answers to
 * the old one too, so that lists which use it are still understood (001-19). The same object back: nothing to write.
 */
export function editProgramme(
  programme: Programme,
  command: EditProgrammeCommand,
  actor: Actor,
  now: Instant,
): Result<Programme, EditProgrammeRefusal> {
  if (!runsPlan(actor)) return refuse({ kind: "not-allowed" });
  if (programmeState(programme) === "approved") return refuse({ kind: "programme-approved" });
  const { changes, seen } = command;
  const before = textOf(programme);
  const [current, wanted, had] = [byPath(numbered(before)), byPath(changes), byPath(seen)];
  const touched = [...wanted].filter(([path, value]) => !isSame(current.get(path), value)).map(([path]) => path);
  const taken = touched.filter((path) => had.has(path) && !isSame(current.get(path), had.get(path)));
  if (taken.length > 0) {
    const problems = taken.map((path) => problemAt(path, "changed-meanwhile", { theirs: shown(current.get(path)) }));
    return refuse({ kind: "changed-meanwhile", problems });
  }
  const read = readProgrammeText(merged(before, changes));
  if (!read.ok) return refuse({ kind: "incomplete", problems: read.refusal });
  if (touched.length === 0) return ok(programme);
  const { areas, ...facts } = read.value;
  const focusAreas = areas.map((area, index): FocusArea => {
    const old = programme.focusAreas.find(({ number }) => number === index + 1);
    const otherNames = old === undefined ? [] : old.otherNames;
    const isRenamed = old !== undefined && old.name !== area.name && !otherNames.includes(old.name);
    return { ...area, number: index + 1, otherNames: isRenamed ? [...otherNames, old.name] : otherNames };
  });
  const detail = { fields: touched.join(",") };
  return ok({
    ...programme,
    ...facts,
    focusAreas,
    log: logged(programme.log, command, actor, now, "programme-edited", detail),
  });
}

const emptyArea: AreaText = { name: "", klText: "", localStrategy: "", examples: [] };

function merged(before: ProgrammeText, { areas: changedAreas = [], ...changes }: ProgrammeChanges): ProgrammeText {
  const facts = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const areas = [...before.areas];
  for (const { number, ...change } of changedAreas.toSorted((a, b) => a.number - b.number)) {
    // A gap in the numbers is no area anybody sees; what comes after the last is the next.
    const index = number <= areas.length ? number - 1 : areas.length;
    if (index < 0 || index >= programmeLimits.areas) continue;
    const filled = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    areas[index] = { ...emptyArea, ...areas[index], ...filled };
  }
  return { ...before, ...facts, areas };
}

function numbered({ areas, ...facts }: ProgrammeText): ProgrammeChanges {
  return { ...facts, areas: areas.map((area, index) => ({ ...area, number: index + 1 })) };
}

/** Each text under its field's path. */
function byPath({ areas = [], ...facts }: ProgrammeChanges): ReadonlyMap<string, unknown> {
  const inAreas = areas.flatMap(({ number, ...area }) =>
    Object.entries(area).map(([name, value]) => [`areas.${number}.${name}`, value] as const),
  );
  return new Map([...Object.entries(facts), ...inAreas].filter(([, value]) => value !== undefined));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
