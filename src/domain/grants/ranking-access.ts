import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Recommendation } from "./grant-pool.ts";
import { recommendationOf } from "./pool-parts.ts";
import { type ReviewProgress, type RoundState, reviewsVisible } from "./review-progress.ts";
import { lastSentBack } from "./send-back-recommendation.ts";
import { isSecretariat } from "./who.ts";

/**
 * Whether the actor may open a round's ranked list (B10): the secretariat, the chair, and reviewers once blindness is
 * over; deputy and directors when it is put up for decision or decided. What of a line is shown is
 * `applicationAccess`'s, line for line.
 */
export function maySeeRanking(actor: Actor, state: RoundState, progress: ReviewProgress, now: Instant): boolean {
  const { pool, round } = state;
  const { personKey } = actor;
  if (now < round.closesAt) return false;
  const reviews = round.reviewerKeys.includes(personKey) || round.substituteKey === personKey;
  // Whoever reviews in the round scores blind, chair and secretariat too.
  if (reviews && !reviewsVisible(round, progress, now)) return false;
  if (reviews || isSecretariat(actor) || round.chairKey === personKey) return true;
  // Who sent the list back sees that it is, as the answer to the own press.
  if (lastSentBack(pool, round.key)?.by === personKey) return true;
  const packets = recommendationOf(pool, round.key)?.packets;
  if (round.deputyKey === personKey) return packets !== undefined;
  return mayRead(actor, packets);
}

/** Directors read a list once all of it is decided. */
function mayRead(actor: Actor, packets: Recommendation["packets"] | undefined): boolean {
  return actor.roles.includes("directors") && (packets?.every((packet) => packet.decidedAt !== undefined) ?? false);
}
