import type { DraftView } from "#contract/drafts.ts";

type DraftValues = DraftView["fields"];
type DraftFieldName = keyof DraftValues;

/** Words that stood in a field when a save of ours wrote over them. */
export interface OverwrittenText {
  readonly id: string;
  readonly field: DraftFieldName;
  readonly text: string;
}

/** Fields in which two texts can stand one after the other. */
const joinedBy: Partial<Record<DraftFieldName, string>> = {
  title: " ",
  description: "\n",
  effect: "\n",
  operation: "\n",
  answer: "\n",
};

/** What an answer says was written over, without what stands in the form all the same. */
export function overwrittenTexts(
  overwritten: DraftView["overwritten"],
  values: DraftValues,
  savedAt: string,
): readonly OverwrittenText[] {
  const found: OverwrittenText[] = [];
  for (const field of Object.keys(overwritten) as DraftFieldName[]) {
    const text = textOf(field, overwritten).trim();
    if (text !== "" && !textOf(field, values).includes(text)) found.push({ id: `${field} ${savedAt}`, field, text });
  }
  return found;
}

/** The field with the other's text behind one's own; where two cannot stand together, with the other's. */
export function withTextAgain(field: DraftFieldName, text: string, values: DraftValues): string | undefined {
  const own = values[field];
  if (typeof own !== "string") return undefined;
  const between = joinedBy[field];
  return between === undefined || own.trim() === "" ? text : `${own}${between}${text}`;
}

function textOf(field: DraftFieldName, values: DraftView["overwritten"]): string {
  if (field === "notCpr") return "";
  if (field === "sdgs") return (values.sdgs ?? []).join(", ");
  if (field !== "budgetLines") return values[field] ?? "";
  return (values.budgetLines ?? []).map(({ note, amount }) => `${note} ${amount}`.trim()).join("\n");
}
