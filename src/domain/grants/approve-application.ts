import type { Actor } from "#domain/organisation/actor.ts";
import type { Centre } from "#domain/organisation/centre.ts";
import { type Command, earlierPress, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { ApplicationApproval, GrantApplication } from "./application.ts";
import { approvalDeadline } from "./approval-deadline.ts";
import type { FundingRound, GrantPool } from "./grant-pool.ts";
import { recommendationOf } from "./pool-parts.ts";
import { isOwn, isSecretariat } from "./who.ts";

/** Why an application is not approved. */
export type ApproveRefusal =
  | { readonly kind: "already-approved"; readonly by: Key | "system"; readonly at: Instant }
  | { readonly kind: "already-returned"; readonly by: Key; readonly at: Instant }
  | { readonly kind: "already-withdrawn"; readonly at: Instant }
  | { readonly kind: "already-recommended"; readonly by: Key; readonly at: Instant }
  | { readonly kind: "not-allowed" }
  /** Two working days after the round the choice is the secretariat's (000-12). */
  | { readonly kind: "approval-deadline-passed"; readonly deadline: Instant }
  | { readonly kind: "head-may-still-answer"; readonly deadline: Instant };

/** What approving rests on. */
export interface ApproveState {
  readonly application: GrantApplication;
  readonly pool: GrantPool;
  readonly round: FundingRound;
  /** The applying centre's record. */
  readonly centre: Centre | undefined;
}

/**
 * The head's approval, which makes the application one of the round's: one write. A head who has said nothing two
 * working days after the round, or a vacant post, is replaced by the secretariat's recorded choice.
 */
export function approveApplication(
  state: ApproveState,
  command: Command,
  actor: Actor,
  now: Instant,
): Result<GrantApplication, ApproveRefusal> {
  const { application, centre } = state;
  const earlier = earlierPress(application.log, command);
  if (earlier) return refuse({ kind: "already-approved", ...earlier });
  const refusal = approveRefusal(state, actor, now);
  if (refusal) return refuse(refusal);
  const how: ApplicationApproval["how"] = centre?.headKey === actor.personKey ? "head" : "secretariat";
  return ok({
    ...application,
    approval: { at: now, by: actor.personKey, how },
    log: logged(application.log, command, actor, now, "approved", { how }),
  });
}

/** What would refuse an approval, for buttons and for the act itself. */
export function approveRefusal(state: ApproveState, actor: Actor, now: Instant): ApproveRefusal | undefined {
  const { application, centre } = state;
  const answered = answeredRefusal(application, state.pool);
  if (answered) return answered;
  const deadline = approvalDeadline(state.round);
  const isHead = centre?.headKey === actor.personKey;
  if (now < deadline && isHead) return undefined;
  // Nobody makes the secretariat's choice about an application of their own.
  if (isSecretariat(actor) && !isOwn(actor, application)) {
    const mayChoose = now >= deadline || centre?.headKey === undefined;
    return mayChoose ? undefined : { kind: "head-may-still-answer", deadline };
  }
  return isHead ? { kind: "approval-deadline-passed", deadline } : { kind: "not-allowed" };
}

/** What has happened already, so that there is nothing left to approve. */
function answeredRefusal(application: GrantApplication, pool: GrantPool): ApproveRefusal | undefined {
  if (application.withdrawnAt !== undefined) return { kind: "already-withdrawn", at: application.withdrawnAt };
  if (application.returned) {
    return { kind: "already-returned", by: application.returned.by, at: application.returned.at };
  }
  if (application.approval)
    return { kind: "already-approved", by: application.approval.by, at: application.approval.at };
  const recommendation = recommendationOf(pool, application.roundKey);
  if (recommendation) {
    return { kind: "already-recommended", by: recommendation.recommendedBy, at: recommendation.recommendedAt };
  }
  return undefined;
}
