import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";

/** Kinds of cost an application may ask for. */
export const budgetCategories = [
  "equipment",
  "licences",
  "training",
  "installation",
  "development",
  "communication",
  "other",
] as const;
export type BudgetCategory = (typeof budgetCategories)[number];

/** A budget line while it is written: the amount is kept exactly as typed. */
export interface DraftBudgetLine {
  readonly id: string;
  readonly category: BudgetCategory;
  readonly note: string;
  readonly amount: string;
}

/** Everything the applicant may type; nothing is refused here, so nothing is lost. */
export interface DraftFields {
  readonly title: string;
  readonly description: string;
  /** KL focus area 1..6 as typed by choice, "" while not chosen. */
  readonly focusArea: string;
  readonly effect: string;
  readonly sdgs: readonly number[];
  readonly budgetLines: readonly DraftBudgetLine[];
  readonly requestedAmount: string;
  readonly ownContribution: string;
  /** "Hvem betaler driften bagefter?". */
  readonly operation: string;
  /** Project period, YYYY-MM-DD or "". */
  readonly startDate: string;
  readonly endDate: string;
  /** Number of the rejected application that is applied for again (000-19), or "". */
  readonly resubmissionOf: string;
  /** "Dit svar til <leder>" on a form that came back with questions, else "". */
  readonly answer: string;
  /** What the applicant has called "ikke et CPR-nummer": field and hash of the number, see `notCprMarks`. */
  readonly notCpr: readonly string[];
}

export type DraftField = keyof DraftFields;

/** A form being written: its own item, one JSON note, merged field by field, without log (law 10). */
export interface Draft {
  readonly key: Key;
  /** Application number drawn when the draft is made, e.g. "EF22-07": unique, gaps allowed. */
  readonly number: string;
  readonly poolKey: Key;
  readonly roundKey: Key;
  readonly ownerKey: Key;
  readonly centreKey: Key;
  readonly fields: DraftFields;
  /** When each field was last changed, by the service's clock. */
  readonly stamps: Readonly<Partial<Record<DraftField, Instant>>>;
  readonly createdAt: Instant;
  readonly savedAt: Instant;
  readonly discardedAt: Instant | undefined;
}

/** The empty form. */
export const emptyDraftFields: DraftFields = {
  title: "",
  description: "",
  focusArea: "",
  effect: "",
  sdgs: [],
  budgetLines: [],
  requestedAmount: "",
  ownContribution: "",
  operation: "",
  startDate: "",
  endDate: "",
  resubmissionOf: "",
  answer: "",
  notCpr: [],
};
