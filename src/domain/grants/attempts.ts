import type { GrantApplication } from "./application.ts";

/** The attempt that a draft's form stands for now: the newest that was not returned. It makes the draft inert. */
export function liveAttempt(attempts: readonly GrantApplication[]): GrantApplication | undefined {
  return attempts.find((attempt) => attempt.returned === undefined);
}

/** The newest returned attempt: its questions are what the applicant answers. */
export function latestReturned(attempts: readonly GrantApplication[]): GrantApplication | undefined {
  const returned = attempts.filter((attempt) => attempt.returned !== undefined);
  return returned.reduce<GrantApplication | undefined>(
    (latest, each) => (latest && latest.attempt > each.attempt ? latest : each),
    undefined,
  );
}
