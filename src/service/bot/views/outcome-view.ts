import type { ApprovedApplication } from "#cards/approved-card.ts";
import type { Outcome } from "#cards/outcome-card.ts";
import type { ReturnedApplication } from "#cards/returned-card.ts";
import { answerDeadline } from "#domain/grants/answer-award.ts";
import { approvalDeadline } from "#domain/grants/approval-deadline.ts";
import { contactPerson } from "#domain/grants/contact-person.ts";
import { awardOf, recommendationOf } from "#domain/grants/pool-parts.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { applicationParts } from "#use-cases/grants/application-parts.ts";
import type { Records } from "#use-cases/ports/records.ts";
import { nameOf } from "./names.ts";

/** A decision as the applicant's card shows it; undefined while there is none. */
export function outcomeOf(records: Records, applicationKey: Key, now: Instant): Outcome | undefined {
  const parts = applicationParts({ records }, applicationKey);
  if (!parts.ok) return undefined;
  const application = parts.value.application.value;
  const pool = parts.value.pool.value;
  const award = awardOf(pool, applicationKey);
  if (award === undefined) return undefined;
  const line = pool.log.tail.find((each) => each.at === award.stepAt && each.detail["number"] === award.number);
  const answerBy = answerDeadline(award);
  return {
    application,
    award,
    answerBy,
    late: now >= answerBy,
    contactName: contactPerson({ persons: records.persons.all().map(({ value }) => value) })?.name ?? "",
    answeredByName: award.step === "decided" || line === undefined ? "" : nameOf(records, line.by),
    revision: pool.log.count,
  };
}

/** An application that was approved, as the applicant's card shows it; undefined when it is gone. */
export function approvedApplicationOf(records: Records, applicationKey: Key): ApprovedApplication | undefined {
  const parts = applicationParts({ records }, applicationKey);
  if (!parts.ok || parts.value.application.value.approval === undefined) return undefined;
  const application = parts.value.application.value;
  return { application, round: parts.value.round, byName: nameOf(records, application.approval?.by) };
}

/** An application that came back with questions, as the applicant's card shows it; undefined when it is gone. */
export function returnedApplicationOf(
  records: Records,
  applicationKey: Key,
  now: Instant,
): ReturnedApplication | undefined {
  const parts = applicationParts({ records }, applicationKey);
  if (!parts.ok || parts.value.application.value.returned === undefined) return undefined;
  const application = parts.value.application.value;
  const until = approvalDeadline(parts.value.round);
  const isOver = now >= until || recommendationOf(parts.value.pool.value, parts.value.round.key) !== undefined;
  const cameAgain = records.applications
    .all()
    .some(({ value }) => value.draftKey === application.draftKey && value.attempt > application.attempt);
  return {
    application,
    byName: nameOf(records, application.returned?.by),
    until,
    state: stateOf(application.withdrawnAt !== undefined, cameAgain, isOver),
  };
}

function stateOf(isWithdrawn: boolean, cameAgain: boolean, isOver: boolean): ReturnedApplication["state"] {
  if (cameAgain) return "sent-again";
  if (isWithdrawn) return "withdrawn";
  return isOver ? "too-late" : "open";
}
