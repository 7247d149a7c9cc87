import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, earlierPress, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { GrantApplication } from "./application.ts";
import type { GrantPool } from "./grant-pool.ts";
import { recommendationOf } from "./pool-parts.ts";
import { isOwn } from "./who.ts";

/** Why an application is not withdrawn. */
export type WithdrawRefusal =
  | { readonly kind: "already-withdrawn"; readonly by: Key | "system" | undefined; readonly at: Instant }
  | { readonly kind: "already-returned"; readonly by: Key; readonly at: Instant }
  /** It stands in the list that is put up for decision; an award can be declined instead. */
  | { readonly kind: "already-recommended"; readonly by: Key; readonly at: Instant }
  | { readonly kind: "not-allowed" };

/** Takes the application back: the applicant or the head of the centre, until the round is put up for decision. */
export function withdrawApplication(
  state: { readonly application: GrantApplication; readonly pool: GrantPool },
  command: Command,
  actor: Actor,
  now: Instant,
): Result<GrantApplication, WithdrawRefusal> {
  const { application, pool } = state;
  const earlier = earlierPress(application.log, command);
  if (earlier) return refuse({ kind: "already-withdrawn", ...earlier });
  const refusal = withdrawRefusal(application, pool, actor);
  if (refusal) return refuse(refusal);
  return ok({
    ...application,
    withdrawnAt: now,
    log: logged(application.log, command, actor, now, "withdrawn", { number: application.number }),
  });
}

/** What would refuse a withdrawal, for buttons and for the act itself. */
export function withdrawRefusal(
  application: GrantApplication,
  pool: GrantPool,
  actor: Actor,
): WithdrawRefusal | undefined {
  if (!isOwn(actor, application)) return { kind: "not-allowed" };
  if (application.withdrawnAt !== undefined) {
    const by = application.log.tail.find((line) => line.action === "withdrawn")?.by;
    return { kind: "already-withdrawn", by, at: application.withdrawnAt };
  }
  if (application.returned) {
    return { kind: "already-returned", by: application.returned.by, at: application.returned.at };
  }
  const recommendation = recommendationOf(pool, application.roundKey);
  if (!recommendation) return undefined;
  return { kind: "already-recommended", by: recommendation.recommendedBy, at: recommendation.recommendedAt };
}
