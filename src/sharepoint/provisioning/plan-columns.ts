import type { ColumnBody, GraphColumn } from "../client/lists.ts";
import { type ColumnFacts, KEY_COLUMN, type WantedList } from "../lists/define-list.ts";
import type { Difference } from "./difference.ts";
import type { ActualList, Step } from "./plan.ts";

interface ColumnPlan {
  readonly steps: readonly Step[];
  readonly differences: readonly Difference[];
}

interface ColumnPlace {
  readonly list: WantedList;
  readonly column: string;
  readonly facts: ColumnFacts;
}

/** What is otherwise about the columns of a list that is ours. */
export function planColumns(list: WantedList, actual: ActualList): ColumnPlan {
  const plans = Object.entries(list.columns).map(([column, facts]) => planColumn({ list, column, facts }, actual));
  return { steps: plans.flatMap(({ steps }) => steps), differences: plans.flatMap(({ differences }) => differences) };
}

function planColumn(place: ColumnPlace, actual: ActualList): ColumnPlan {
  const { list, column, facts } = place;
  const at = { site: list.site, list: list.name, column };
  const told = { ...at, title: list.title, heading: facts.title };
  const present = actual.columns.find((other) => other.name === column);
  const body = columnBody(column, facts);
  if (!present) {
    if (facts.kind === "title") return { steps: [], differences: [] };
    return { steps: [{ kind: "add-column", ...at, body }], differences: [{ kind: "column-missing", ...told }] };
  }
  const facet = Object.keys(facts.facet)[0];
  if (facts.kind !== "title" && present.facet !== facet) {
    const isCopy = isCopyOfRecord(list, column);
    const retyped = { kind: "column-retyped", ...told, found: present.facet ?? "?", isCopy } as const;
    const steps: Step[] = isCopy ? [{ kind: "replace-column", ...at, columnId: present.id, body }] : [];
    return { steps, differences: [retyped] };
  }
  return planChange(place, present, actual.required.has(column));
}

/** Only what differs; nothing is taken away that somebody else added (an index, a further choice). */
function planChange({ list, column, facts }: ColumnPlace, present: GraphColumn, isRequired: boolean): ColumnPlan {
  const at = { site: list.site, list: list.name, column };
  const told = { ...at, title: list.title, heading: facts.title };
  const body: Record<string, unknown> = {};
  const differences: Difference[] = [];
  const change = (difference: Difference, part: ColumnBody): void => {
    differences.push(difference);
    Object.assign(body, part);
  };
  if (present.displayName !== facts.title)
    change({ kind: "column-renamed", ...told, found: present.displayName }, { displayName: facts.title });
  if (present.description !== facts.description)
    change({ kind: "help-changed", ...told }, { description: facts.description });
  if (facts.indexed === true && !present.indexed) change({ kind: "index-missing", ...told }, { indexed: true });
  if (facts.unique && !present.enforceUniqueValues)
    change({ kind: "unique-lost", ...told }, { indexed: true, enforceUniqueValues: true });
  if (facts.hidden === true && !present.hidden) change({ kind: "column-shown", ...told }, { hidden: true });
  if (isRequired && facts.kind !== "title") change({ kind: "column-required", ...told }, { required: false });
  const missing = missingChoices(facts, present);
  if (missing.length > 0) {
    const choices = [...choicesIn(present.settings), ...missing];
    change({ kind: "choices-missing", ...told, choices: missing }, { choice: { ...present.settings, choices } });
  }
  const steps: Step[] = differences.length === 0 ? [] : [{ kind: "update-column", ...at, columnId: present.id, body }];
  return { steps, differences };
}

/** A column as it is made. */
export function columnBody(name: string, facts: ColumnFacts): ColumnBody {
  return {
    name,
    displayName: facts.title,
    description: facts.description,
    ...(facts.indexed === true ? { indexed: true } : {}),
    ...(facts.unique ? { enforceUniqueValues: true } : {}),
    ...(facts.hidden === true ? { hidden: true } : {}),
    ...facts.facet,
  };
}

/** Whether the column can be emptied and written again: rows of the open site, and copies beside a record's JSON. */
function isCopyOfRecord(list: WantedList, column: string): boolean {
  if (column === KEY_COLUMN || list.rewrite === undefined) return false;
  return list.site === "open" || list.readColumns?.includes(column) !== true;
}

function missingChoices(facts: ColumnFacts, present: GraphColumn): readonly string[] {
  const known = choicesIn(present.settings);
  return choicesIn(facts.facet["choice"]).filter((choice) => !known.includes(choice));
}

function choicesIn(facet: unknown): readonly string[] {
  if (typeof facet !== "object" || facet === null || !("choices" in facet)) return [];
  const choices: readonly unknown[] = Array.isArray(facet.choices) ? facet.choices : [];
  return choices.filter((choice) => typeof choice === "string");
}
