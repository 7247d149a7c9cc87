import type { GrantApplication } from "#domain/grants/application.ts";
import { awardOf } from "#domain/grants/pool-parts.ts";
import { isSecretariat } from "#domain/grants/who.ts";
import type { Notice, NoticeKind } from "#domain/notices/notice.ts";
import { projectNotices } from "#domain/notices/project-notices.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { grantRecordsNow } from "../grants/grant-records-now.ts";
import { visibleApplication } from "../grants/visible-application.ts";
import type { Deps } from "../ports/deps.ts";
import { fateOf, type NoticeFate } from "./notice-fate.ts";
import { asChosen } from "./notice-plan.ts";
import { deliveriesByNotice } from "./sender-shards.ts";

const aboutApplications = ["approval-request", "application-returned", "application-approved", "outcome"] as const;
type AboutApplication = (typeof aboutApplications)[number];

/** One message in Teams about an application: to whom, and how it fared. */
export interface ApplicationNoticeView {
  readonly kind: AboutApplication;
  readonly to: string;
  readonly state: NoticeFate;
  /** When it leaves, or when its fate was written down. */
  readonly at: Instant;
  /** What had happened before an expired one could leave, or since when it can be read; missing where it was too late. */
  readonly settled?: Settled;
}

interface Settled {
  readonly how: "approved" | "returned" | "withdrawn" | "sent-again" | "readable";
  readonly at: Instant;
}

/** What the applicant is told of: that her head is asked, and that the decision comes to herself. */
const toldToApplicant: readonly AboutApplication[] = ["approval-request", "outcome"];

/**
 * The messages about one application as the reader may know them: the secretariat all of them, so that it can write or
 * telephone where Teams did not reach anybody (T46); the applicant when her head is asked and how the decision was
 * told to herself. They name people, so a secretary who reviews the round blind is told of none (B10). 0 Graph requests.
 */
export function applicationNotices(
  deps: Deps,
  actor: Actor,
  application: GrantApplication,
): readonly ApplicationNoticeView[] {
  const now = deps.clock.now();
  const handles = handlesIt(deps, actor, application);
  const seen = aboutApplications.filter((kind) => {
    return handles || (toldToApplicant.includes(kind) && application.applicantKey === actor.personKey);
  });
  if (seen.length === 0) return [];
  const seenKind = (kind: NoticeKind): AboutApplication | undefined => seen.find((each) => each === kind);
  const known = deliveriesByNotice(deps.records);
  const told = [...known.values()].flatMap(({ record, delivery }): readonly ApplicationNoticeView[] => {
    const kind = record.subjectKey === application.key ? seenKind(record.kind) : undefined;
    if (kind === undefined) return [];
    const fate = fateOf(known, delivery);
    const settled = fate.state === "expired" ? settledBy(deps, kind, application) : undefined;
    const to = nameOf(deps, delivery.recipientKey);
    return [{ kind, to, ...fate, ...(settled === undefined ? {} : { settled }) }];
  });
  const waiting = planOf(deps, application).flatMap((notice): readonly ApplicationNoticeView[] => {
    const kind = seenKind(notice.kind);
    if (kind === undefined || known.has(notice.key) || notice.expiresAt <= now) return [];
    const state = notice.dueAt > now || hasChat(deps, notice.recipientKey) ? "planned" : "no-chat";
    return [{ kind, to: nameOf(deps, notice.recipientKey), state, at: notice.dueAt }];
  });
  const since = ({ at, settled }: ApplicationNoticeView): Instant => settled?.at ?? at;
  return [...told, ...waiting].toSorted((a, b) => (since(a) < since(b) ? -1 : 1));
}

/** What made a message needless before it could leave; an outcome stands on the page the list stands on. */
function settledBy(
  { records }: Pick<Deps, "records">,
  kind: AboutApplication,
  { approval, attempt, draftKey, key, poolKey, returned, withdrawnAt }: GrantApplication,
): Settled | undefined {
  const next = records.applications
    .all()
    .find(({ value }) => value.draftKey === draftKey && value.attempt === attempt + 1)?.value;
  const pool = records.pools.byKey(poolKey)?.value;
  const award = pool && awardOf(pool, key);
  const acts: readonly (Settled & { readonly ends: readonly AboutApplication[] })[] = [
    ...(approval ? [{ how: "approved", at: approval.at, ends: ["approval-request"] } as const] : []),
    ...(returned
      ? [{ how: "returned", at: returned.at, ends: ["approval-request", "application-approved"] } as const]
      : []),
    ...(withdrawnAt
      ? [{ how: "withdrawn", at: withdrawnAt, ends: ["approval-request", "application-approved"] } as const]
      : []),
    ...(award ? [{ how: "readable", at: award.decidedAt, ends: ["outcome"] } as const] : []),
    ...(next ? [{ how: "sent-again", at: next.pressedAt, ends: ["application-returned"] } as const] : []),
  ];
  const [first] = acts.filter(({ ends }) => ends.includes(kind)).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return first && { how: first.how, at: first.at };
}

/** In the secretariat, and reading this application as such: who reviews in the round does not while it is blind. */
function handlesIt(deps: Deps, actor: Actor, { key }: GrantApplication): boolean {
  if (!isSecretariat(actor)) return false;
  const found = visibleApplication(deps, actor, key);
  return found.ok && found.value.seen.sees.has("notes");
}

/** The application's own notices; they depend on nothing but its attempts and its pool. */
function planOf({ records, clock }: Pick<Deps, "records" | "clock">, application: GrantApplication): readonly Notice[] {
  const all = grantRecordsNow({ records });
  const own = {
    ...all,
    pools: all.pools.filter(({ key }) => key === application.poolKey),
    applications: all.applications.filter(({ draftKey }) => draftKey === application.draftKey),
  };
  const planned = projectNotices(own, clock.now()).filter(({ subjectKey }) => subjectKey === application.key);
  return asChosen({ records, clock }, planned);
}

function hasChat({ records }: Pick<Deps, "records">, personKey: Key): boolean {
  return records.conversations
    .all()
    .some(({ value }) => value.personKey === personKey && value.blockedAt === undefined);
}

function nameOf({ records }: Pick<Deps, "records">, personKey: Key): string {
  return records.persons.byKey(personKey)?.value.name ?? "";
}
