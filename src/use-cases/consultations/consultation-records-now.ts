import type { ConsultationRecords } from "#domain/projections/consultation-rows.ts";
import type { Deps } from "../ports/deps.ts";

/**
 * The records of consultations as projections, notices and tasks read them, from the replica. Where the answers are deleted
 * the parties are what is kept of them, so that no count changes with the deletion.
 */
export function consultationRecordsNow({ records }: Pick<Deps, "records">): ConsultationRecords {
  const consultations = records.consultations.all().map(({ value }) => value);
  const stored = records.consultationParties.all().map(({ value }) => value);
  const kept = new Map(
    consultations.flatMap(({ key, answersDeleted }) => (answersDeleted ? [[key, answersDeleted] as const] : [])),
  );
  if (kept.size === 0) return { consultations, consultationParties: stored };
  return {
    consultations,
    consultationParties: [
      ...stored.filter(({ consultationKey }) => !kept.has(consultationKey)),
      ...[...kept.values()].flatMap(({ parties }) => parties),
    ],
  };
}
