import { closingInstant, type Instant, plainDateOf, plusMillis } from "#domain/shared/dates.ts";
import { addWorkingDays, defaultWorkingDayCalendar, type WorkingDayCalendar } from "#domain/shared/working-days.ts";
import type { GrantApplication } from "./application.ts";
import { latestReturned } from "./attempts.ts";
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

/**
 * Until when a form may be sent: the round's own deadline, without grace; what came back with questions until the
 * approval deadline. Page, card, task and the act itself tell this one instant.
 *
 * @param attempts the applications handed in from the form before
 */
export function sendDeadline(round: Pick<FundingRound, "closesAt">, attempts: readonly GrantApplication[]): Instant {
  return latestReturned(attempts) === undefined ? round.closesAt : approvalDeadline(round);
}
