import type { Apology, Attachment, DecisionCode, Openness, RecommendationPoint } from "#domain/cases/case.ts";
import type { WrittenStep } from "#domain/cases/read-route.ts";
import type { PlainDate } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Oere } from "#domain/shared/money.ts";
import type { Found, Span } from "./source-text.ts";

/** A point as the minutes decide it: the raw words, and what they mean where that is plain. */
export interface ProposedPointDecision {
  readonly number: number;
  readonly text: string;
  readonly code: DecisionCode | undefined;
}

export interface ProposedDecision {
  /** The body as it is written. */
  readonly body: Found<string> | undefined;
  /** The municipality's body of that name. */
  readonly bodyKey: Key | undefined;
  readonly date: Found<PlainDate> | undefined;
  readonly points: readonly Found<ProposedPointDecision>[];
  /** Party letter, and role where it is written; the name is never taken. */
  readonly apologies: readonly Found<Apology>[];
}

/** A document of the list; what its line does not say is "", and undefined number or openness. */
export interface ProposedAttachment extends Omit<Attachment, "number" | "openness"> {
  readonly number: number | undefined;
  readonly openness: Openness | undefined;
}

export interface ProposedConsultation {
  readonly parties: readonly Found<string>[];
  /** The day of the meeting after which it is sent. */
  readonly sentAfter: Found<PlainDate> | undefined;
  readonly deadline: Found<PlainDate> | undefined;
}

export interface ProposedRound {
  /** When it is, as it is written: "foråret 2022". */
  readonly label: Found<string>;
  readonly frame: Found<Oere>;
}

export interface ProposedPool {
  /** The pool's name, from the case's title. */
  readonly title: Found<string> | undefined;
  /** The budget its money is set aside on, without the word: "2025-2028". */
  readonly budgetYears: Found<string> | undefined;
  readonly amount: Found<Oere> | undefined;
  readonly year: Found<number> | undefined;
  readonly purpose: Found<string> | undefined;
  readonly eligibility: Found<string> | undefined;
  readonly rounds: readonly ProposedRound[];
}

/** What a person must look at: something that is nearly, but not quite, what it should be. */
export type IntakeNote =
  | {
      readonly kind: "almost-a-case-number";
      readonly written: string;
      readonly reading: string | undefined;
      readonly span: Span;
    }
  | { readonly kind: "unknown-body"; readonly written: string; readonly span: Span };

/** What a case text says, each value with its place; what it does not say plainly is undefined or not there. */
export interface CaseProposal {
  readonly title: Found<string> | undefined;
  readonly number: Found<string> | undefined;
  readonly openness: Found<Openness> | undefined;
  readonly route: readonly Found<WrittenStep>[];
  readonly statement: Found<string> | undefined;
  readonly policyContext: Found<string> | undefined;
  readonly financialConsequences: Found<string> | undefined;
  readonly isFinancial: Found<boolean> | undefined;
  readonly recommendedByRole: Found<string> | undefined;
  readonly points: readonly Found<RecommendationPoint>[];
  readonly decisions: readonly ProposedDecision[];
  readonly attachments: readonly Found<ProposedAttachment>[];
  readonly consultation: ProposedConsultation | undefined;
  readonly pool: ProposedPool | undefined;
  readonly notes: readonly IntakeNote[];
}
