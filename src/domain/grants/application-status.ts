import { type Instant, plainDateOf } from "#domain/shared/dates.ts";
import type { ApplicationStatus, GrantApplication } from "./application.ts";
import { isSubmitted } from "./application-state.ts";
import type { Award, GrantPool, Outcome } from "./grant-pool.ts";
import { awardOf, findRound, recommendationOf } from "./pool-parts.ts";

/** Every status but the draft's, which is another record. */
export type HandedInStatus = Exclude<ApplicationStatus, "draft">;

const statusOfOutcome: Readonly<Record<Outcome, HandedInStatus>> = {
  award: "awarded",
  "partial-award": "partially-awarded",
  rejection: "rejected",
};

/**
 * Where an application stands (B8), computed from the record, its pool and time. What the pool has committed counts
 * more than the application's own record, since the pool guards the money (law 5).
 */
export function applicationStatus(application: GrantApplication, pool: GrantPool, now: Instant): HandedInStatus {
  const award = awardOf(pool, application.key);
  if (award) return awardStatus(award, application, now);
  const recommendation = recommendationOf(pool, application.roundKey);
  if (recommendation?.lines.some((line) => line.applicationKey === application.key)) return "recommended";
  if (application.withdrawnAt !== undefined) return "withdrawn";
  if (application.returned !== undefined) return "returned";
  if (!isSubmitted(application)) return "awaiting-manager";
  const round = findRound(pool, application.roundKey);
  return round && round.closesAt <= now ? "under-review" : "submitted";
}

function awardStatus(award: Award, application: GrantApplication, now: Instant): HandedInStatus {
  if (award.step === "decided") return statusOfOutcome[award.outcome];
  const isOver = application.endDate !== undefined && application.endDate < plainDateOf(now);
  return award.step === "running" && isOver ? "report-due" : award.step;
}
