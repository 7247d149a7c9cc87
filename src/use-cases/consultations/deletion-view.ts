import { caseStatus } from "#domain/cases/case-course.ts";
import type { Consultation } from "#domain/consultations/consultation.ts";
import { type DeletionState, deletionState } from "#domain/consultations/delete-answers.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Deps } from "../ports/deps.ts";
import type { SeenConsultation } from "./consultation-now.ts";

/** What a page says of the deletion of the answers. */
export interface DeletionView {
  /** Where it stands, for those who follow the answers. */
  readonly deletion?: Exclude<DeletionState, "due">;
  readonly answersDeletedAt?: Instant;
}

/** A day that has come is still "near" for the moment until it is carried out. 0 Graph requests. */
export function deletionView(
  deps: Pick<Deps, "records" | "clock">,
  { consultation, sees }: Pick<SeenConsultation, "consultation" | "sees">,
): DeletionView {
  const state = deletionState(consultation, isCaseOpen(deps, consultation), deps.clock.now());
  const { answersDeleted } = consultation;
  return {
    ...(state === undefined || !sees.has("comments") ? {} : { deletion: state === "due" ? "near" : state }),
    ...(answersDeleted === undefined ? {} : { answersDeletedAt: answersDeleted.at }),
  };
}

/**
 * Whether the case a consultation belongs to here is neither decided nor closed; false for one of no case. Few close a case
 * that is decided: waiting for that would keep answers for good. 0 Graph requests.
 */
export function isCaseOpen({ records }: Pick<Deps, "records">, { caseKey }: Pick<Consultation, "caseKey">): boolean {
  const theCase = caseKey && records.cases.byKey(caseKey)?.value;
  const status = theCase && caseStatus(theCase);
  return status !== undefined && status !== "decided" && status !== "closed";
}
