import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import type { Instant, PlainDate } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { emptyLog } from "#domain/shared/log.ts";
import { cleanText } from "#domain/shared/plain-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { runsPlan } from "./plan-access.ts";
import { type FocusArea, type Programme, type ProgrammeVersion, programmeState } from "./programme.ts";
import { readProgrammeText } from "./programme-text.ts";

export interface CreateProgrammeCommand
  extends Command,
    Omit<Programme, "key" | "versions" | "createdAt" | "log" | "focusAreas"> {
  readonly focusAreas: readonly Omit<FocusArea, "number" | "otherNames">[];
}

export type ProgrammeRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "no-focus-areas" }
  | { readonly kind: "programme-approved" }
  /** Another of the same title and first year is there already. */
  | { readonly kind: "programme-exists" }
  | { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] };

/** The key of a programme: one of the same title and first year is the same programme. */
export function programmeKeyOf({ title, fromYear }: Pick<Programme, "title" | "fromYear">): Key {
  return keyOf("programme", title, fromYear);
}

/** Makes a programme; its focus areas are numbered in the order given. */
export function createProgramme(
  command: CreateProgrammeCommand,
  actor: Actor,
  now: Instant,
): Result<Programme, ProgrammeRefusal> {
  if (!runsPlan(actor)) return refuse({ kind: "not-allowed" });
  const { commandKey: _, focusAreas, ...facts } = command;
  if (focusAreas.length === 0) return refuse({ kind: "no-focus-areas" });
  const read = readProgrammeText({ ...facts, areas: focusAreas });
  if (!read.ok) return refuse({ kind: "incomplete", problems: read.refusal });
  const { areas, ...text } = read.value;
  const { fromYear, toYear } = text;
  return ok({
    ...text,
    key: programmeKeyOf(facts),
    focusAreas: areas.map((area, index) => ({ ...area, number: index + 1, otherNames: [] })),
    versions: [],
    createdAt: now,
    log: logged(emptyLog, command, actor, now, "programme-created", { fromYear, toYear, areas: focusAreas.length }),
  });
}

export interface RecordVersionCommand extends Command {
  readonly state: ProgrammeVersion["state"];
  readonly at: Instant;
  readonly caseKey?: Key | undefined;
}

/**
 * Records that a body has approved the programme's text: provisionally before a consultation, finally after it (001-03,
 * 001-15). What is finally approved is changed by a new programme only. Rights are the case's: who records its decision.
 */
export function recordProgrammeVersion(
  programme: Programme,
  command: RecordVersionCommand,
  actor: Pick<Actor, "personKey">,
  now: Instant,
): Result<Programme, ProgrammeRefusal> {
  if (programmeState(programme) === "approved") return refuse({ kind: "programme-approved" });
  const { state, at, caseKey } = command;
  const number = programme.versions.length + 1;
  return ok({
    ...programme,
    versions: [...programme.versions, { number, state, at, caseKey }],
    log: logged(programme.log, command, actor, now, "programme-version", { number, state }),
  });
}

export interface ConfirmAreaNamesCommand extends Command {
  readonly names: readonly { readonly name: string; readonly number: number }[];
}

/** Remembers other ways of writing the areas' names, as somebody has confirmed them (001-19). */
export function confirmAreaNames(
  programme: Programme,
  command: ConfirmAreaNamesCommand,
  actor: Actor,
  now: Instant,
): Result<Programme, ProgrammeRefusal> {
  if (!runsPlan(actor)) return refuse({ kind: "not-allowed" });
  const focusAreas = programme.focusAreas.map((area): FocusArea => {
    const names = command.names
      .filter(({ number }) => number === area.number)
      .map(({ name }) => cleanText(name, { multiline: false }))
      .filter((name) => name !== "" && name !== area.name && !area.otherNames.includes(name));
    return names.length === 0 ? area : { ...area, otherNames: [...area.otherNames, ...new Set(names)] };
  });
  if (focusAreas.every((area, index) => area === programme.focusAreas[index])) return ok(programme);
  const detail = { names: command.names.length };
  return ok({
    ...programme,
    focusAreas,
    log: logged(programme.log, command, actor, now, "area-names-confirmed", detail),
  });
}

/** The programme of a day: the newest whose years it lies in, else the one that ended last; undefined without any. */
export function programmeOn(programmes: readonly Programme[], today: PlainDate): Programme | undefined {
  const year = Number(today.slice(0, 4));
  const newestFirst = programmes.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const current = newestFirst.find(({ fromYear, toYear }) => fromYear <= year && year <= toYear);
  return current ?? newestFirst.toSorted((a, b) => b.toYear - a.toYear)[0];
}
