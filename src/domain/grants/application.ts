import type { Instant, PlainDate } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { RecordLog } from "#domain/shared/log.ts";
import type { Oere } from "#domain/shared/money.ts";
import type { BudgetCategory } from "./draft.ts";
import type { Outcome } from "./grant-pool.ts";

/** Statuses in the order of B8; computed from application, pool and time, never stored in the record. */
export const applicationStatuses = [
  "draft",
  "awaiting-manager",
  "submitted",
  "returned",
  "under-review",
  "recommended",
  "awarded",
  "partially-awarded",
  "rejected",
  "accepted",
  "declined",
  "running",
  "report-due",
  "report-received",
  "closed",
  "withdrawn",
] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

export interface BudgetLine {
  readonly category: BudgetCategory;
  readonly note: string;
  readonly amountOere: Oere;
}

/** A handed-in application. Submitting is one create; the key is the hash of draft and attempt (law 7). */
export interface GrantApplication {
  readonly key: Key;
  readonly number: string;
  readonly draftKey: Key;
  readonly attempt: number;
  readonly poolKey: Key;
  readonly roundKey: Key;
  readonly applicantKey: Key;
  readonly centreKey: Key;
  readonly title: string;
  readonly description: string;
  readonly focusArea: number;
  readonly effect: string;
  readonly sdgs: readonly number[];
  readonly budgetLines: readonly BudgetLine[];
  readonly requestedOere: Oere;
  readonly ownContributionOere: Oere;
  readonly operation: string;
  readonly startDate: PlainDate | undefined;
  readonly endDate: PlainDate | undefined;
  readonly resubmissionOf: string;
  /** The applicant's answer to the question this attempt came back with; missing on a first attempt. */
  readonly answer?: string | undefined;
  /** When the service received the press: decides whether it was in time. */
  readonly pressedAt: Instant;
  readonly approval: ApplicationApproval | undefined;
  readonly returned: { readonly at: Instant; readonly by: Key; readonly questions: string } | undefined;
  readonly withdrawnAt: Instant | undefined;
  /** What the secretariat has written so far as reason to the applicant, by the outcome it was written for. */
  readonly reasonDrafts?: Readonly<Partial<Record<Outcome, string>>> | undefined;
  readonly log: RecordLog;
}

export interface ApplicationApproval {
  readonly at: Instant;
  readonly by: Key;
  /** The secretariat's recorded choice replaces a silent head after 2 working days (000-12). */
  readonly how: "head" | "applicant-is-head" | "secretariat";
}
