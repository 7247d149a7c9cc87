import { type Command, earlierPress, logged } from "#domain/shared/command.ts";
import { type Instant, type PlainDate, plainDateOf } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { type Oere, subtractOere } from "#domain/shared/money.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { AppropriationBasis, AppropriationStep, GrantPool } from "./grant-pool.ts";
import { releasingStep } from "./pool-money.ts";

/** Why an appropriation is not recorded. */
export type AppropriationRefusal =
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
 * Takes over from the pool's case how far it has come: what nobody types, and what the case's own rules have let in.
 * Here the pool guards its money (law 5). Concurrence of a committee releases nothing (000-02); only the
 * council's approval does (000-03, R-20). The log names case, body and date.
 */
export function recordAppropriation(
  pool: GrantPool,
  command: Command & { readonly basis: AppropriationBasis },
  by: { readonly personKey: Key },
  now: Instant,
): Result<GrantPool, AppropriationRefusal> {
  const { basis } = command;
  const earlier = earlierPress(pool.log, command);
  if (earlier) return refuse({ kind: "already-recorded", ...earlier });
  const refusal = appropriationRefusal(pool, basis, now);
  if (refusal) return refuse(refusal);
  const recorded = { ...pool, appropriation: basis };
  const release = releasingStep(recorded);
  const latest = release ?? basis.steps.findLast((step) => step.code !== "pending");
  return ok({
    ...recorded,
    log: logged(pool.log, command, by, now, release ? "released" : "appropriation-recorded", {
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
  now: Instant,
): AppropriationRefusal | undefined {
  const release = releasingStep(pool);
  if (release) return { kind: "already-released", by: release.body, date: release.date };
  if (basis.amountOere <= 0) return { kind: "amount-not-positive" };
  const allocated = pool.allocation.amountOere;
  if (basis.amountOere > allocated) {
    return { kind: "exceeds-allocation", overOere: subtractOere(basis.amountOere, allocated) };
  }
  const today = plainDateOf(now);
  for (const { code, date, body } of basis.steps) {
    if (code !== "pending" && date !== undefined && date > today) return { kind: "step-in-future", body, date };
  }
  const open = openBeforeCouncil(basis.steps);
  return open && { kind: "earlier-step-open", body: open.body };
}

function openBeforeCouncil(steps: readonly AppropriationStep[]): AppropriationStep | undefined {
  const council = steps.findIndex((step) => step.appropriates && step.code !== "pending");
  return steps.find((step, index) => index < council && step.code === "pending");
}
