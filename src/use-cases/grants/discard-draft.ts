import { discardDraft as decide } from "#domain/grants/discard-draft.ts";
import type { Draft } from "#domain/grants/draft.ts";
import type { EditDraftRefusal } from "#domain/grants/edit-draft.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { commit } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { draftParts } from "./draft-parts.ts";

/** Puts a form away for good; its number stays drawn. Doing it twice is done once. */
export async function discardDraft(
  deps: Deps,
  actor: Actor,
  draftKey: Key,
): Promise<Result<void, EditDraftRefusal | StoreFailure>> {
  const parts = draftParts(deps, actor, draftKey);
  if (!parts.ok) return parts;
  const saved = await commit<Draft, EditDraftRefusal>(deps.records.drafts, draftKey, (draft) =>
    draft.discardedAt === undefined ? decide(draft, parts.value.attempts, actor, deps.clock.now()) : ok(draft),
  );
  return saved.ok ? ok(undefined) : saved;
}
