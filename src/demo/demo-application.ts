import type { BudgetCategory } from "#domain/grants/draft.ts";

/** An application of the demo, in kroner and true dates of the history layer. */
export interface DemoApplication {
  readonly title: string;
  /** User name of the applicant. */
  readonly applicant: string;
  readonly focusArea: number;
  readonly sdgs: readonly number[];
  readonly requestedKr: number;
  readonly ownKr: number;
  readonly lines: readonly (readonly [BudgetCategory, number, string])[];
  /** Local date and time of the press. */
  readonly submitted: string;
  /** Mean score per criterion K1..K5 over all reviewers. */
  readonly means: readonly [number, number, number, number, number];
  readonly description: string;
  readonly effect: string;
  readonly operation: string;
  /** Index in the first round of the application that is applied for again. */
  readonly resubmissionOfIndex?: number;
}
