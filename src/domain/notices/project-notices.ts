import type { GrantApplication } from "#domain/grants/application.ts";
import { awaitsHead } from "#domain/grants/application-state.ts";
import { approvalDeadline } from "#domain/grants/approval-deadline.ts";
import type { DecisionPacket, Recommendation } from "#domain/grants/grant-pool.ts";
import { type GrantRecords, roundStates } from "#domain/grants/grant-records.ts";
import { recommendationOf } from "#domain/grants/pool-parts.ts";
import { type ReviewProgress, type RoundState, reviewProgress } from "#domain/grants/review-progress.ts";
import { isSecretariat } from "#domain/grants/who.ts";
import { findCentre } from "#domain/organisation/organisation.ts";
import { atTime, closingInstant, type Instant, plainDateOf, plusDays, plusMillis } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import {
  addWorkingDays,
  defaultWorkingDayCalendar,
  nextSendingInstant,
  type WorkingDayCalendar,
} from "#domain/shared/working-days.ts";
import type { Notice } from "./notice.ts";

/** How long a decision rests before the first letter leaves: until then it can be undone. */
const UNDO_MS = 30_000;
/** How soon after a person's own act what comes of it is an answer, which goes at once (law 8). */
const ANSWER_MS = 3_600_000;
/** How long a decision and its outcome are still news, in days. */
const newsDays = 60;
/**
 * How long an approval is news, in days. After that, or when the round's list is put up, there is no notice of it at
 * all, so that nothing is recorded of old approvals that were never told; a record that exists is left as it is.
 */
const approvalNewsDays = 7;

/**
 * Everything that should be told about pools, to whom and from when (C7 N1-N5): the same records and time give the
 * same notices with the same keys. One that is answered before it may be sent is no notice; one that is answered later
 * expires then, so that a card already sent is still known and updated (law 8).
 */
export function projectNotices(
  records: GrantRecords,
  now: Instant,
  calendar: WorkingDayCalendar = defaultWorkingDayCalendar,
): readonly Notice[] {
  const active = new Set(records.organisation.persons.filter((person) => person.active).map((person) => person.key));
  return roundStates(records)
    .flatMap((state) => {
      const progress = reviewProgress(state);
      const deadline = approvalDeadline(state.round, calendar);
      return [
        ...state.applications.flatMap((application) =>
          applicationNotices(application, state, { deadline, now, calendar }),
        ),
        ...reviewNotices(state, progress, now, calendar),
        ...decisionNotices(state, calendar),
        ...sentBackNotices(state, calendar),
      ];
    })
    .filter((notice) => notice.expiresAt > notice.dueAt && active.has(notice.recipientKey));
}

type NoticeParts = Pick<Notice, "kind" | "recipientKey" | "subjectKey" | "expiresAt"> & {
  readonly answeredAt?: Instant | undefined;
  readonly answersOwnAct?: boolean;
  readonly part?: string;
  /** Keeps apart what concerns the same subject and recipient. */
  readonly occasion?: string;
};

/** A notice with its deterministic key (law 8). */
export function notice(parts: NoticeParts, dueAt: Instant): Notice {
  const { kind, recipientKey, subjectKey, expiresAt, part = "", answeredAt, answersOwnAct } = parts;
  return {
    key: noticeKey(parts),
    kind,
    recipientKey,
    subjectKey,
    part,
    dueAt,
    expiresAt,
    ...(answeredAt === undefined ? {} : { answeredAt }),
    ...(answersOwnAct === true ? { answersOwnAct } : {}),
  };
}

function noticeKey({ kind, recipientKey, subjectKey, part = "", occasion = "" }: Omit<NoticeParts, "expiresAt">): Key {
  return keyOf("notice", kind, subjectKey, part, recipientKey, occasion);
}

/** The key of the request to decide a packet; a list that is put up again asks anew, on a card of its own. */
export function decisionRequestKey({ key, roundKey }: Recommendation, { kind, deciderKey }: DecisionPacket): Key {
  const parts = { kind: "decision-request", recipientKey: deciderKey, subjectKey: roundKey, part: kind } as const;
  return noticeKey({ ...parts, occasion: key });
}

interface ApplicationTimes {
  /** Until when a head may answer. */
  readonly deadline: Instant;
  readonly now: Instant;
  readonly calendar: WorkingDayCalendar;
}

/** N1 to the head; to the applicant what the head has said: N4 with questions, or that it goes on to the reviewers. */
function applicationNotices(
  application: GrantApplication,
  state: RoundState,
  { deadline, now, calendar }: ApplicationTimes,
): readonly Notice[] {
  const notices: Notice[] = [];
  const head = findCentre(state.organisation, application.centreKey)?.headKey;
  if (head !== undefined && application.approval?.how !== "applicant-is-head") {
    const answered = awaitsHead(application) ? undefined : answeredAt(application);
    const times = { expiresAt: earliest(deadline, answered), answeredAt: answered };
    const parts = { kind: "approval-request", recipientKey: head, subjectKey: application.key, ...times } as const;
    notices.push(notice(parts, nextSendingInstant(application.pressedAt, calendar)));
  }
  if (application.returned) {
    const again = state.applications.find(
      (each) => each.draftKey === application.draftKey && each.attempt === application.attempt + 1,
    );
    const told = toldAt(application.returned.at, application, calendar);
    const times = { expiresAt: again ? again.pressedAt : deadline, answeredAt: again?.pressedAt, ...told.mark };
    const recipientKey = application.applicantKey;
    const parts = { kind: "application-returned", recipientKey, subjectKey: application.key, ...times } as const;
    notices.push(notice(parts, told.dueAt));
  }
  if (application.approval && application.approval.how !== "applicant-is-head") {
    const { at } = application.approval;
    const gone = inOrder([application.returned?.at, application.withdrawnAt])[0];
    const newsEnd = closingInstant(plusDays(plainDateOf(at), approvalNewsDays));
    const isNews = now < newsEnd && recommendationOf(state.pool, state.round.key) === undefined;
    const recipientKey = application.applicantKey;
    const told = toldAt(at, application, calendar);
    const times = { expiresAt: earliest(newsEnd, gone), ...told.mark };
    const parts = { kind: "application-approved", recipientKey, subjectKey: application.key, ...times } as const;
    if (isNews) notices.push(notice(parts, told.dueAt));
  }
  return notices;
}

/** When the applicant is told of the head's answer: at once within the hour after sending, else in sending hours. */
function toldAt(
  at: Instant,
  { pressedAt }: GrantApplication,
  calendar: WorkingDayCalendar,
): { readonly dueAt: Instant; readonly mark: Pick<NoticeParts, "answersOwnAct"> } {
  if (at <= plusMillis(pressedAt, ANSWER_MS)) return { dueAt: at, mark: { answersOwnAct: true } };
  return { dueAt: nextSendingInstant(at, calendar), mark: {} };
}

/** When the application stopped waiting for its head. */
function answeredAt({ approval, returned, withdrawnAt }: GrantApplication): Instant | undefined {
  return inOrder([approval?.at, returned?.at, withdrawnAt])[0];
}

/** N2 when the round has closed, N3 three working days before the last day; one each per reviewer and round. */
function reviewNotices(
  state: RoundState,
  progress: ReviewProgress,
  now: Instant,
  calendar: WorkingDayCalendar,
): readonly Notice[] {
  const { round } = state;
  if (now < round.closesAt) return [];
  const reviewers = new Set(progress.applications.flatMap((each) => each.reviewerKeys));
  const reminderDay = addWorkingDays(round.reviewBy, -3, calendar);
  const remindAt = nextSendingInstant(atTime(reminderDay, "08:00"), calendar);
  const recommendedAt = recommendationOf(state.pool, round.key)?.recommendedAt;
  return [...reviewers].flatMap((recipientKey) => {
    const own = progress.applications.filter((each) => each.reviewerKeys.includes(recipientKey));
    const doneAt = reviewsDoneAt(own, recipientKey);
    const [readyAt] = inOrder(own.map((each) => each.application.approval?.at));
    const askAt = nextSendingInstant(latest(round.closesAt, readyAt), calendar);
    const end = earliest(earliest(closingInstant(round.decisionOn), recommendedAt), doneAt);
    const reviewEnd = earliest(earliest(closingInstant(round.reviewBy), recommendedAt), doneAt);
    const base = { recipientKey, subjectKey: round.key, answeredAt: doneAt };
    const request = notice({ ...base, kind: "review-request", expiresAt: end }, askAt);
    // Who is asked only now needs no reminder on top.
    const reminder = notice({ ...base, kind: "review-reminder", expiresAt: reviewEnd }, remindAt);
    return remindAt > askAt ? [request, reminder] : [request];
  });
}

/** When the reviewer gave the last of the reviews; undefined while one is missing. */
function reviewsDoneAt(own: ReviewProgress["applications"], reviewerKey: Key): Instant | undefined {
  if (own.some((each) => each.missing.includes(reviewerKey))) return undefined;
  const counted = own.flatMap((each) => each.counted).filter((review) => review.reviewerKey === reviewerKey);
  return inOrder(counted.map((review) => review.givenAt)).at(-1);
}

/** The request to decide, one per packet, and N5 the outcome, one per application however often it is decided. */
function decisionNotices(state: RoundState, calendar: WorkingDayCalendar): readonly Notice[] {
  const recommendation = recommendationOf(state.pool, state.round.key);
  if (!recommendation) return [];
  const requests = recommendation.packets.map((packet) => {
    const parts = {
      kind: "decision-request",
      recipientKey: packet.deciderKey,
      subjectKey: state.round.key,
      part: packet.kind,
      occasion: recommendation.key,
      expiresAt: packet.decidedAt ?? newsUntil(recommendation.recommendedAt),
      answeredAt: packet.decidedAt,
    } as const;
    return notice(parts, nextSendingInstant(recommendation.recommendedAt, calendar));
  });
  const outcomes = state.pool.awards
    .filter((award) => award.roundKey === state.round.key)
    .flatMap((award) => {
      const application = state.applications.find((each) => each.key === award.applicationKey);
      if (!application) return [];
      const expiresAt = newsUntil(award.decidedAt);
      const recipientKey = application.applicantKey;
      const parts = { kind: "outcome", recipientKey, subjectKey: application.key, expiresAt } as const;
      return [notice(parts, lettersLeaveAt(award.decidedAt, calendar))];
    });
  return [...requests, ...outcomes];
}

/**
 * To who put the list up, that it came back; to the whole secretariat where that person has left it. At once within the
 * hour after it was put up, and until a new list is.
 */
function sentBackNotices({ pool, round, organisation }: RoundState, calendar: WorkingDayCalendar): readonly Notice[] {
  return (pool.sentBack ?? [])
    .filter((each) => each.roundKey === round.key)
    .flatMap(({ at, recommendationKey, recommendedAt, recommendedBy }) => {
      const secretariat = organisation.persons.filter((person) => person.active && isSecretariat(person));
      const own = secretariat.filter(({ key }) => key === recommendedBy);
      const next = recommendationOf(pool, round.key)?.recommendedAt;
      const dueAt = at <= plusMillis(recommendedAt, ANSWER_MS) ? at : nextSendingInstant(at, calendar);
      return (own.length > 0 ? own : secretariat).map(({ key: recipientKey }) => {
        const parts = { recipientKey, subjectKey: round.key, part: recommendationKey } as const;
        const expiresAt = earliest(newsUntil(at), next);
        return notice({ ...parts, kind: "recommendation-sent-back", expiresAt }, dueAt);
      });
    });
}

/** When the letters of a decision are due: until then it can be taken back for certain. */
export function lettersLeaveAt(decidedAt: Instant, calendar: WorkingDayCalendar = defaultWorkingDayCalendar): Instant {
  return nextSendingInstant(plusMillis(decidedAt, UNDO_MS), calendar);
}

function newsUntil(instant: Instant): Instant {
  return closingInstant(plusDays(plainDateOf(instant), newsDays));
}

function earliest(a: Instant, b: Instant | undefined): Instant {
  return b !== undefined && b < a ? b : a;
}

function latest(a: Instant, b: Instant | undefined): Instant {
  return b !== undefined && b > a ? b : a;
}

function inOrder(instants: readonly (Instant | undefined)[]): readonly Instant[] {
  return instants.flatMap((instant) => instant ?? []).toSorted();
}
