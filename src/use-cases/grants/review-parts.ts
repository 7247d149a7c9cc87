import { takesPart } from "#domain/grants/declare-recusal.ts";
import type { Review } from "#domain/grants/review.ts";
import type { ReviewContext } from "#domain/grants/review-context.ts";
import { reviewKeyOf } from "#domain/grants/review-window.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { auditedLog } from "../audit/audited-log.ts";
import { commitOrCreate } from "../commit.ts";
import { organisationNow } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { isRepeatedPress } from "../repeated-press.ts";
import { applicationParts } from "./application-parts.ts";
import { visibleApplication } from "./visible-application.ts";

/** What an act of a reviewer rests on, from the replica; `not-found` for an application the actor may not know of. */
export function reviewContext(deps: Deps, actor: Actor, applicationKey: Key): Result<ReviewContext, StoreFailure> {
  const seen = visibleApplication(deps, actor, applicationKey);
  if (!seen.ok) return seen;
  const { application, state } = seen.value.seen;
  const { pool, round, organisation } = state;
  return ok({ pool, round, application, organisation, reviews: reviewsOf(deps, applicationKey) });
}

/**
 * The same for stepping out: whoever takes part in the round may, also of what is not shown to them (yet): the deputy
 * sees an application only once it is put up for decision, when it is too late.
 */
export function recusalContext(deps: Deps, actor: Actor, applicationKey: Key): Result<ReviewContext, StoreFailure> {
  const parts = applicationParts(deps, applicationKey);
  if (!parts.ok || !takesPart(parts.value.round, actor)) return reviewContext(deps, actor, applicationKey);
  const { application, pool, round } = parts.value;
  const reviews = reviewsOf(deps, applicationKey);
  return ok({ pool: pool.value, round, application: application.value, organisation: organisationNow(deps), reviews });
}

/** All reviews of an application. */
export function reviewsOf({ records }: Pick<Deps, "records">, applicationKey: Key): readonly Review[] {
  const found: Review[] = [];
  for (const { value } of records.reviews.all()) if (value.applicationKey === applicationKey) found.push(value);
  return found;
}

/**
 * Commits a decision about the actor's own review: one record per reviewer and application, created or saved. When
 * another press was faster, its review is read again and the decision taken anew; the same press twice writes once.
 */
export async function commitReview<R>(
  deps: Deps,
  actor: Actor,
  command: { readonly commandKey: Key; readonly applicationKey: Key },
  decide: (context: ReviewContext) => Result<Review, R>,
  contextOf: typeof reviewContext = reviewContext,
): Promise<Result<Review, R | StoreFailure>> {
  const context = contextOf(deps, actor, command.applicationKey);
  if (!context.ok) return context;
  const key = reviewKeyOf(context.value.application, actor.personKey);
  const saved = await commitOrCreate<Review, R>(deps.records.reviews, key, (current) => {
    if (current !== undefined && isRepeatedPress(current.log, command, actor)) return ok(current);
    const others = context.value.reviews.filter((review) => review.key !== key);
    const reviews = current === undefined ? others : [...others, current];
    const decided = decide({ ...context.value, reviews });
    if (!decided.ok || decided.value === current) return decided;
    // Lines that have audit rows are let go.
    return ok({ ...decided.value, log: auditedLog(deps.records, key, decided.value.log) });
  });
  return saved.ok ? ok(saved.value.value) : saved;
}
