import { type CreateDraftRefusal, createDraft as decide, draftKeyOf } from "#domain/grants/create-draft.ts";
import type { Draft } from "#domain/grants/draft.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { inTurn } from "../in-turn.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { findPoolOfRound } from "./pool-views.ts";

export interface CreateDraft {
  readonly commandKey: Key;
  readonly roundKey: Key;
  /** The centre that applies; the actor's own where none is given. */
  readonly centreKey: Key | undefined;
}

/** How often a number is drawn again when others drew the same. */
const MOST_DRAWS = 12;

/**
 * Begins a form and draws its number. A double press is one draft; when somebody else took the number first (the
 * store's unique column says so), the next one is drawn.
 */
export function createDraft(
  deps: Deps,
  actor: Actor,
  command: CreateDraft,
): Promise<Result<Key, CreateDraftRefusal | StoreFailure>> {
  // On the morning a round opens everybody draws at once.
  return inTurn(deps.records.drafts, () => drawAndCreate(deps, actor, command));
}

async function drawAndCreate(
  deps: Deps,
  actor: Actor,
  command: CreateDraft,
): Promise<Result<Key, CreateDraftRefusal | StoreFailure>> {
  const { records, clock } = deps;
  const key = draftKeyOf(command);
  const taken: string[] = [];
  for (let draw = 1; ; draw += 1) {
    const earlier = records.drafts.byKey(key);
    if (earlier !== undefined) return ownDraft(earlier.value, actor);
    const found = findPoolOfRound(deps, command.roundKey);
    if (found === undefined) return refuse(notFound);
    const centre = records.centres.byKey(command.centreKey ?? actor.centreKey)?.value;
    const existingNumbers = [...numbersInUse(deps), ...taken];
    const state = { pool: found.pool.value, round: found.round, centre, existingNumbers };
    const decided = decide(state, command, actor, clock.now());
    if (!decided.ok) return decided;
    const made = await records.drafts.create(decided.value);
    if (made.ok) return ok(made.value.value.key);
    if (made.refusal.kind !== "duplicate-key" || draw === MOST_DRAWS) return made;
    // Either this very press was faster on another way, or somebody else drew the same number.
    const fresh = await records.drafts.read(key);
    if (fresh.ok) return ownDraft(fresh.value.value, actor);
    taken.push(decided.value.number);
    const upToDate = await records.refresh(["drafts"]);
    if (!upToDate.ok) return upToDate;
  }
}

function ownDraft(draft: Draft, actor: Actor): Result<Key, StoreFailure> {
  return draft.ownerKey === actor.personKey ? ok(draft.key) : refuse(notFound);
}

function numbersInUse({ records }: Deps): readonly string[] {
  return [
    ...records.drafts.all().map(({ value }) => value.number),
    ...records.applications.all().map(({ value }) => value.number),
  ];
}
