import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, earlierPress, logged } from "#domain/shared/command.ts";
import { type Instant, type PlainDate, plainDateOf } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { type Oere, subtractOere } from "#domain/shared/money.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { AppropriationBasis, AppropriationStep, GrantPool } from "./grant-pool.ts";
import { releasingStep } from "./pool-money.ts";
import { isSecretariat } from "./who.ts";

/** Why an appropriation is not recorded. */
export type AppropriationRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "already-recorded"; readonly by: Key | "system"; readonly at: Instant }
  | { readonly kind: "already-released"; readonly by: string; readonly date: PlainDate }
  | { readonly kind: "amount-not-positive" }
  /** "Bevillingen overstiger rådighedsbeløbet med …" (000-04, R-22). */
  | { readonly kind: "exceeds-allocation"; readonly overOere: Oere }
  /** A decision cannot be recorded before its day. */
  | { readonly kind: "step-in-future"; readonly body: string; readonly date: PlainDate }
  /** The council cannot have decided while a body before it has not. */
  | { readonly kind: "earlier-step-open"; readonly body: string };

/**
 * Records how far the appropriation case has come. Concurrence of a committee releases nothing (000-02); only the
 * council's approval does (000-03, R-20). The log names case, body and date.
 */
export function recordAppropriation(
  pool: GrantPool,
  command: Command & { readonly basis: AppropriationBasis },
  actor: Actor,
  now: Instant,
): Result<GrantPool, AppropriationRefusal> {
  const { basis } = command;
  const earlier = earlierPress(pool.log, command);
  if (earlier) return refuse({ kind: "already-recorded", ...earlier });
  const refusal = appropriationRefusal(pool, basis, actor, now);
  if (refusal) return refuse(refusal);
  const recorded = { ...pool, appropriation: basis };
  const release = releasingStep(recorded);
  const latest = release ?? basis.steps.findLast((step) => step.code !== "pending");
  return ok({
    ...recorded,
    log: logged(pool.log, command, actor, now, release ? "released" : "appropriation-recorded", {
      caseNumber: basis.caseNumber,
      amountOere: basis.amountOere,
      body: latest?.body ?? "",
      date: latest?.date ?? "",
    }),
  });
}

function appropriationRefusal(
  pool: GrantPool,
  basis: AppropriationBasis,
  actor: Actor,
  now: Instant,
): AppropriationRefusal | undefined {
  if (!isSecretariat(actor)) return { kind: "not-allowed" };
  const release = releasingStep(pool);
  if (release) return { kind: "already-released", by: release.body, date: release.date };
  if (basis.amountOere <= 0) return { kind: "amount-not-positive" };
  const allocated = pool.allocation.amountOere;
  if (basis.amountOere > allocated) {
    return { kind: "exceeds-allocation", overOere: subtractOere(basis.amountOere, allocated) };
  }
  const today = plainDateOf(now);
  const early = basis.steps.find((step) => step.code !== "pending" && step.date > today);
  if (early) return { kind: "step-in-future", body: early.body, date: early.date };
  const open = openBeforeCouncil(basis.steps);
  return open && { kind: "earlier-step-open", body: open.body };
}

function openBeforeCouncil(steps: readonly AppropriationStep[]): AppropriationStep | undefined {
  const council = steps.findIndex((step) => step.appropriates && step.code !== "pending");
  return steps.find((step, index) => index < council && step.code === "pending");
}
