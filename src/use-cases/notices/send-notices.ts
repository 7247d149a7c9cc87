import { digestible } from "#domain/notices/digest.ts";
import type { Notice } from "#domain/notices/notice.ts";
import type { Conversation, Delivery } from "#domain/notices/sender-record.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Language } from "#domain/shared/language.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { claimNotices, giveUpOldClaims, groupBySubject } from "./claim-notices.ts";
import { claimedOutcomes, type StillWanted } from "./claimed-outcomes.ts";
import { settleOwnClaims } from "./own-claims.ts";
import { inFeed, postGroup, type Ready } from "./post-cards.ts";
import { postDigest } from "./post-digest.ts";
import type { SenderDeps } from "./sender-deps.ts";
import { deliveriesByNotice } from "./sender-shards.ts";

/** What one run did, in counts for the log. */
export interface SendReport {
  readonly sent: number;
  readonly expired: number;
  readonly uncertain: number;
  /** Nobody is there any more, or the channel will not have the card: never tried again. */
  readonly undeliverable: number;
  /** Refused by the channel for now, or claimed in a record that cannot be read. */
  readonly failed: number;
  /** Notices that are ready but were too many for this run: the next may follow at once. */
  readonly left: number;
  /** Notices that wait for the pace; `pauses.nextEndMs` knows when to come again. */
  readonly held: number;
}

/** Groups that may fail in one run: what ails one record need not ail the next, but a sick SharePoint is left alone. */
const MOST_FAILURES = 3;

/** Most cards posted in one run, so that a bulk import is no flood (T48). */
const MOST_PER_RUN = 100;

/**
 * Sends what is due: claims in the sender record (`sending`), posts, stores the activity ids. So a card is sent 0 or
 * 1 times; what is found in `sending` later becomes `uncertain` and is never resent by itself; what has expired is
 * recorded, not sent (law 8). People without a conversation keep their task in the tab until the notice expires.
 *
 * @param planNow projects the notices from records and time; asked again when an outcome has been claimed
 */
export async function sendNotices(
  deps: SenderDeps,
  planNow: () => readonly Notice[],
): Promise<Result<SendReport, StoreFailure>> {
  const now = deps.clock.now();
  const settled = await settleOwnClaims(deps);
  const lost = await giveUpOldClaims(deps, now);
  if (!lost.ok) return lost;
  const stillWanted = claimedOutcomes(deps, planNow);
  const plan = planNow();
  const known = deliveriesByNotice(deps.records);
  const waiting = plan.filter((notice) => notice.dueAt <= now && !known.has(notice.key) && !isPosted(deps, notice));
  const expired = new Set(waiting.filter((notice) => notice.expiresAt <= now || remindsOfNews(deps, notice, plan)));
  const sendable = waiting
    .filter((notice) => !expired.has(notice))
    .flatMap((notice) => prepare(deps, notice, now) ?? []);
  // What nobody can be told now is no reason to come again: an installation or another change brings the next run.
  deps.pauses.keepOnly(new Set(sendable.map(({ notice }) => notice.key)));
  const ready = sendable.filter(({ notice }) => !deps.pauses.isPaused(notice.key));
  const { states, failed, left, held, failures } = await postReady(deps, ready, stillWanted);
  // Nobody waits for these: they come after what is to be read.
  for (const group of groupBySubject([...expired])) {
    const noted = await claimNotices(deps, group, "expired", "");
    if (!noted.ok) failures.push(noted.refusal);
    if (!noted.ok && isPassing(noted.refusal)) break;
  }
  if (!settled.ok) failures.push(settled.refusal);
  const passing = failures.find(isPassing);
  if (passing !== undefined) return refuse(passing);
  const count = (state: Delivery["state"]): number => states.filter((each) => each === state).length;
  return ok({
    sent: count("sent"),
    expired: expired.size,
    uncertain: lost.value + count("uncertain"),
    undeliverable: count("undeliverable"),
    failed: failed + failures.length,
    left,
    held,
  });
}

/** Whether another try may help; a record nobody can read waits for a person (law 11). */
function isPassing({ kind }: StoreFailure): boolean {
  return kind === "throttled" || kind === "unavailable" || kind === "conflict";
}

interface ReadyOutcome extends Pick<SendReport, "failed" | "left" | "held"> {
  readonly states: readonly Delivery["state"][];
  /** Of sender records that could not be read or written; the next run comes back to them. */
  readonly failures: StoreFailure[];
}

/**
 * Posts as much as the pace allows: first one card for each who would get too many, then one by one. Nobody's letter
 * waits because another's could not be claimed.
 */
async function postReady(deps: SenderDeps, ready: readonly Ready[], stillWanted: StillWanted): Promise<ReadyOutcome> {
  const { single, many } = digestible(ready);
  const all: readonly (readonly Ready[])[] = [...many, ...bySubject(single)];
  const digests = new Set(many);
  const states: Delivery["state"][] = [];
  const failures: StoreFailure[] = [];
  let [failed, held, cards, left] = [0, 0, 0, 0];
  for (const group of all) {
    const free = group.filter(({ conversation }) => deps.pauses.pace.isFree(conversation.conversationId, "notice"));
    held += group.length - free.length;
    if (free.length === 0) continue;
    if (cards >= MOST_PER_RUN) {
      left += free.length;
      continue;
    }
    const posted = digests.has(group)
      ? await postDigest(
          deps,
          free.map(({ notice }) => notice),
          (digest) => prepare(deps, digest, deps.clock.now()),
        )
      : await postGroup(deps, free, stillWanted);
    if (!posted.ok) {
      failures.push(posted.refusal);
      if (failures.filter(isPassing).length === MOST_FAILURES) break;
      continue;
    }
    states.push(...posted.value.final.map(({ state }) => state));
    failed += posted.value.failed.length;
    cards += posted.value.final.length;
  }
  return { states, failed, left, held, failures };
}

/** Whether the channel has been asked already and only the record of it is missing. */
function isPosted({ pauses }: SenderDeps, { key }: Notice): boolean {
  const claim = pauses.claims.get(key);
  return claim !== undefined && claim.fate !== "unposted";
}

function bySubject(ready: readonly Ready[]): readonly (readonly Ready[])[] {
  return [...groupBy(ready, ({ notice }) => `${notice.kind} ${notice.subjectKey}`).values()];
}

/**
 * A reminder of a request that still waits, or reached its recipient only when the reminder was due: noise, recorded
 * and not sent. Where nobody knows whether the request arrived, it could not be delivered, or its recipient wants
 * requests in the tab only, the reminder goes.
 */
function remindsOfNews({ records }: Deps, notice: Notice, plan: readonly Notice[]): boolean {
  if (notice.kind !== "review-reminder") return false;
  const requests = records.senders
    .all()
    .filter(({ value }) => value.kind === "review-request" && value.subjectKey === notice.subjectKey)
    .flatMap(({ value }) => value.deliveries)
    .filter(({ recipientKey }) => recipientKey === notice.recipientKey);
  if (requests.length === 0) {
    const { recipientKey, subjectKey } = notice;
    return plan.some(
      (each) => each.kind === "review-request" && each.subjectKey === subjectKey && each.recipientKey === recipientKey,
    );
  }
  return requests.every(({ state, at }) => (state === "sent" || state === "sending") && at >= notice.dueAt);
}

function prepare(deps: SenderDeps, notice: Notice, now: Instant): Ready | undefined {
  const conversation = inFeed(deps, notice) ? feedOf(deps, notice) : conversationOf(deps, notice.recipientKey);
  if (conversation === undefined) return undefined;
  const card = deps.renderCard(notice, deps.records, languageOf(deps, notice.recipientKey), now);
  return card === undefined ? undefined : { notice, conversation, card };
}

/** A person's feed, in the place of a chat: it has the same pace and is written down the same way. */
function feedOf({ records, clock }: Deps, { recipientKey }: Notice): Conversation | undefined {
  const objectId = records.persons.byKey(recipientKey)?.value.objectId;
  if (objectId === undefined) return undefined;
  const nowhere = { serviceUrl: "", userId: "", botId: "", tenantId: "", locale: "", blockedAt: undefined };
  const conversationId = `feed:${objectId}`;
  return { ...nowhere, key: recipientKey, personKey: recipientKey, objectId, conversationId, installedAt: clock.now() };
}

/** Where the bot reaches the person, unless it is blocked there. */
function conversationOf({ records }: Deps, personKey: Key): Conversation | undefined {
  return records.conversations.all().find(({ value }) => value.personKey === personKey && value.blockedAt === undefined)
    ?.value;
}

function languageOf({ records }: Deps, personKey: Key): Language {
  return records.persons.byKey(personKey)?.value.language ?? "da";
}
