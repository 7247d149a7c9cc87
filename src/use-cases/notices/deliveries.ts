import { digestCount } from "#domain/notices/digest.ts";
import type { Notice, NoticeKind } from "#domain/notices/notice.ts";
import { groupOf } from "#domain/notices/notice-choices.ts";
import { type Actor, hasRole } from "#domain/organisation/actor.ts";
import { closingInstant, daysBetween, type Instant, plainDateOf } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import { type About, deliverySight } from "./delivery-sight.ts";
import { type FateAt, fateOf, seenAtOf } from "./notice-fate.ts";
import { asChosen, houseNoticePlan } from "./notice-plan.ts";
import { deliveriesByNotice, type HeldDelivery } from "./sender-shards.ts";

/** One message: to whom, about what, and how it fared. */
export interface DeliveryView extends About {
  readonly key: Key;
  readonly kind: NoticeKind;
  readonly to: string;
  readonly state: FateAt["state"] | "tab-only";
  readonly at: Instant;
  /** When its recipient first had the card or its page before the eyes. */
  readonly seenAt?: Instant;
  /** When its recipient did what was asked. */
  readonly answeredAt?: Instant;
}

/** A task somebody was asked to do and has not done. */
export interface OpenTaskView extends About {
  readonly key: Key;
  readonly kind: NoticeKind;
  readonly to: string;
  /** Who waits for it; left out where that is the secretariat. */
  readonly from?: string;
  readonly since: Instant;
  /** When whoever is to do it first saw that. */
  readonly seenAt?: Instant;
  readonly days: number;
  readonly deadline: Instant;
}

export interface DeliveriesView {
  readonly now: Instant;
  readonly deliveries: readonly DeliveryView[];
  readonly tasks: readonly OpenTaskView[];
}

export type DeliveriesRefusal = { readonly kind: "not-allowed" };

/**
 * Everything that was told or is going to be, and who waits for whom, as far as the reader may know (B10); newest first,
 * and the task whose deadline comes first. For the secretariat and administrators. 0 Graph requests.
 */
export function noticeDeliveries(deps: Deps, actor: Actor): Result<DeliveriesView, DeliveriesRefusal> {
  if (!hasRole(actor, "secretariat") && !hasRole(actor, "administrator")) return refuse({ kind: "not-allowed" });
  const now = deps.clock.now();
  const sight = deliverySight(deps, actor);
  const house = houseNoticePlan(deps);
  const planned = new Map(house.map((notice) => [notice.key, notice]));
  const known = deliveriesByNotice(deps.records);
  const told = [...known.values()].flatMap((held) => toldView(deps, held, { known, planned, sight }));
  const chosen = new Map(asChosen(deps, house).map((notice) => [notice.key, notice]));
  const reached = new Set(
    deps.records.conversations.all().flatMap(({ value }) => (value.blockedAt === undefined ? [value.personKey] : [])),
  );
  const waiting = house
    .filter((notice) => !known.has(notice.key) && notice.expiresAt > now)
    .flatMap((notice): readonly DeliveryView[] => {
      const about = sight(notice.kind, notice.subjectKey, notice.recipientKey);
      if (about === undefined) return [];
      const own = chosen.get(notice.key);
      const later =
        own !== undefined && (own.dueAt > now || own.isInFeed === true || reached.has(notice.recipientKey))
          ? "planned"
          : "no-chat";
      const state = own === undefined ? "tab-only" : later;
      const { key, kind, recipientKey } = notice;
      return [{ ...about, key, kind, to: nameOf(deps, recipientKey), state, at: (own ?? notice).dueAt }];
    });
  const deliveries = [...told, ...waiting].toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return ok({ now, deliveries, tasks: openTasks(deps, house, { known, sight }) });
}

interface Known {
  readonly known: ReadonlyMap<Key, HeldDelivery>;
  readonly planned: ReadonlyMap<Key, Notice>;
  readonly sight: ReturnType<typeof deliverySight>;
}

/** A digest is shown by what stands on it. */
function toldView(deps: Deps, { record, delivery }: HeldDelivery, { known, planned, sight }: Known): DeliveryView[] {
  if (digestCount(delivery.part) !== undefined) return [];
  const about = sight(record.kind, record.subjectKey, delivery.recipientKey);
  if (about === undefined) return [];
  const { noticeKey: key, recipientKey } = delivery;
  const answeredAt = planned.get(key)?.answeredAt;
  const told = { ...about, key, kind: record.kind, to: nameOf(deps, recipientKey) };
  const view = { ...told, ...fateOf(known, delivery), ...seenOf(known, key) };
  return [answeredAt === undefined ? view : { ...view, answeredAt }];
}

/** What was asked and is neither done nor too late, whether or not it could be told. */
function openTasks(
  deps: Deps,
  house: readonly Notice[],
  { known, sight }: Omit<Known, "planned">,
): readonly OpenTaskView[] {
  const now = deps.clock.now();
  const today = plainDateOf(now);
  return house
    .filter((notice) => asks(notice.kind) && notice.dueAt <= now && notice.answeredAt === undefined)
    .filter((notice) => notice.expiresAt > now)
    .flatMap((notice): readonly OpenTaskView[] => {
      const about = sight(notice.kind, notice.subjectKey, notice.recipientKey);
      if (about === undefined) return [];
      const { key, kind, recipientKey, dueAt: since } = notice;
      const from = about.subject === undefined ? undefined : fromOf(deps, notice);
      const task = { ...about, key, kind, to: nameOf(deps, recipientKey), since, ...seenOf(known, key) };
      const days = daysBetween(plainDateOf(since), today);
      return [{ ...task, days, deadline: deadlineOf(deps, notice), ...(from === undefined ? {} : { from }) }];
    })
    .toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1));
}

function seenOf(known: Known["known"], key: Key): Pick<DeliveryView, "seenAt"> {
  const seenAt = seenAtOf(known, key);
  return seenAt === undefined ? {} : { seenAt };
}

function asks(kind: NoticeKind): boolean {
  const group = groupOf(kind);
  return group === "own-decisions" || group === "requests" || kind === "application-returned";
}

/** Whoever handed the application in waits for its head; the head who asked waits for the applicant. */
function fromOf(deps: Deps, { kind, subjectKey }: Notice): string | undefined {
  const application = deps.records.applications.byKey(subjectKey)?.value;
  if (kind === "approval-request") return application && nameOf(deps, application.applicantKey);
  return kind === "application-returned" && application?.returned ? nameOf(deps, application.returned.by) : undefined;
}

/** Reviews and decisions have their day in the round; everything else is possible until the notice runs out. */
function deadlineOf({ records }: Deps, { kind, subjectKey, expiresAt }: Notice): Instant {
  const rounds = records.pools.all().flatMap(({ value }) => value.rounds);
  const round = rounds.find(({ key }) => key === subjectKey);
  if (round === undefined) return expiresAt;
  if (kind === "review-request") return closingInstant(round.reviewBy);
  return kind === "decision-request" ? closingInstant(round.decisionOn) : expiresAt;
}

function nameOf({ records }: Pick<Deps, "records">, key: Key): string {
  return records.persons.byKey(key)?.value.name ?? "";
}
