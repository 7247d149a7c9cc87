import { findCpr } from "#domain/shared/cpr.ts";
import { keyOf } from "#domain/shared/keys.ts";
import { readableText } from "#domain/shared/read-text.ts";
import type { Draft, DraftBudgetLine, DraftField, DraftFields } from "./draft.ts";
import { multilineTexts } from "./draft-limits.ts";

/** What a save may store, and what it must leave out. */
export interface StorableEdit {
  readonly changes: Readonly<Partial<DraftFields>>;
  /** Paths of what was left out since it looks like a CPR number: "effect", "budgetLines.<line id>.note". */
  readonly notStored: readonly string[];
}

/** Most numbers that one form may have called something else. */
export const mostNotCpr = 100;

type CheckedFields = Pick<DraftFields, "notCpr">;

/**
 * What stands in `notCpr` for every number in a text that looks like a CPR number: the field and a short hash of the
 * number, so that another number in the same field is asked about again, and the number itself stands nowhere else.
 * Budget lines share "budgetLines".
 */
export function notCprMarks(field: DraftField, text: string): readonly string[] {
  return [...new Set(cprNumbers(field, text).map((number) => `${field}:${keyOf("not-cpr", number).slice(0, 16)}`))];
}

/** The fields that marks speak of, each once, in their order: what the log tells. */
export function notCprFields({ notCpr }: CheckedFields): readonly string[] {
  return [...new Set(notCpr.map((mark) => mark.split(":")[0] ?? mark))];
}

/** Whether a text holds something like a CPR number that its writer has not called something else. */
export function holdsCpr({ notCpr }: CheckedFields, field: DraftField, text: string): boolean {
  return notCprMarks(field, text).some((mark) => !notCpr.includes(mark));
}

/**
 * A window's changes without the texts that look like a CPR number; where one stood before a clean one stays. In a
 * budget line it is the cell that is left out. What somebody has called no CPR number counts for every window.
 */
export function storableEdit(draft: Draft, edited: Readonly<Partial<DraftFields>>): StorableEdit {
  const notCpr = [...new Set([...draft.fields.notCpr, ...(edited.notCpr ?? [])])].slice(0, mostNotCpr);
  const notStored: string[] = [];
  const kept = Object.entries(edited).filter(([name, value]) => {
    const isCpr = typeof value === "string" && holdsCpr({ notCpr }, name as DraftField, value);
    if (isCpr) notStored.push(name);
    return !isCpr && name !== "notCpr";
  });
  const changes: Partial<DraftFields> = Object.fromEntries(kept);
  const before = new Map(draft.fields.budgetLines.map((line) => [line.id, line]));
  const budgetLines = changes.budgetLines?.map((line) => {
    const note = storableCell(line, "note", before, notCpr, notStored);
    const amount = storableCell(line, "amount", before, notCpr, notStored);
    return { ...line, note, amount };
  });
  const fields = { ...draft.fields, ...changes, ...(budgetLines === undefined ? {} : { budgetLines }) };
  const used = notCpr.filter((mark) => marksOf(fields).has(mark));
  return { changes: { ...changes, ...(budgetLines === undefined ? {} : { budgetLines }), notCpr: used }, notStored };
}

function storableCell(
  line: DraftBudgetLine,
  cell: "note" | "amount",
  before: ReadonlyMap<string, DraftBudgetLine>,
  notCpr: readonly string[],
  notStored: string[],
): string {
  if (!holdsCpr({ notCpr }, "budgetLines", line[cell])) return line[cell];
  notStored.push(`budgetLines.${line.id}.${cell}`);
  const stored = before.get(line.id)?.[cell] ?? "";
  return holdsCpr({ notCpr }, "budgetLines", stored) ? "" : stored;
}

function marksOf(fields: DraftFields): ReadonlySet<string> {
  const texts = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === "string" ? notCprMarks(name as DraftField, value) : [],
  );
  const cells = fields.budgetLines.flatMap(({ note, amount }) => [note, amount]);
  return new Set([...texts, ...cells.flatMap((cell) => notCprMarks("budgetLines", cell))]);
}

function cprNumbers(field: DraftField, text: string): readonly string[] {
  const numbers: string[] = [];
  let rest = readableText(text, { multiline: multilineTexts.includes(field) });
  for (let found = findCpr(rest); found !== undefined; found = findCpr(rest)) {
    numbers.push(rest.slice(found.start, found.end).replace(/\D/g, ""));
    rest = rest.slice(found.end);
  }
  return numbers;
}
