import { draftFieldsSchema } from "#contract/drafts.ts";
import { draftLimits } from "#domain/grants/draft-limits.ts";
import type { ApiProblem } from "../../../host/api-problem.ts";
import type { DraftFieldName, DraftValues } from "./draft-saver.ts";

/**
 * The fields that no request may carry, for they are far too large (T26): they stay as typed and are told of, so that
 * everything else is saved meanwhile.
 */
export function tooLargeToSend(values: Partial<DraftValues>): readonly DraftFieldName[] {
  return namesIn(values).filter((name) => !draftFieldsSchema.shape[name].safeParse(values[name]).success);
}

/** The sent fields that a refusal is about, by what it says of them; none when it is about something else. */
export function fieldsAtFault(problem: ApiProblem, sent: Partial<DraftValues>): readonly DraftFieldName[] {
  if (problem.code === "too-large" || problem.code === "body-too-large") return overLimit(sent);
  const named = new Set([problem.where.replace(/^changes\./, ""), ...problem.fields.map(({ field }) => field)]);
  const fields = new Set([...named].map((path) => path.split(".")[0] ?? path));
  return namesIn(sent).filter((name) => fields.has(name));
}

/** Fields longer than an application may have them: what makes a form too large for its place. */
function overLimit(values: Partial<DraftValues>): readonly DraftFieldName[] {
  const limits: Readonly<Record<string, number | undefined>> = draftLimits;
  return namesIn(values).filter((name) => {
    const value = values[name];
    if (name === "budgetLines") return values.budgetLines?.some(({ note }) => note.length > draftLimits.note);
    return typeof value === "string" && value.length > (limits[name] ?? Number.POSITIVE_INFINITY);
  });
}

/** The names of the fields that are given. */
export function namesIn(values: Partial<DraftValues>): readonly DraftFieldName[] {
  return Object.keys(values) as DraftFieldName[];
}
