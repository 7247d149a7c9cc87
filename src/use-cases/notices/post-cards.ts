import type { Notice } from "#domain/notices/notice.ts";
import type { Conversation, Delivery } from "#domain/notices/sender-record.ts";
import { type Key, sha256Hex } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { RenderedCard } from "../ports/card-renderer.ts";
import type { MessengerFailure } from "../ports/messenger.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { claimMark, claimNotices, deliveryOf, storeOutcome } from "./claim-notices.ts";
import type { StillWanted } from "./claimed-outcomes.ts";
import { noticePages } from "./notice-pages.ts";
import type { SenderDeps } from "./sender-deps.ts";

/** A notice with its card and the chat it goes to. */
export interface Ready {
  readonly notice: Notice;
  readonly conversation: Conversation;
  readonly card: RenderedCard;
}

/** What came of some notices. */
export interface Posted {
  readonly final: readonly Delivery[];
  /** Those the channel refused for now, to be tried again. */
  readonly failed: readonly Key[];
}

/** One sender record: claims all, posts one by one what is still wanted, stores what came of it. */
export async function postGroup(
  deps: SenderDeps,
  ready: readonly Ready[],
  stillWanted: StillWanted,
): Promise<Result<Posted, StoreFailure>> {
  const { claims } = deps.pauses;
  const mark = claimMark(deps);
  const notices = ready.map(({ notice }) => notice);
  for (const { key } of notices) claims.set(key, { fate: "unposted" });
  const claimed = await claimNotices(deps, notices, "sending", mark);
  // A claim that was written all the same is met by the next run, which knows that nothing was posted under it.
  if (!claimed.ok) return claimed;
  for (const { key } of notices) if (!claimed.value.mine.has(key)) claims.delete(key);
  const mine = ready.filter(({ notice }) => claimed.value.mine.has(notice.key));
  const wanted = await stillWanted(mine.map(({ notice }) => notice));
  const final: Delivery[] = [];
  const failed: Key[] = [];
  for (const each of mine.filter(({ notice }) => wanted.has(notice.key))) {
    const delivery = await post(deps, each, claimed.value.record.key);
    if (delivery === undefined) failed.push(each.notice.key);
    else final.push(delivery);
  }
  const unwanted = mine.map(({ notice }) => notice.key).filter((key) => !wanted.has(key));
  const stored = await storeOutcome(deps, claimed.value.record, mark, final, [...unwanted, ...failed]);
  if (!stored.ok) return stored;
  for (const { notice } of mine) claims.delete(notice.key);
  return ok({ final, failed });
}

/** Posts a claimed card once; undefined when the channel has taken nothing and may be asked again later. */
export async function post(deps: SenderDeps, ready: Ready, senderKey: Key): Promise<Delivery | undefined> {
  const { claims } = deps.pauses;
  const { key } = ready.notice;
  const unclear = deliveryOf(ready.notice, "uncertain", deps.clock.now());
  const before = claims.get(key);
  claims.set(key, { fate: { ...unclear, conversationId: ready.conversation.conversationId }, senderKey });
  const end = await ask(deps, ready);
  if (end !== undefined) claims.set(key, { fate: end, senderKey });
  else if (before !== undefined) claims.set(key, before);
  else claims.delete(key);
  return end;
}

/** Whether the notice goes into the activity feed: its recipient wants it there, and there is one. */
export function inFeed({ activityFeed }: Pick<SenderDeps, "activityFeed">, { isInFeed }: Notice): boolean {
  return activityFeed !== undefined && isInFeed === true;
}

/** The line says what the card's notification would, and opens the page the notice points to. It cannot be replaced. */
async function putInFeed(
  { activityFeed, records }: SenderDeps,
  { notice, conversation, card }: Ready,
): Promise<Result<{ readonly activityId: string }, MessengerFailure>> {
  const [page = ""] = noticePages(records, notice, notice);
  const done = await activityFeed?.send(conversation.objectId, { text: card.summary, route: `/${page}` });
  if (done === undefined) return refuse({ kind: "refused" });
  return done.ok ? ok({ activityId: "" }) : done;
}

async function ask(deps: SenderDeps, { notice, conversation, card }: Ready): Promise<Delivery | undefined> {
  const { messenger, pauses, clock } = deps;
  const { conversationId } = conversation;
  // A refusal earlier in this group may have closed the chat for a while: then nothing is asked.
  if (!pauses.pace.isFree(conversationId, "notice")) return undefined;
  pauses.pace.counted(conversationId, "notice");
  // A card somebody may be writing in is never redrawn (law 8): it asks for nothing.
  const viewed = card.answerable ? undefined : notice.key;
  const posted = inFeed(deps, notice)
    ? await putInFeed(deps, { notice, conversation, card })
    : await messenger.send(conversation, card.cardJson, card.summary, viewed);
  const base = { ...deliveryOf(notice, "sent", clock.now()), conversationId };
  if (posted.ok) return { ...base, activityId: posted.value.activityId, cardHash: sha256Hex(card.cardJson) };
  switch (posted.refusal.kind) {
    case "not-sent":
      // The limit that was met is the chat's, so everything else for it waits as well.
      pauses.pace.hold(conversationId, pauses.refused(notice.key, posted.refusal.retryAfterS));
      return undefined;
    case "uncertain":
      return { ...base, state: "uncertain" };
    case "unreachable":
    case "refused":
      return { ...base, state: "undeliverable" };
  }
}
