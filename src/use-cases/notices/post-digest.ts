import { digestPart } from "#domain/notices/digest.ts";
import type { Notice } from "#domain/notices/notice.ts";
import type { Delivery } from "#domain/notices/sender-record.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { type Claimed, claimNotices, groupBySubject, storeOutcome } from "./claim-notices.ts";
import { type Posted, post, type Ready } from "./post-cards.ts";
import type { SenderDeps } from "./sender-deps.ts";

const nothing: Posted = { final: [], failed: [] };

/**
 * One card in place of many to one head (T48). The digest is claimed first, then each notice is written down as
 * `digested`, so that another service sends none of them and the card counts those that are really its own. A service
 * that dies in between leaves an uncertain digest and no second card.
 *
 * @param prepare makes the digest's card
 */
export async function postDigest(
  deps: SenderDeps,
  members: readonly Notice[],
  prepare: (digest: Notice) => Ready | undefined,
): Promise<Result<Posted, StoreFailure>> {
  const digest = digestOf(members);
  if (digest === undefined) return ok(nothing);
  const claimed = await claimNotices(deps, [digest], "sending", `claim:${deps.instance ?? ""}`);
  if (!claimed.ok) return claimed;
  if (!claimed.value.mine.has(digest.key)) return ok(nothing);
  const taken = await takeMembers(deps, members, digest.key);
  if (!taken.ok) return taken;
  const keys = taken.value.flatMap(({ mine }) => [...mine]);
  const ready = keys.length === 0 ? undefined : prepare({ ...digest, part: digestPart(keys.length) });
  const delivery = ready && (await post(deps, ready));
  if (delivery === undefined) return letGo(deps, digest.key, claimed.value, taken.value);
  const stored = await storeOutcome(deps, claimed.value.record, [delivery], []);
  return stored.ok ? ok({ final: [delivery], failed: [] }) : stored;
}

/** The digest's own notice; the same members give the same one in every service. */
function digestOf(members: readonly Notice[]): Notice | undefined {
  const [first] = members;
  if (first === undefined) return undefined;
  const { recipientKey } = first;
  const keys = members.map(({ key }) => key).toSorted();
  const key = keyOf("digest", recipientKey, ...keys);
  return { ...first, key, subjectKey: recipientKey, part: digestPart(keys.length) };
}

async function takeMembers(
  deps: SenderDeps,
  members: readonly Notice[],
  digestKey: Key,
): Promise<Result<readonly Claimed[], StoreFailure>> {
  const taken: Claimed[] = [];
  for (const group of groupBySubject(members)) {
    const claimed = await claimNotices(deps, group, "digested", `digest:${digestKey}`);
    if (!claimed.ok) return claimed;
    taken.push(claimed.value);
  }
  return ok(taken);
}

/** The channel took nothing: the notices wait as before. */
async function letGo(
  deps: SenderDeps,
  digestKey: Key,
  claim: Claimed,
  taken: readonly Claimed[],
): Promise<Result<Posted, StoreFailure>> {
  const failed: Key[] = [];
  for (const { record, mine } of taken) {
    const released = await storeOutcome(deps, record, [], [...mine]);
    if (!released.ok) return released;
    failed.push(...mine);
  }
  const none: readonly Delivery[] = [];
  const stored = await storeOutcome(deps, claim.record, none, [digestKey]);
  return stored.ok ? ok({ final: none, failed }) : stored;
}
