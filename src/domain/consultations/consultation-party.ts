import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { RecordLog } from "#domain/shared/log.ts";
import type { AnswerFile } from "./answer-file.ts";

export const partyDuties = ["statutory", "voluntary"] as const;
/** Whether a law says that the party is heard. */
export type PartyDuty = (typeof partyDuties)[number];

export const partyChannels = ["teams", "guest", "email", "registered"] as const;
/**
 * How the party is reached: in Teams, as a guest in it, by e-mail from the case officer, or not at all by Fremdrift
 * (staff register what comes in).
 */
export type PartyChannel = (typeof partyChannels)[number];

/** One who is heard, as the case officer writes it. */
export interface PartyFields {
  /** Short and unique in the consultation, e.g. "ÆR". */
  readonly code: string;
  readonly name: string;
  readonly duty: PartyDuty;
  /** The law a statutory party rests on, e.g. "Retssikkerhedsloven § 30", or "". */
  readonly law: string;
  readonly channel: PartyChannel;
  /** Who may answer for the party. */
  readonly personKeys: readonly Key[];
  /** Where the letter goes when the channel is e-mail, or "". */
  readonly email: string;
}

export const answerRoads = ["self", "email", "letter", "meeting", "phone"] as const;
/** How an answer came: by the party's own press, or registered by staff. */
export type AnswerRoad = (typeof answerRoads)[number];

/** What a party has answered. */
export interface ConsultationAnswer {
  readonly noComments: boolean;
  /** "" where there are no comments. */
  readonly text: string;
  /** Names of the documents that came with it, those in `files` among them. */
  readonly attachments: readonly string[];
  /** The documents that lie with it. */
  readonly files?: readonly AnswerFile[] | undefined;
  /** When it was received; for a registered one when it came, not when it was typed. */
  readonly receivedAt: Instant;
  /** Who pressed: one of the party's persons, or the one who registered it. */
  readonly by: Key;
  readonly road: AnswerRoad;
  /** When it was registered by staff; undefined for the party's own press. */
  readonly registeredAt: Instant | undefined;
}

/** What the administration says of an answer (001-13, 001-14). */
export interface AnswerComment {
  /** The answer in short, for the consultation report. */
  readonly summary: string;
  readonly comment: string;
  /** Whether the proposal is changed because of it. */
  readonly changes: boolean;
  readonly by: Key;
  readonly at: Instant;
}

/** One party of one consultation, with its answer: the item that guards that there is one answer in force. */
export interface ConsultationParty extends PartyFields {
  readonly key: Key;
  readonly consultationKey: Key;
  readonly answer: ConsultationAnswer | undefined;
  /** Answers that a later one took the place of before the deadline, oldest first. */
  readonly earlierAnswers: readonly ConsultationAnswer[];
  readonly comment: AnswerComment | undefined;
  /** A late answer is taken in with the others (001-11). */
  readonly lateIncluded: boolean;
  /** No longer heard: taken out before the consultation was sent. */
  readonly removedAt: Instant | undefined;
  readonly log: RecordLog;
}

/** B8, in their order. */
export const partyStatuses = ["awaiting", "received", "receivedNoComments", "receivedLate", "noResponse"] as const;
export type PartyStatus = (typeof partyStatuses)[number];
