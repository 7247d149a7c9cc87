import { statusReport as reportOf, type StatusReport } from "#domain/action-plans/status-report.ts";
import { plainDateOf } from "#domain/shared/dates.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { organisationNow } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { itemsOf, programmeNow } from "./plan-records-now.ts";

/** Today's status report, which everybody employed may have, as everybody reads the plan (B10). 0 Graph requests. */
export function statusReport(
  deps: Pick<Deps, "records" | "clock">,
  municipality: string,
): Result<StatusReport, StoreFailure> {
  const programme = programmeNow(deps);
  if (programme === undefined) return refuse(notFound);
  return ok(
    reportOf({
      municipality,
      programme,
      items: itemsOf(deps, programme),
      organisation: organisationNow(deps),
      today: plainDateOf(deps.clock.now()),
    }),
  );
}
