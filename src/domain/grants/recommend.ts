import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, earlierPress, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { RecommendationProposal } from "./build-recommendation.ts";
import type { GrantPool } from "./grant-pool.ts";
import { closedRefusal, type PoolClosed, recommendationOf } from "./pool-parts.ts";
import { isSecretariat } from "./who.ts";

/** Why a list is not committed. */
export type RecommendRefusal =
  | PoolClosed
  | { readonly kind: "not-allowed" }
  | { readonly kind: "already-recommended"; readonly by: Key | "system"; readonly at: Instant };

/**
 * Puts the list up for decision: one write in the pool, which closes reviewing. The basis file it names by SHA-256 is
 * stored before and means nothing until now.
 */
export function recommend(
  pool: GrantPool,
  command: Command & { readonly proposal: RecommendationProposal; readonly basisSha256: string },
  actor: Actor,
  now: Instant,
): Result<GrantPool, RecommendRefusal> {
  const { proposal, basisSha256 } = command;
  const earlier = earlierPress(pool.log, command);
  if (earlier) return refuse({ kind: "already-recommended", ...earlier });
  if (!isSecretariat(actor)) return refuse({ kind: "not-allowed" });
  const closed = closedRefusal(pool);
  if (closed) return refuse(closed);
  const standing = recommendationOf(pool, proposal.roundKey);
  if (standing) {
    return refuse({ kind: "already-recommended", by: standing.recommendedBy, at: standing.recommendedAt });
  }
  return ok({
    ...pool,
    recommendations: [...pool.recommendations, { ...proposal, basisSha256 }],
    log: logged(pool.log, command, actor, now, "recommended", {
      roundKey: proposal.roundKey,
      recommendationKey: proposal.key,
      basisSha256,
      lines: proposal.lines.length,
      totalOere: proposal.packets.reduce((sum, packet) => sum + packet.totalOere, 0),
    }),
  });
}
