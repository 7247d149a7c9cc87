import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, earlierPress, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { GrantPool } from "./grant-pool.ts";
import { recommendationOf } from "./pool-parts.ts";
import { isSecretariat } from "./who.ts";

/** Why a recommendation is not taken back. */
export type WithdrawRecommendationRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-recommended" }
  | { readonly kind: "already-withdrawn"; readonly by: Key | "system"; readonly at: Instant }
  | { readonly kind: "already-decided"; readonly by: Key; readonly at: Instant };

/** Takes the list back, so that reviewing is open again; only while no packet of it is decided. */
export function withdrawRecommendation(
  pool: GrantPool,
  command: Command & { readonly roundKey: Key },
  actor: Actor,
  now: Instant,
): Result<GrantPool, WithdrawRecommendationRefusal> {
  const earlier = earlierPress(pool.log, command);
  if (earlier) return refuse({ kind: "already-withdrawn", ...earlier });
  const refusal = withdrawRecommendationRefusal(pool, command.roundKey, actor);
  if (refusal) return refuse(refusal);
  const standing = recommendationOf(pool, command.roundKey);
  if (!standing) return refuse({ kind: "not-recommended" });
  return ok({
    ...pool,
    recommendations: pool.recommendations.filter((each) => each !== standing),
    log: logged(pool.log, command, actor, now, "recommendation-withdrawn", {
      roundKey: command.roundKey,
      recommendationKey: standing.key,
    }),
  });
}

/** What would refuse it, for buttons and for the act itself. */
export function withdrawRecommendationRefusal(
  pool: GrantPool,
  roundKey: Key,
  actor: Actor,
): WithdrawRecommendationRefusal | undefined {
  if (!isSecretariat(actor)) return { kind: "not-allowed" };
  const standing = recommendationOf(pool, roundKey);
  if (!standing) return { kind: "not-recommended" };
  for (const { deciderKey, decidedAt } of standing.packets) {
    if (decidedAt !== undefined) return { kind: "already-decided", by: deciderKey, at: decidedAt };
  }
  return undefined;
}
