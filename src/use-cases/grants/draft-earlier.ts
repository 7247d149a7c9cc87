import type { Draft } from "#domain/grants/draft.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Deps } from "../ports/deps.ts";
import { visibleApplication } from "./visible-application.ts";

/**
 * Numbers that "Genansøgning af" may name: the applying centre's other applications, as far as the actor may see them
 * (B10), so that the answer tells nobody of an application that is not theirs to know. 0 Graph requests.
 */
export function earlierNumbers(deps: Deps, actor: Actor, draft: Draft): readonly string[] {
  const numbers = new Set<string>();
  for (const { value } of deps.records.applications.all()) {
    if (value.centreKey !== draft.centreKey || value.draftKey === draft.key || value.returned !== undefined) continue;
    if (visibleApplication(deps, actor, value.key).ok) numbers.add(value.number);
  }
  return [...numbers].sort();
}
