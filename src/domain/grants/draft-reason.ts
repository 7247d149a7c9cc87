import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import type { Key } from "#domain/shared/keys.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { GrantApplication } from "./application.ts";
import type { GrantPool, Outcome } from "./grant-pool.ts";
import { outcomeReasonLimit } from "./outcome-reason-limit.ts";
import { closedRefusal, type PoolClosed, recommendationOf } from "./pool-parts.ts";
import { isSecretariat } from "./who.ts";

/** Why a half-written reason is not kept. */
export type DraftReasonRefusal =
  | PoolClosed
  | { readonly kind: "not-allowed" }
  | { readonly kind: "already-recommended"; readonly by: Key; readonly at: Instant }
  | { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] };

/**
 * Keeps what the secretariat has written so far as reason to an applicant; nothing but empty space lets the proposed
 * wording stand, and no draft from remarks come back (decision 0017). Kept by outcome, so that a reason for a rejection never goes out with an award. No log line: it
 * is no act before the list is put up.
 */
export function draftReason(
  application: GrantApplication,
  pool: GrantPool,
  { outcome, reason }: { readonly outcome: Outcome; readonly reason: string },
  actor: Actor,
): Result<GrantApplication, DraftReasonRefusal> {
  if (!isSecretariat(actor)) return refuse({ kind: "not-allowed" });
  const closed = closedRefusal(pool);
  if (closed) return refuse(closed);
  const standing = recommendationOf(pool, application.roundKey);
  if (standing) {
    return refuse({ kind: "already-recommended", by: standing.recommendedBy, at: standing.recommendedAt });
  }
  const limits = { max: outcomeReasonLimit, required: false, multiline: true };
  const { text, problems } = readText(reason, `reasons.${application.key}`, limits);
  if (problems.length > 0) return refuse({ kind: "incomplete", problems });
  if (application.reasonDrafts?.[outcome] === text) return ok(application);
  return ok({ ...application, reasonDrafts: { ...application.reasonDrafts, [outcome]: text } });
}
