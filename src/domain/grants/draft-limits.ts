/** Longest texts of an application, in UTF-16 units as SharePoint counts them. */
export const draftLimits = {
  title: 120,
  description: 4000,
  effect: 2000,
  operation: 1000,
  answer: 1000,
  note: 200,
  resubmissionOf: 20,
} as const;

/** Fields in which line breaks are kept. */
export const multilineTexts: readonly string[] = ["description", "effect", "operation", "answer"];

/** Most lines of a budget. */
export const mostBudgetLines = 40;

/** KL's six focus areas. */
export const focusAreaNumbers = [1, 2, 3, 4, 5, 6] as const;

/** The seventeen goals a project may name. */
export const highestSdg = 17;
