import type { Instant, PlainDate } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { RecordLog } from "#domain/shared/log.ts";
import type { ConsultationParty } from "./consultation-party.ts";

/** What is sent out to be read: a document in the library or in the ESDH. */
export interface ConsultationMaterial {
  readonly name: string;
  /** https address, or "" where only the number is known. */
  readonly link: string;
  /** Document number as the case file writes it, e.g. "73115/21", or "". */
  readonly documentNumber: string;
}

/** The step the consultation waits for: it cannot be sent before its decision is known (001-02). */
export interface StepBefore {
  /** Body's code, e.g. "ØK". */
  readonly body: string;
  readonly meetingOn: PlainDate;
  /** The day the decision was recorded; undefined while it is not. */
  readonly decidedOn: PlainDate | undefined;
}

/** The step that reads the answers; its agenda must go out after the deadline. */
export interface NextStep {
  readonly body: string;
  readonly meetingOn: PlainDate;
  /** When the agenda is issued, where it is another day than the usual number of working days before. */
  readonly agendaOn: PlainDate | undefined;
}

/** What a case officer writes about a consultation. */
export interface ConsultationFields {
  readonly subject: string;
  /** Case number as the municipality writes it, or "". */
  readonly caseNumber: string;
  /** The case in Fremdrift it belongs to, where there is one. */
  readonly caseKey: Key | undefined;
  /** What the parties are asked, in a few lines; "" is allowed. */
  readonly message: string;
  readonly material: readonly ConsultationMaterial[];
  /** The day it is to be sent; a day already past means now. */
  readonly sendOn: PlainDate | undefined;
  readonly deadlineOn: PlainDate | undefined;
  /** Last minute that counts, "23:59" unless another is chosen. */
  readonly deadlineTime: string;
  readonly stepBefore: StepBefore | undefined;
  readonly nextStep: NextStep | undefined;
  /** A closed item: consultation and answers stay closed. */
  readonly closed: boolean;
}

/** One consultation (høring): asked of several parties, each with a record of its own that holds its answer. */
export interface Consultation extends ConsultationFields {
  readonly key: Key;
  /** Who runs it, is told of answers (N9) and comments them. */
  readonly caseOfficerKey: Key;
  readonly createdAt: Instant;
  /** Sent: `startsAt` is when it leaves, at once or on the planned day. */
  readonly sent: { readonly at: Instant; readonly by: Key; readonly startsAt: Instant } | undefined;
  /** The next step has taken the answers: nothing is taken in any more. */
  readonly treated: { readonly at: Instant; readonly by: Key } | undefined;
  /** When the answers are deleted here; what the ESDH keeps has a date of its own. */
  readonly deleteOn: PlainDate | undefined;
  /** Set once the answers are deleted: the parties' own records go, and what is kept of them stands here (R-09). */
  readonly answersDeleted?: DeletedAnswers | undefined;
  readonly log: RecordLog;
}

/** What stays when the answers are deleted: who was heard, and when and how each answered; none of their words. */
export interface DeletedAnswers {
  readonly at: Instant;
  readonly parties: readonly ConsultationParty[];
}

/** B8, in their order. */
export const consultationStatuses = ["draft", "upcoming", "open", "closed", "treated"] as const;
export type ConsultationStatus = (typeof consultationStatuses)[number];
