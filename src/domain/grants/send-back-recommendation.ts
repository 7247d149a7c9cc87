import type { Actor } from "#domain/organisation/actor.ts";
import { findPerson } from "#domain/organisation/organisation.ts";
import { type Command, earlierPress, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import type { Key } from "#domain/shared/keys.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { GrantPool, SentBack } from "./grant-pool.ts";
import { closedRefusal, type PoolClosed, recommendationOf } from "./pool-parts.ts";
import { recusalOf } from "./recusal.ts";
import type { RoundState } from "./review-progress.ts";
import { isSecretariat } from "./who.ts";

/** Why a recommendation is not sent back. */
export type SendBackRefusal =
  | PoolClosed
  | { readonly kind: "not-decider" }
  | { readonly kind: "not-recommended" }
  /** The list was taken back and put up anew since the decider saw it. */
  | { readonly kind: "recommendation-replaced"; readonly at: Instant }
  | { readonly kind: "already-sent-back"; readonly by: Key | "system"; readonly at: Instant }
  | { readonly kind: "already-decided"; readonly by: Key; readonly at: Instant }
  | { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] };

/** Which list is sent back, and why. */
export interface SendBackCommand extends Command {
  readonly roundKey: Key;
  readonly recommendationKey: Key;
  readonly reason: string;
}

/** Longest reason, in characters. */
export const sendBackReasonLimit = 2000;

/**
 * A decider sends the list back to the secretariat with a reason: it is withdrawn, reviewing is open again, and it must
 * be put up anew. While no packet is decided: the whole list goes, also the part another decides, since a new list
 * ranks all anew. The reason stays with the pool; the log names the list and holds no text.
 */
export function sendBackRecommendation(
  pool: GrantPool,
  command: SendBackCommand,
  actor: Actor,
  now: Instant,
): Result<GrantPool, SendBackRefusal> {
  const earlier = earlierPress(pool.log, command);
  if (earlier) return refuse({ kind: "already-sent-back", ...earlier });
  const refusal = sendBackRefusal(pool, command.roundKey, actor);
  if (refusal) return refuse(refusal);
  const standing = recommendationOf(pool, command.roundKey);
  if (!standing) return refuse({ kind: "not-recommended" });
  if (standing.key !== command.recommendationKey) {
    return refuse({ kind: "recommendation-replaced", at: standing.recommendedAt });
  }
  const limits = { max: sendBackReasonLimit, required: true, multiline: true };
  const reason = readText(command.reason, "reason", limits);
  if (reason.problems.length > 0) return refuse({ kind: "incomplete", problems: reason.problems });
  const { key: recommendationKey, roundKey, recommendedAt, recommendedBy } = standing;
  const sentBack = { recommendationKey, roundKey, recommendedAt, recommendedBy };
  return ok({
    ...pool,
    recommendations: pool.recommendations.filter((each) => each !== standing),
    sentBack: [...(pool.sentBack ?? []), { ...sentBack, at: now, by: actor.personKey, reason: reason.text }],
    log: logged(pool.log, command, actor, now, "recommendation-sent-back", { roundKey, recommendationKey }),
  });
}

/** What would refuse it, for buttons and for the act itself. */
export function sendBackRefusal(pool: GrantPool, roundKey: Key, actor: Actor): SendBackRefusal | undefined {
  const standing = recommendationOf(pool, roundKey);
  if (!standing) {
    const last = lastSentBack(pool, roundKey);
    return last?.by === actor.personKey
      ? { kind: "already-sent-back", by: last.by, at: last.at }
      : { kind: "not-recommended" };
  }
  if (!standing.packets.some(({ deciderKey }) => deciderKey === actor.personKey)) return { kind: "not-decider" };
  for (const { deciderKey, decidedAt } of standing.packets) {
    if (decidedAt !== undefined) return { kind: "already-decided", by: deciderKey, at: decidedAt };
  }
  return closedRefusal(pool);
}

/** The list that was sent back last, while no new one is put up; undefined where a list stands or none came back. */
export function lastSentBack(pool: GrantPool, roundKey: Key): SentBack | undefined {
  if (recommendationOf(pool, roundKey)) return undefined;
  return (pool.sentBack ?? []).findLast((each) => each.roundKey === roundKey);
}

/**
 * Whether somebody may read why the list came back: who wrote it; secretariat, chair and deputy where they are recused
 * for no application of the round, since the reason may name any.
 */
export function maySeeSentBack(
  personKey: Key,
  { by }: SentBack,
  { round, organisation, applications, reviews }: RoundState,
): boolean {
  if (personKey === by) return true;
  const person = findPerson(organisation, personKey);
  if (person === undefined) return false;
  if (!isSecretariat(person) && ![round.chairKey, round.deputyKey].includes(personKey)) return false;
  return applications
    .filter(({ roundKey }) => roundKey === round.key)
    .every((application) => recusalOf(person, application, organisation, reviews) === undefined);
}
