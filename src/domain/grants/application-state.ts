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
