import type { ConsultationRecords } from "#domain/projections/consultation-rows.ts";
import type { Deps } from "../ports/deps.ts";

/** The records of consultations as projections, notices and tasks read them, from the replica. */
export function consultationRecordsNow({ records }: Pick<Deps, "records">): ConsultationRecords {
  return {
    consultations: records.consultations.all().map(({ value }) => value),
    consultationParties: records.consultationParties.all().map(({ value }) => value),
  };
}
