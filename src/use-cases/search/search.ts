import type { Actor } from "#domain/organisation/actor.ts";
import { type SearchQuery, searchQuery, searchRank } from "#domain/shared/find-text.ts";
import { compareDanish, searchKey } from "#domain/shared/plain-text.ts";
import type { Deps } from "../ports/deps.ts";
import { type Findable, findables, type SearchHitView } from "./findables.ts";
import { planCommands } from "./plan-commands.ts";
import { type RoundCommandView, roundCommands } from "./round-commands.ts";
import { roundsOnce } from "./rounds-once.ts";

/** What was found, whether there is more of it, and what can be done. */
export interface SearchView {
  readonly hits: readonly SearchHitView[];
  readonly more: boolean;
  readonly commands: readonly RoundCommandView[];
}

const MOST_HITS = 20;
/** Behind the worst rank of a record's own number and title. */
const BELONGS = 10;

/**
 * What the actor finds by a typed text, best first, and what she may do now. Only texts that every reader of a record
 * sees are searched, and a record is found by nobody who would not meet it in its round's list (B10, T19).
 * 0 Graph requests.
 */
export function search(deps: Deps, actor: Actor, typed: string): SearchView {
  const rounds = roundsOnce(deps);
  const query = searchQuery(typed);
  const found = query === undefined ? [] : matching(findables(deps, actor, rounds), query);
  const hits: SearchHitView[] = [];
  for (const { isSeen, hit } of found) {
    // Rights are worked out for what would be shown only: that is what costs time among thousands.
    if (hits.length <= MOST_HITS && isSeen()) hits.push(hit);
  }
  return {
    hits: hits.slice(0, MOST_HITS),
    more: hits.length > MOST_HITS,
    commands: [...roundCommands(deps, actor, rounds), ...planCommands(deps, actor)],
  };
}

function matching(all: readonly Findable[], query: SearchQuery): readonly Findable[] {
  const places = new Map<string, string>();
  const ranked = all.flatMap((each) => {
    const own = ownKeys(each);
    const rank = searchRank(own, query);
    if (rank !== undefined) return [{ each, rank }];
    // What a record is called comes before where it belongs, however well that fits.
    const belongs = searchRank([...own, ...placeKeys(each, places)], query);
    return belongs === undefined ? [] : [{ each, rank: BELONGS + belongs }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || compareDanish(b.each.hit.number, a.each.hit.number))
    .map(({ each }) => each);
}

/** Search keys of number and title by the record they stand in; a change makes another record. */
const kept = new WeakMap<object, readonly string[]>();

function ownKeys({ record, hit }: Findable): readonly string[] {
  const before = kept.get(record);
  if (before !== undefined) return before;
  const keys = [hit.number, hit.title].map(searchKey);
  kept.set(record, keys);
  return keys;
}

/** Search keys of centres, rounds and pools, which are few and stand in many records. */
function placeKeys({ hit }: Findable, known: Map<string, string>): readonly string[] {
  return hit.places.map((place) => {
    const key = known.get(place) ?? searchKey(place);
    known.set(place, key);
    return key;
  });
}
