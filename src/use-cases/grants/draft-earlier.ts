import type { GrantApplication } from "#domain/grants/application.ts";
import type { Draft } from "#domain/grants/draft.ts";
import { applicationAccess } from "#domain/grants/grant-access.ts";
import { reviewProgress } from "#domain/grants/review-progress.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Deps } from "../ports/deps.ts";
import { applicationParts } from "./application-parts.ts";
import { roundState } from "./round-state.ts";

/**
 * Numbers "Genansøgning af" is known to mean: the applying centre's other applications, as far as the actor may see them
 * (B10), so that the answer tells nobody of an application that is not theirs to know. Each round is worked out once, as
 * this is asked with every save. 0 Graph requests.
 */
export function earlierNumbers(deps: Deps, actor: Actor, draft: Draft): readonly string[] {
  const mayKnow = sightOfRounds(deps, actor);
  const numbers = new Set<string>();
  for (const { value } of deps.records.applications.all()) {
    if (value.centreKey !== draft.centreKey || value.draftKey === draft.key || value.returned !== undefined) continue;
    if (mayKnow(value)) numbers.add(value.number);
  }
  return [...numbers].sort();
}

/** Whether the actor may know of an application; what that rests on is kept per round. */
function sightOfRounds(deps: Deps, actor: Actor): (application: GrantApplication) => boolean {
  type Sight = (application: GrantApplication) => boolean;
  const byRound = new Map<Key, Sight>();
  const sightOf = (application: GrantApplication): Sight => {
    const parts = applicationParts(deps, application.key);
    if (!parts.ok) return () => false;
    const state = roundState(deps, parts.value.pool.value, parts.value.round);
    const progress = reviewProgress(state);
    const now = deps.clock.now();
    return (each) => applicationAccess(actor, each, state, progress, now).has("exists");
  };
  return (application) => {
    const sight = byRound.get(application.roundKey) ?? sightOf(application);
    byRound.set(application.roundKey, sight);
    return sight(application);
  };
}
