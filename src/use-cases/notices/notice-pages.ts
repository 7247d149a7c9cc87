import { digestCount } from "#domain/notices/digest.ts";
import type { NoticeKind } from "#domain/notices/notice.ts";
import type { Delivery, SenderRecord } from "#domain/notices/sender-record.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Records } from "../ports/records.ts";

type Pages = Pick<Records, "applications" | "consultationParties">;

/** The page whose answer carries the tasks of whoever opens it. */
const overview = (): readonly string[] => ["overview"];
const application = (key: Key): readonly string[] => [`applications/${key}`];
const reviews = (key: Key): readonly string[] => [`rounds/${key}/reviews`];
const ranking = (key: Key): readonly string[] => [`rounds/${key}/ranking`];
const consultation = (key: Key): readonly string[] => [`consultations/${key}`];
const consultationOfParty = (key: Key, { consultationParties }: Pages): readonly string[] => {
  const consultationKey = consultationParties.byKey(key)?.value.consultationKey;
  return consultationKey === undefined ? [] : consultation(consultationKey);
};

/** By kind, from the key of what a notice is about; a new kind without an entry does not compile. */
const pagesOf: Readonly<Record<NoticeKind, (subjectKey: Key, records: Pages) => readonly string[]>> = {
  "approval-request": application,
  "application-approved": application,
  outcome: application,
  "application-returned": (key, { applications }) => {
    const draftKey = applications.byKey(key)?.value.draftKey;
    return [...application(key), ...(draftKey === undefined ? [] : [`drafts/${draftKey}`])];
  },
  "review-request": reviews,
  "review-reminder": reviews,
  "decision-request": ranking,
  "recommendation-sent-back": ranking,
  "consultation-request": consultationOfParty,
  "consultation-reminder": consultationOfParty,
  "consultation-answer": consultation,
  "consultation-closed": consultation,
  "stale-item": (key) => [`action-items/${key}`],
  "need-news": () => ["needs"],
  "daily-digest": overview,
  "edit-put-back": () => [],
};

/**
 * The pages on which a notice's recipient meets what it is about, as addresses within the API; what lies below one of
 * them is that page too. None where no page shows it.
 */
export function noticePages(
  records: Pages,
  { kind, subjectKey }: Pick<SenderRecord, "kind" | "subjectKey">,
  { part }: Pick<Delivery, "part">,
): readonly string[] {
  return digestCount(part) === undefined ? pagesOf[kind](subjectKey, records) : overview();
}

const shownPage =
  /^(?:overview|needs|(?:applications|drafts|consultations|action-items)\/[0-9a-f]{32}(?:\/letter)?|rounds\/[0-9a-f]{32}\/(?:reviews|ranking)(?:\/[0-9a-f]{32})?)$/u;

/** The page of an address within the API, e.g. "/api/applications/…"; undefined where no notice points to it. */
export function pageAt(path: string): string | undefined {
  const page = path.replace(/^\/api\//u, "");
  return shownPage.test(page) ? page : undefined;
}
