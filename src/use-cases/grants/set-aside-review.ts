import { basisHolds } from "#domain/grants/basis.ts";
import type { Recommendation } from "#domain/grants/grant-pool.ts";
import { recommendationOf } from "#domain/grants/pool-parts.ts";
import type { Review } from "#domain/grants/review.ts";
import { setAsideReview as decide } from "#domain/grants/set-aside-review.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { auditedLog } from "../audit/audited-log.ts";
import { commit } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";

type Press = { readonly commandKey: Key };

/**
 * Looks at the pool after a review was stored: was the list put up meanwhile, on what stood before, then the review is
 * set aside. Whoever puts the list up looks at the reviews after it ({@link setAsideCrossed}): each writes first and
 * looks then, so one of the two always sees the other.
 */
export async function setAsideIfPutUp(
  deps: Deps,
  actor: Actor,
  command: Press,
  given: Review,
  before: Review | undefined,
): Promise<Result<Review, StoreFailure>> {
  const upToDate = await deps.records.refresh(["pools"]);
  if (!upToDate.ok) return upToDate;
  const pool = deps.records.pools.byKey(given.poolKey)?.value;
  const recommendation = pool && recommendationOf(pool, given.roundKey);
  if (recommendation === undefined || given.state !== "given" || given.late) return ok(given);
  const basis = await deps.basis.get(recommendation.basisSha256);
  if (!basis.ok) return basis;
  if (basisHolds(basis.value, given)) return ok(given);
  return setAside(deps, actor, command, given.key, before, recommendation);
}

/** Looks at the reviews after a list was put up on `reviews`: those that were given meanwhile are set aside. */
export async function setAsideCrossed(
  deps: Deps,
  actor: Actor,
  command: Press,
  reviews: readonly Review[],
  recommendation: Recommendation,
): Promise<Result<void, StoreFailure>> {
  const upToDate = await deps.records.refresh(["reviews"]);
  if (!upToDate.ok) return upToDate;
  const before = new Map(reviews.map((review) => [review.key, review]));
  const crossed = deps.records.reviews.all().filter(({ value }) => {
    return value.roundKey === recommendation.roundKey && isGivenSince(before.get(value.key), value);
  });
  for (const { value } of crossed) {
    const aside = await setAside(deps, actor, command, value.key, before.get(value.key), recommendation);
    if (!aside.ok) return aside;
  }
  return ok(undefined);
}

/** Answers, and not the version: a log is shortened now and then. */
function isGivenSince(before: Review | undefined, now: Review): boolean {
  if (now.state !== "given") return false;
  return before?.givenAt !== now.givenAt || JSON.stringify(before?.answers) !== JSON.stringify(now.answers);
}

async function setAside(
  deps: Deps,
  actor: Actor,
  command: Press,
  key: Key,
  before: Review | undefined,
  recommendation: Recommendation,
): Promise<Result<Review, StoreFailure>> {
  const saved = await commit<Review, StoreFailure>(deps.records.reviews, key, (current) => {
    const aside = decide(current, before, recommendation, command, actor, deps.clock.now());
    if (aside === current) return ok(current);
    return ok({ ...aside, log: auditedLog(deps.records, key, aside.log) });
  });
  return saved.ok ? ok(saved.value.value) : saved;
}
