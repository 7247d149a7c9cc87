import type { GrantApplication } from "./application.ts";

/** Whether the application takes part in its round: approved by its head, neither returned nor withdrawn. */
export function isSubmitted(application: GrantApplication): boolean {
  return application.approval !== undefined && !isOut(application);
}

/** Whether the application waits for the head of its centre. */
export function awaitsHead(application: GrantApplication): boolean {
  return application.approval === undefined && !isOut(application);
}

/** Whether the application has left its round: returned with questions, or withdrawn. */
export function isOut(application: GrantApplication): boolean {
  return application.returned !== undefined || application.withdrawnAt !== undefined;
}

/** Whether the application waits for its head, or came back with questions and has not come again. */
export function isOutstanding(application: GrantApplication, applications: readonly GrantApplication[]): boolean {
  if (awaitsHead(application)) return true;
  if (application.returned === undefined || application.withdrawnAt !== undefined) return false;
  return !applications.some((each) => each.draftKey === application.draftKey && each.attempt > application.attempt);
}
