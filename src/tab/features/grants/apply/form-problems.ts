import type { DraftView } from "#contract/drafts.ts";
import type { FieldProblem } from "#contract/problem.ts";
import { checkDraft } from "#domain/grants/check-draft.ts";
import { oere } from "#domain/shared/money.ts";
import type { DraftFieldName, DraftValues } from "./draft-saver.ts";

/** The four steps and the fields each holds, in the order of the page. */
export const formSteps = {
  project: ["answer", "title", "focusArea", "description", "startDate", "endDate", "resubmissionOf"],
  effect: ["effect", "sdgs"],
  economy: ["requestedAmount", "ownContribution", "budgetLines", "operation"],
} as const satisfies Record<string, readonly DraftFieldName[]>;
export type FormStep = keyof typeof formSteps;

/** The draft's field a problem belongs to: "budgetLines.a1.amount" is the budget's. */
export function fieldOf(problem: FieldProblem): string {
  return problem.field.split(".")[0] ?? problem.field;
}

/**
 * What keeps the form from being sent, by the service's own rules, at once while typing. The service decides when it
 * is sent.
 */
export function formProblems(values: DraftValues, draft: DraftView): readonly FieldProblem[] {
  const { earlierNumbers } = draft;
  const rules = { capOere: oere(draft.round.capOere), ...(earlierNumbers === undefined ? {} : { earlierNumbers }) };
  return checkDraft(values, rules).map((problem) => ({
    ...problem,
    data: { ...problem.data },
  }));
}

/** What must be answered before the form can be sent. */
export const requiredFields: readonly string[] = [
  "title",
  "focusArea",
  "description",
  "effect",
  "requestedAmount",
  "budgetLines",
];

/** How many of the required fields, of one step or of the whole form, are filled in and in order. */
export function filledIn(
  problems: readonly FieldProblem[],
  step?: FormStep,
): { readonly done: number; readonly total: number } {
  const ofStep: readonly string[] = step === undefined ? requiredFields : formSteps[step];
  const asked = requiredFields.filter((field) => ofStep.includes(field));
  const wrong = new Set(problems.map(fieldOf));
  return { done: asked.filter((field) => !wrong.has(field)).length, total: asked.length };
}

/** Problems of one step. */
export function problemsOfStep(problems: readonly FieldProblem[], step: FormStep): readonly FieldProblem[] {
  const fields: readonly string[] = formSteps[step];
  return problems.filter((problem) => fields.includes(fieldOf(problem)));
}
