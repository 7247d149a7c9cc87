import { applyChoices } from "#domain/notices/apply-choices.ts";
import { consultationMarks, consultationNotices } from "#domain/notices/consultation-notices.ts";
import { editNotices } from "#domain/notices/edit-notices.ts";
import { needNotices } from "#domain/notices/need-notices.ts";
import { nextDue } from "#domain/notices/next-due.ts";
import type { Notice } from "#domain/notices/notice.ts";
import { planNotices } from "#domain/notices/plan-notices.ts";
import { projectNotices } from "#domain/notices/project-notices.ts";
import { recordedEdit } from "#domain/projections/outside-edit.ts";
import { type Instant, plusMillis } from "#domain/shared/dates.ts";
import { defaultWorkingDayCalendar } from "#domain/shared/working-days.ts";
import { consultationRecordsNow } from "../consultations/consultation-records-now.ts";
import { grantRecordsNow } from "../grants/grant-records-now.ts";
import { needRecordsNow } from "../needs/need-sources.ts";
import type { Deps } from "../ports/deps.ts";
import { claimLifeMs } from "./claim-notices.ts";
import { deliveriesByNotice } from "./sender-shards.ts";

/**
 * What should be told to whom and when, projected from records and time (law 8), as each recipient has chosen to be
 * told. 0 Graph requests.
 */
export function noticePlan({ records, clock }: Pick<Deps, "records" | "clock">): readonly Notice[] {
  return asChosen({ records, clock }, houseNoticePlan({ records, clock }));
}

/** These notices as their recipients have chosen; without those that are told in the tab only. */
export function asChosen(
  { records, clock }: Pick<Deps, "records" | "clock">,
  notices: readonly Notice[],
): readonly Notice[] {
  const now = clock.now();
  return notices.flatMap((notice) => {
    const choices = records.persons.byKey(notice.recipientKey)?.value.noticeChoices;
    return applyChoices(notice, choices, defaultWorkingDayCalendar, now) ?? [];
  });
}

/** The same as the house has it, whatever anybody has chosen. */
export function houseNoticePlan({ records, clock }: Pick<Deps, "records" | "clock">): readonly Notice[] {
  const edits = records.audit.all().flatMap(({ value }) => recordedEdit(value) ?? []);
  const now = grantRecordsNow({ records });
  const items = records.actionItems.all().map(({ value }) => value);
  const consultations = { ...consultationRecordsNow({ records }), organisation: now.organisation };
  return [
    ...projectNotices(now, clock.now()),
    ...consultationNotices(consultations, clock.now()),
    ...editNotices(edits, now.organisation),
    ...needNotices(needRecordsNow({ records }), now.organisation, clock.now()),
    ...planNotices(items, now.organisation, clock.now()),
  ];
}

/** The next instant at which a notice or anything else is due by itself; undefined when nothing is. */
export function nextDueInstant({ records, clock }: Pick<Deps, "records" | "clock">): Instant | undefined {
  const now = clock.now();
  const known = deliveriesByNotice(records);
  const pools = records.pools.all().map(({ value }) => value);
  const waiting = noticePlan({ records, clock }).filter(({ key }) => !known.has(key));
  const claims = [...known.values()]
    .filter(({ delivery }) => delivery.state === "sending")
    .map(({ delivery }) => plusMillis(delivery.at, claimLifeMs))
    .map((instant) => ({ dueAt: instant, expiresAt: instant }));
  const marks = consultationMarks(consultationRecordsNow({ records }));
  return nextDue([...waiting, ...claims], pools, now, marks);
}
