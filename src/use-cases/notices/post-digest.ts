import { digestOfGroup } from "#domain/notices/digest.ts";
import type { Notice } from "#domain/notices/notice.ts";
import type { Delivery, SenderRecord } from "#domain/notices/sender-record.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { commitOrCreate } from "../commit.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { type Claimed, claimMark, claimNotices, groupBySubject, storeOutcome } from "./claim-notices.ts";
import { type Posted, post, type Ready } from "./post-cards.ts";
import type { SenderDeps } from "./sender-deps.ts";
import { deliveriesByNotice, digestMark, openShard } from "./sender-shards.ts";

const nothing: Posted = { final: [], failed: [] };

/**
 * One card in place of many to one person (T48). The digest is claimed first, then each notice is written down as
 * `digested`, so that another service sends none of them and the card counts those that are really its own. A service
 * that dies in between leaves an uncertain digest and no second card for what stands under it; what does not is sent
 * by the next run.
 *
 * @param prepare makes the digest's card
 */
export async function postDigest(
  deps: SenderDeps,
  members: readonly Notice[],
  prepare: (digest: Notice) => Ready | undefined,
): Promise<Result<Posted, StoreFailure>> {
  const digest = digestOf(deps, members);
  if (digest === undefined || deps.pauses.claims.has(digest.key)) return ok(nothing);
  const claimed = await claimNotices(deps, [digest], "sending", claimMark(deps));
  if (!claimed.ok) return claimed;
  if (!claimed.value.mine.has(digest.key)) return ok(nothing);
  const { taken, doubtful } = await takeMembers(deps, members, digest.key);
  const records = taken.filter(({ mine }) => mine.size > 0).map(({ record }) => record);
  if (doubtful !== undefined) {
    // Certainly nothing was posted. What cannot be let go of either stays under the digest, for a person to settle.
    const freed = await letGo(deps, digest.key, claimed.value, [...records, doubtful.record]);
    return freed.ok ? refuse(doubtful.refusal) : freed;
  }
  const keys = taken.flatMap(({ mine }) => [...mine]);
  const counted = digestOfGroup(members.filter(({ key }) => keys.includes(key)));
  const ready = counted && prepare({ ...digest, ...counted });
  const delivery = ready && (await post(deps, ready, claimed.value.record.key));
  if (delivery === undefined) {
    const freed = await letGo(deps, digest.key, claimed.value, records);
    return freed.ok ? ok({ final: [], failed: keys }) : freed;
  }
  const stored = await storeOutcome(deps, claimed.value.record, claimMark(deps), [delivery], []);
  if (!stored.ok) return stored;
  deps.pauses.claims.delete(digest.key);
  return ok({ final: [delivery], failed: [] });
}

/** The digest's own notice; the same members give the same one in every service. */
function digestOf({ records }: SenderDeps, members: readonly Notice[]): Notice | undefined {
  const [first] = members;
  if (first === undefined) return undefined;
  const { recipientKey } = first;
  const keys = members.map(({ key }) => key).toSorted();
  const known = [...deliveriesByNotice(records).values()].map(({ delivery }) => delivery);
  let key = keyOf("digest", recipientKey, ...keys);
  // One that ended with nothing under it told nobody anything: its members need another, the next in every service.
  for (let next = 1; isEmpty(key, known); next += 1) key = keyOf("digest", recipientKey, ...keys, next);
  return { ...first, key, subjectKey: recipientKey, ...digestOfGroup(members) };
}

/** Whether there is such a digest, nobody is at work on it, and no notice stands under it. */
function isEmpty(digestKey: Key, known: readonly Delivery[]): boolean {
  const digest = known.find(({ noticeKey }) => noticeKey === digestKey);
  if (digest === undefined || digest.state === "sending") return false;
  return !known.some(({ activityId }) => activityId === digestMark(digestKey));
}

/** What could be taken, and where a failure leaves it open whether a claim was written. */
interface Taken {
  readonly taken: readonly Claimed[];
  readonly doubtful?: { readonly record: SenderRecord; readonly refusal: StoreFailure };
}

async function takeMembers(deps: SenderDeps, members: readonly Notice[], digestKey: Key): Promise<Taken> {
  const taken: Claimed[] = [];
  for (const group of groupBySubject(members)) {
    const [first] = group;
    if (first === undefined) continue;
    const record = openShard(deps.records, first.kind, first.subjectKey, group.length);
    const claimed = await claimNotices(deps, group, "digested", digestMark(digestKey));
    if (!claimed.ok) return { taken, doubtful: { record, refusal: claimed.refusal } };
    taken.push(claimed.value);
  }
  return { taken };
}

/**
 * Nothing was posted: the notices wait as before. Each record is written also where it seems to hold none of them, so
 * that a claim whose answer was lost is met; the digest goes last, so that no notice ever stands under none.
 */
async function letGo(
  deps: SenderDeps,
  digestKey: Key,
  claim: Claimed,
  records: readonly SenderRecord[],
): Promise<Result<void, StoreFailure>> {
  const isMember = ({ activityId }: Delivery): boolean => activityId === digestMark(digestKey);
  for (const record of records) {
    const freed = await commitOrCreate<SenderRecord, StoreFailure>(
      deps.records.senders,
      record.key,
      (current = record) => ok({ ...current, deliveries: current.deliveries.filter((each) => !isMember(each)) }),
    );
    if (!freed.ok) return freed;
  }
  return storeOutcome(deps, claim.record, claimMark(deps), [], [digestKey]);
}
