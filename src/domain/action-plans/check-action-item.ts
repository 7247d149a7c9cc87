import type { Organisation } from "#domain/organisation/organisation.ts";
import type { PlainDate } from "#domain/shared/dates.ts";
import { type FieldProblem, problemAt } from "#domain/shared/field-problem.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { ActionItemFields, Milestone } from "./action-item.ts";
import type { Programme } from "./programme.ts";

/** Longest texts of an item, in UTF-16 units as SharePoint counts them. */
export const actionLimits = {
  title: 120,
  description: 4000,
  ownerRole: 100,
  milestone: 120,
  note: 2000,
  reason: 500,
} as const;

/** The seventeen goals an item may name. */
const highestSdg = 17;

/** A milestone as it comes in; without a key it is new. */
export interface TypedMilestone {
  readonly key?: Key | undefined;
  readonly title: string;
  readonly due: PlainDate;
  readonly doneOn?: PlainDate | undefined;
}

/** The fields of an item as a form, a list or another record hands them in. */
export type TypedFields = Omit<ActionItemFields, "milestones"> & { readonly milestones: readonly TypedMilestone[] };

/** What the fields are checked against. */
export interface FieldRules {
  readonly programme: Pick<Programme, "focusAreas">;
  readonly organisation: Organisation;
  /** New milestones get their keys from the command that brings them. */
  readonly commandKey: Key;
}

/**
 * The fields made fit to store, or everything that is wrong with them, in the order of the form. Exactly one main focus
 * area of the programme (001-17); the owner may be nobody, but never somebody who is not there.
 *
 * @param before what stood there: an owner or centre that has gone since may stay
 */
export function readFields(
  typed: TypedFields,
  { programme, organisation, commandKey }: FieldRules,
  before?: ActionItemFields,
): Result<ActionItemFields, readonly FieldProblem[]> {
  const title = readText(typed.title, "title", { max: actionLimits.title, required: true, multiline: false });
  const description = readText(typed.description, "description", {
    max: actionLimits.description,
    required: false,
    multiline: true,
  });
  const ownerRole = readText(typed.ownerRole, "ownerRole", {
    max: actionLimits.ownerRole,
    required: true,
    multiline: false,
  });
  const milestones = readMilestones(typed.milestones, commandKey);
  const { ownerKey, centreKey, focusArea } = typed;
  const problems = [
    ...title.problems,
    ...description.problems,
    ...ownerRole.problems,
    ...choiceProblems(typed, { programme, organisation }, before),
    ...(typed.to < typed.from ? [problemAt("to", "end-before-start")] : []),
    ...milestones.problems,
  ];
  if (problems.length > 0) return refuse(problems);
  return ok({
    title: title.text,
    description: description.text,
    ownerRole: ownerRole.text,
    ownerKey,
    centreKey,
    focusArea,
    furtherAreas: ascending(typed.furtherAreas.filter((area) => area !== focusArea)),
    sdgs: ascending(typed.sdgs),
    from: typed.from,
    to: typed.to,
    milestones: milestones.read,
  });
}

/** What was chosen must be there: a person and a centre of today, areas of the programme, one of the seventeen goals. */
function choiceProblems(
  { ownerKey, centreKey, focusArea, furtherAreas, sdgs }: TypedFields,
  { programme, organisation }: Omit<FieldRules, "commandKey">,
  before: ActionItemFields | undefined,
): readonly FieldProblem[] {
  const owner = organisation.persons.find(({ key }) => key === ownerKey);
  const centre = organisation.centres.find(({ key }) => key === centreKey);
  const areas = programme.focusAreas.map(({ number }) => number);
  const wrong: readonly (readonly [field: string, isWrong: boolean])[] = [
    ["ownerKey", ownerKey !== undefined && owner?.active !== true && ownerKey !== before?.ownerKey],
    ["centreKey", centre?.active !== true && centreKey !== before?.centreKey],
    ["focusArea", !areas.includes(focusArea)],
    ["furtherAreas", !furtherAreas.every((area) => areas.includes(area))],
    ["sdgs", !sdgs.every((sdg) => Number.isInteger(sdg) && sdg >= 1 && sdg <= highestSdg)],
  ];
  return wrong.filter(([, isWrong]) => isWrong).map(([field]) => problemAt(field, "no-such-choice"));
}

function readMilestones(
  typed: readonly TypedMilestone[],
  commandKey: Key,
): { readonly read: readonly Milestone[]; readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const read = typed.map(({ key, title, due, doneOn }, index): Milestone => {
    const limits = { max: actionLimits.milestone, required: true, multiline: false };
    const text = readText(title, `milestones.${index}.title`, limits);
    problems.push(...text.problems);
    return { key: key ?? keyOf("milestone", commandKey, index), title: text.text, due, doneOn };
  });
  return { read: read.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)), problems };
}

function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}
