import type { GrantApplication } from "#domain/grants/application.ts";
import { applicationAccess, type FieldClass } from "#domain/grants/grant-access.ts";
import { type ReviewProgress, type RoundState, reviewProgress } from "#domain/grants/review-progress.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { type ApplicationParts, applicationParts } from "./application-parts.ts";
import { roundState } from "./round-state.ts";

/** An application as one reader meets it: the round's records, and the field classes the reader may see (B10). */
export interface SeenApplication {
  readonly application: GrantApplication;
  readonly state: RoundState;
  readonly progress: ReviewProgress;
  readonly sees: ReadonlySet<FieldClass>;
}

export interface VisibleApplication extends ApplicationParts {
  readonly seen: SeenApplication;
}

/** Finds an application and what the actor may see of it; "not there" and "not yours" are one answer (T19). */
export function visibleApplication(deps: Deps, actor: Actor, key: Key): Result<VisibleApplication, StoreFailure> {
  const parts = applicationParts(deps, key);
  if (!parts.ok) return parts;
  const state = roundState(deps, parts.value.pool.value, parts.value.round);
  const progress = reviewProgress(state);
  const application = parts.value.application.value;
  const sees = applicationAccess(actor, application, state, progress, deps.clock.now());
  if (!sees.has("exists")) return refuse(notFound);
  return ok({ ...parts.value, seen: { application, state, progress, sees } });
}
