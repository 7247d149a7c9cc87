import type { Notice } from "#domain/notices/notice.ts";
import type { Conversation, Delivery, SenderRecord } from "#domain/notices/sender-record.ts";
import { epochMs, type Instant } from "#domain/shared/dates.ts";
import { type Key, sha256Hex } from "#domain/shared/keys.ts";
import type { Language } from "#domain/shared/language.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { commitOrCreate } from "../commit.ts";
import type { CardRenderer, RenderedCard } from "../ports/card-renderer.ts";
import type { Deps } from "../ports/deps.ts";
import type { Messenger } from "../ports/messenger.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { claimedOutcomes, type StillWanted } from "./claimed-outcomes.ts";
import type { NoticePauses } from "./notice-pauses.ts";
import { deliveriesByNotice, openShard, withDeliveries } from "./sender-shards.ts";

export interface SenderDeps extends Deps {
  readonly messenger: Messenger;
  readonly renderCard: CardRenderer;
  /** What the channel has refused for now; lives as long as the service. */
  readonly pauses: NoticePauses;
  /** Tells this running service from another one, so that each knows its own claims. */
  readonly instance?: string;
}

/** What one run did, in counts for the log. */
export interface SendReport {
  readonly sent: number;
  readonly expired: number;
  readonly uncertain: number;
  readonly failed: number;
  /** Cards that are ready but were one too many for this run. */
  readonly left: number;
}

/** A claim older than this was left by a service that is gone: nobody knows whether the card arrived. */
export const claimLifeMs = 2 * 60_000;
/** Most cards posted in one run, so that a bulk import is no flood (T48). */
const MOST_PER_RUN = 100;

interface Ready {
  readonly notice: Notice;
  readonly conversation: Conversation;
  readonly card: RenderedCard;
}

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
  const uncertain = await giveUpOldClaims(deps, now);
  if (!uncertain.ok) return uncertain;
  const stillWanted = claimedOutcomes(deps, planNow);
  const plan = planNow();
  const known = deliveriesByNotice(deps.records);
  const waiting = plan.filter((notice) => notice.dueAt <= now && !known.has(notice.key));
  deps.pauses.keepOnly(new Set(waiting.map(({ key }) => key)));
  const expired = waiting.filter((notice) => notice.expiresAt <= now || remindsOfNews(deps, notice));
  for (const group of groupBySubject(expired)) {
    const noted = await note(deps, group, "expired");
    if (!noted.ok) return noted;
  }
  const all = waiting
    .filter((notice) => !expired.includes(notice) && !deps.pauses.isPaused(notice.key))
    .flatMap((notice) => prepare(deps, notice, now) ?? []);
  const ready = all.slice(0, MOST_PER_RUN);
  const counts = { sent: 0, failed: 0, uncertain: uncertain.value };
  for (const group of groupBySubject(ready.map(({ notice }) => notice))) {
    const keys = new Set(group.map(({ key }) => key));
    const ofGroup = ready.filter(({ notice }) => keys.has(notice.key));
    const posted = await sendGroup(deps, ofGroup, stillWanted);
    if (!posted.ok) return posted;
    for (const { state } of posted.value.final) {
      if (state === "sent") counts.sent += 1;
      if (state === "uncertain") counts.uncertain += 1;
    }
    counts.failed += posted.value.failed;
  }
  return ok({ ...counts, expired: expired.length, left: all.length - ready.length });
}

/**
 * A reminder of a request that still waits, or reached its recipient only when the reminder was due: noise, recorded
 * and not sent. Where nobody knows whether the request arrived, or it could not be delivered, the reminder goes.
 */
function remindsOfNews({ records }: Deps, notice: Notice): boolean {
  if (notice.kind !== "review-reminder") return false;
  const requests = records.senders
    .all()
    .filter(({ value }) => value.kind === "review-request" && value.subjectKey === notice.subjectKey)
    .flatMap(({ value }) => value.deliveries)
    .filter(({ recipientKey }) => recipientKey === notice.recipientKey);
  return requests.every(({ state, at }) => (state === "sent" || state === "sending") && at >= notice.dueAt);
}

function prepare(deps: SenderDeps, notice: Notice, now: Instant): Ready | undefined {
  const conversation = conversationOf(deps, notice.recipientKey);
  if (conversation === undefined) return undefined;
  const card = deps.renderCard(notice, deps.records, languageOf(deps, notice.recipientKey), now);
  return card === undefined ? undefined : { notice, conversation, card };
}

/** One sender record: claim all, post one by one what is still wanted, store what came of it. */
async function sendGroup(
  deps: SenderDeps,
  ready: readonly Ready[],
  stillWanted: StillWanted,
): Promise<Result<{ readonly final: readonly Delivery[]; readonly failed: number }, StoreFailure>> {
  const claimed = await claim(
    deps,
    ready.map(({ notice }) => notice),
  );
  if (!claimed.ok) return claimed;
  const final: Delivery[] = [];
  const mine = ready.filter(({ notice }) => claimed.value.mine.has(notice.key));
  const wanted = await stillWanted(mine.map(({ notice }) => notice));
  const released = mine.map(({ notice }) => notice.key).filter((key) => !wanted.has(key));
  let failed = 0;
  for (const { notice, conversation, card } of mine.filter((each) => wanted.has(each.notice.key))) {
    const posted = await deps.messenger.send(conversation, card.cardJson, card.summary);
    const base = { ...delivery(notice, "sent", deps.clock.now()), conversationId: conversation.conversationId };
    if (posted.ok) final.push({ ...base, activityId: posted.value.activityId, cardHash: sha256Hex(card.cardJson) });
    else if (posted.refusal.kind === "not-sent") {
      failed += 1;
      released.push(notice.key);
      deps.pauses.refused(notice.key, posted.refusal.retryAfterS);
    } else final.push({ ...base, state: posted.refusal.kind === "uncertain" ? "uncertain" : "undeliverable" });
  }
  if (final.length + released.length === 0) return ok({ final, failed: 0 });
  const { record } = claimed.value;
  const stored = await commitOrCreate<SenderRecord, StoreFailure>(deps.records.senders, record.key, (current) => {
    const updated = withDeliveries(current ?? record, final);
    return ok({ ...updated, deliveries: updated.deliveries.filter(({ noticeKey }) => !released.includes(noticeKey)) });
  });
  return stored.ok ? ok({ final, failed }) : stored;
}

/** Claims what nobody else has claimed; whoever writes the record first has it. */
async function claim(
  { records, clock, instance = "" }: SenderDeps,
  notices: readonly Notice[],
): Promise<Result<{ readonly record: SenderRecord; readonly mine: ReadonlySet<Key> }, StoreFailure>> {
  const at = clock.now();
  let mine: readonly Key[] = [];
  const saved = await commitTo(records, notices, (current) => {
    const taken = new Set(current.deliveries.map(({ noticeKey }) => noticeKey));
    const free = notices.filter(({ key }) => !taken.has(key));
    mine = free.map(({ key }) => key);
    const claims = free.map((notice) => ({ ...delivery(notice, "sending", at), activityId: `claim:${instance}` }));
    return free.length === 0 ? current : withDeliveries(current, claims);
  });
  return saved.ok ? ok({ record: saved.value, mine: new Set(mine) }) : saved;
}

/** Writes what became of notices of one subject and kind, unless somebody else has written about them. */
async function note(
  { records, clock }: SenderDeps,
  notices: readonly Notice[],
  state: Delivery["state"],
): Promise<Result<SenderRecord, StoreFailure>> {
  const at = clock.now();
  return commitTo(records, notices, (current) => {
    const known = new Set(current.deliveries.map(({ noticeKey }) => noticeKey));
    const fresh = notices.filter(({ key }) => !known.has(key)).map((notice) => delivery(notice, state, at));
    return fresh.length === 0 ? current : withDeliveries(current, fresh);
  });
}

async function commitTo(
  records: SenderDeps["records"],
  notices: readonly Notice[],
  change: (record: SenderRecord) => SenderRecord,
): Promise<Result<SenderRecord, StoreFailure>> {
  const [first] = notices;
  if (first === undefined) throw new Error("A group of notices cannot be empty");
  const shard = openShard(records, first.kind, first.subjectKey, notices.length);
  const saved = await commitOrCreate<SenderRecord, StoreFailure>(records.senders, shard.key, (current) =>
    ok(change(current ?? shard)),
  );
  return saved.ok ? ok(saved.value.value) : saved;
}

async function giveUpOldClaims({ records }: SenderDeps, now: Instant): Promise<Result<number, StoreFailure>> {
  let count = 0;
  const isLost = (each: Delivery): boolean =>
    each.state === "sending" && epochMs(now) - epochMs(each.at) >= claimLifeMs;
  for (const { value: record } of records.senders.all()) {
    if (!record.deliveries.some(isLost)) continue;
    const saved = await commitOrCreate<SenderRecord, StoreFailure>(records.senders, record.key, (current) => {
      const deliveries = (current ?? record).deliveries.map((each) =>
        isLost(each) ? { ...each, state: "uncertain" as const, at: now } : each,
      );
      return ok({ ...(current ?? record), deliveries });
    });
    if (!saved.ok) return saved;
    count += 1;
  }
  return ok(count);
}

function delivery(notice: Notice, state: Delivery["state"], at: Instant): Delivery {
  const { key: noticeKey, recipientKey, part } = notice;
  return { noticeKey, recipientKey, part, state, at, conversationId: "", activityId: "", cardHash: "", closed: false };
}

function groupBySubject(notices: readonly Notice[]): readonly (readonly Notice[])[] {
  const groups = new Map<string, Notice[]>();
  for (const notice of notices) {
    const group = groups.get(`${notice.kind} ${notice.subjectKey}`) ?? [];
    group.push(notice);
    groups.set(`${notice.kind} ${notice.subjectKey}`, group);
  }
  return [...groups.values()];
}

/** Where the bot reaches the person, unless it is blocked there. */
function conversationOf({ records }: Deps, personKey: Key): Conversation | undefined {
  return records.conversations.all().find(({ value }) => value.personKey === personKey && value.blockedAt === undefined)
    ?.value;
}

function languageOf({ records }: Deps, personKey: Key): Language {
  return records.persons.byKey(personKey)?.value.language ?? "da";
}
