import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Case, CaseAppropriation } from "./case.ts";
import { mayGivePool } from "./case-access.ts";
import { type CaseActRefusal, caseActRefusal } from "./edit-case.ts";
import { type RouteGuardRefusal, routeGuard } from "./route-guard.ts";

/** Why a case does not become the one a pool asks for its money with. */
export type CommandPoolRefusal =
  | CaseActRefusal
  | RouteGuardRefusal
  /** A case asks for one pool's money, and that is not changed behind it. */
  | { readonly kind: "case-has-pool" };

/**
 * Lets a case that stands already command a pool: from now on the pool hears of its decisions (decision 0021). The way that is
 * laid must be one that appropriates.
 */
export function commandPool(
  theCase: Case,
  command: Command & { readonly appropriation: CaseAppropriation },
  actor: Actor,
  now: Instant,
): Result<Case, CommandPoolRefusal> {
  const { appropriation } = command;
  if (theCase.appropriation?.poolKey === appropriation.poolKey) return ok(theCase);
  // The secretariat writes the cases of pools, and this becomes one.
  const written = mayGivePool(actor, theCase) ? { ...theCase, appropriation } : theCase;
  const refusal = caseActRefusal(written, command, actor);
  if (refusal) return refuse(refusal);
  if (theCase.appropriation !== undefined) return refuse({ kind: "case-has-pool" });
  const guard = theCase.steps.length > 0 ? routeGuard({ ...theCase, appropriation }, theCase.steps) : undefined;
  if (guard) return refuse(guard);
  const log = logged(theCase.log, command, actor, now, "pool-commanded", { amountOere: appropriation.amountOere });
  return ok({ ...theCase, appropriation, log });
}
