import { closingInstant, type Instant, plainDateOf, plusMillis } from "#domain/shared/dates.ts";
import { addWorkingDays, defaultWorkingDayCalendar, type WorkingDayCalendar } from "#domain/shared/working-days.ts";
import type { FundingRound } from "./grant-pool.ts";

/**
 * Until when a head may approve what the applicant sent in time: two working days after the last day of the round
 * (000-12). What was returned with questions may be sent again until then. From this instant on the secretariat
 * chooses for a silent head.
 */
export function approvalDeadline(
  round: Pick<FundingRound, "closesAt">,
  calendar: WorkingDayCalendar = defaultWorkingDayCalendar,
): Instant {
  const lastDay = plainDateOf(plusMillis(round.closesAt, -1));
  return closingInstant(addWorkingDays(lastDay, 2, calendar));
}
