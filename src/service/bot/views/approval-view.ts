import type { ApprovalRequest, ApprovalState } from "#cards/approval-request-card.ts";
import type { GrantApplication } from "#domain/grants/application.ts";
import { approvalDeadline } from "#domain/grants/approval-deadline.ts";
import { latestReturned } from "#domain/grants/attempts.ts";
import { recommendationOf } from "#domain/grants/pool-parts.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { type ApplicationParts, applicationParts } from "#use-cases/grants/application-parts.ts";
import type { Records } from "#use-cases/ports/records.ts";
import { centreNameOf, nameOf } from "./names.ts";

/** The head's card of an application as it stands now; undefined when it is gone. */
export function approvalRequestOf(
  records: Records,
  applicationKey: Key,
  now: Instant,
  attempt?: ApprovalRequest["attempt"],
): ApprovalRequest | undefined {
  const parts = applicationParts({ records }, applicationKey);
  if (!parts.ok) return undefined;
  const application = parts.value.application.value;
  return {
    application,
    centreName: centreNameOf(records, application.centreKey),
    applicantName: nameOf(records, application.applicantKey),
    deadline: approvalDeadline(parts.value.round),
    state: stateOf(records, parts.value, now),
    question: questionTo(records, application),
    attempt,
  };
}

/** What the head asked on the attempt before this one. */
function questionTo(records: Records, { draftKey, attempt }: GrantApplication): string | undefined {
  const attempts = records.applications.all().flatMap(({ value }) => (value.draftKey === draftKey ? [value] : []));
  return latestReturned(attempts.filter((each) => each.attempt < attempt))?.returned?.questions;
}

function stateOf(
  records: Records,
  { application: { value }, pool, round }: ApplicationParts,
  now: Instant,
): ApprovalState {
  if (value.withdrawnAt !== undefined) return { kind: "withdrawn", at: value.withdrawnAt };
  if (value.returned) {
    return { kind: "returned", byName: nameOf(records, value.returned.by), at: value.returned.at };
  }
  if (value.approval) {
    const { how, by, at } = value.approval;
    return { kind: "approved", how, byName: nameOf(records, by), at };
  }
  if (recommendationOf(pool.value, round.key)) return { kind: "recommended" };
  return now < approvalDeadline(round) ? { kind: "waiting" } : { kind: "expired" };
}
