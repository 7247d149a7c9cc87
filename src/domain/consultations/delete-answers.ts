import { type Instant, plainDateOf, plusDays, startOfDay } from "#domain/shared/dates.ts";
import { keyOf } from "#domain/shared/keys.ts";
import { appendLog, emptyLog } from "#domain/shared/log.ts";
import type { Consultation } from "./consultation.ts";
import type { ConsultationAnswer, ConsultationParty } from "./consultation-party.ts";
import { deletionNearDays } from "./consultation-settings.ts";

/** Where a treated consultation's answers stand: kept for long, soon deleted, waiting for the case to be decided, or gone. */
export type DeletionState = "kept" | "near" | "waiting" | "due" | "deleted";

/**
 * How far the deletion of the answers is. Undefined while no day is set: nothing is deleted that is not treated.
 *
 * @param isCaseOpen whether its case here is still open: its answers are kept until it is decided or closed
 */
export function deletionState(
  { treated, deleteOn, answersDeleted }: Consultation,
  isCaseOpen: boolean,
  now: Instant,
): DeletionState | undefined {
  if (answersDeleted !== undefined) return "deleted";
  if (treated === undefined || deleteOn === undefined) return undefined;
  if (now >= startOfDay(deleteOn)) return isCaseOpen ? "waiting" : "due";
  return plainDateOf(now) >= plusDays(deleteOn, -deletionNearDays) ? "near" : "kept";
}

/** The moment its answers are due to be deleted, for the service's clock; undefined once they are, or while no day is set. */
export function deletionAt({ deleteOn, answersDeleted }: Consultation): Instant | undefined {
  return answersDeleted === undefined && deleteOn !== undefined ? startOfDay(deleteOn) : undefined;
}

/**
 * The consultation with its answers deleted: what parties and administration wrote is left out of what is kept, and
 * the log says so. The same object back where that has been done.
 *
 * @param parties every party record of it, as stored now
 */
export function deleteAnswers(
  consultation: Consultation,
  parties: readonly ConsultationParty[],
  now: Instant,
): Consultation {
  if (consultation.answersDeleted !== undefined) return consultation;
  const answers = parties.filter(({ answer }) => answer !== undefined).length;
  return {
    ...consultation,
    answersDeleted: { at: now, parties: parties.map(withoutWords) },
    log: appendLog(consultation.log, {
      commandKey: keyOf("delete-answers", consultation.key),
      at: now,
      by: "system",
      action: "answers-deleted",
      detail: { parties: parties.length, answers },
    }),
  };
}

/** The party without anything anybody wrote; its log stands in the audit list. */
function withoutWords(party: ConsultationParty): ConsultationParty {
  const { answer, comment } = party;
  return {
    ...party,
    email: "",
    answer: answer && wordless(answer),
    earlierAnswers: [],
    comment: comment && { ...comment, summary: "", comment: "" },
    log: emptyLog,
  };
}

function wordless(answer: ConsultationAnswer): ConsultationAnswer {
  return { ...answer, text: "", attachments: [], files: undefined };
}
