import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, earlierPress, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { type Oere, subtractOere } from "#domain/shared/money.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { type AwardStep, awardSteps, type GrantPool } from "./grant-pool.ts";
import { awardOf } from "./pool-parts.ts";
import { isSecretariat } from "./who.ts";

/** Why a step is not recorded. */
export type AwardStepRefusal =
  | { readonly kind: "no-award" }
  | { readonly kind: "not-allowed" }
  | { readonly kind: "already-recorded"; readonly by: Key | "system"; readonly at: Instant }
  /** The award is not accepted, was declined, or is as far already. */
  | { readonly kind: "wrong-step"; readonly step: AwardStep; readonly at: Instant }
  | { readonly kind: "spent-more-than-awarded"; readonly overOere: Oere }
  | { readonly kind: "spent-negative" };

/** A step after acceptance; closing states what was spent, and the rest goes back to the pool (000-22). */
export type AwardStepCommand = Command & { readonly applicationKey: Key } & (
    | { readonly step: "running" | "report-received" }
    | { readonly step: "closed"; readonly spentOere: Oere }
  );

/** Records what becomes of an accepted award; steps may be passed over, never gone back. */
export function recordAwardStep(
  pool: GrantPool,
  command: AwardStepCommand,
  actor: Actor,
  now: Instant,
): Result<GrantPool, AwardStepRefusal> {
  const award = awardOf(pool, command.applicationKey);
  if (!award || award.outcome === "rejection") return refuse({ kind: "no-award" });
  const earlier = earlierPress(pool.log, command);
  if (earlier) return refuse({ kind: "already-recorded", ...earlier });
  if (!isSecretariat(actor)) return refuse({ kind: "not-allowed" });
  if (!mayFollow(award.step, command.step)) return refuse({ kind: "wrong-step", step: award.step, at: award.stepAt });
  const spentOere = command.step === "closed" ? command.spentOere : award.amountOere;
  if (spentOere < 0) return refuse({ kind: "spent-negative" });
  if (spentOere > award.amountOere) {
    return refuse({ kind: "spent-more-than-awarded", overOere: subtractOere(spentOere, award.amountOere) });
  }
  const returned = subtractOere(award.amountOere, spentOere);
  const moved = { ...award, step: command.step, stepAt: now, returnedOere: returned };
  return ok({
    ...pool,
    awards: pool.awards.map((each) => (each === award ? moved : each)),
    log: logged(pool.log, command, actor, now, `award-${command.step}`, {
      applicationKey: award.applicationKey,
      number: award.number,
      returnedOere: returned,
    }),
  });
}

/** Steps that come after acceptance, in their order. */
function mayFollow(from: AwardStep, to: AwardStep): boolean {
  if (from === "decided" || from === "declined") return false;
  return awardSteps.indexOf(to) > awardSteps.indexOf(from);
}
