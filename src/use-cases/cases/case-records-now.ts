import type { CaseRecords } from "#domain/projections/case-rows.ts";
import type { Deps } from "../ports/deps.ts";

/** The cases as projections read them, from the replica. */
export function caseRecordsNow({ records }: Pick<Deps, "records">): CaseRecords {
  return { cases: records.cases.all().map(({ value }) => value) };
}
