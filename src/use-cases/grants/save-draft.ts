import type { Draft, DraftField, DraftFields } from "#domain/grants/draft.ts";
import type { EditDraftRefusal } from "#domain/grants/edit-draft.ts";
import { type DraftEdit, mergeDraft } from "#domain/grants/merge-draft.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { commit } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { draftParts } from "./draft-parts.ts";
import { type ChangedBy, changedBy, overwrittenBefore, rememberWriter } from "./draft-writers.ts";

export interface SaveDraft extends DraftEdit {
  readonly draftKey: Key;
}

export interface SavedDraft {
  readonly changedElsewhere: readonly DraftField[];
  readonly overwritten: Readonly<Partial<DraftFields>>;
  /** Whose hand changed the fields in `changedElsewhere`; missing when there are none. */
  readonly changedBy?: ChangedBy;
  /** What the same hand's earlier saves on the same stamps had written over: their answers may have been lost. */
  readonly overwrittenBefore?: readonly Readonly<Partial<DraftFields>>[];
  /** Paths of texts that look like a CPR number: they are not stored, and the rest is. */
  readonly notStored: readonly string[];
}

/**
 * Saves what was typed, merged field by field into what is stored; when another window was faster the stored form is
 * read again and merged into. Saving the same text twice writes nothing.
 */
export async function saveDraft(
  deps: Deps,
  actor: Actor,
  command: SaveDraft,
): Promise<Result<SavedDraft, EditDraftRefusal | StoreFailure>> {
  const parts = draftParts(deps, actor, command.draftKey);
  if (!parts.ok) return parts;
  let writes: { readonly before: Draft; readonly after: Draft } | undefined;
  let outcome: SavedDraft = { changedElsewhere: [], overwritten: {}, notStored: [] };
  const saved = await commit<Draft, EditDraftRefusal>(deps.records.drafts, command.draftKey, (draft) => {
    const merged = mergeDraft(draft, parts.value.attempts, command, actor, deps.clock.now());
    if (!merged.ok) return merged;
    const { draft: kept, ...told } = merged.value;
    const { changedElsewhere } = told;
    const hand = changedBy(deps.records, draft, changedElsewhere, actor.personKey);
    const before = overwrittenBefore(deps.records, draft, command, actor.personKey);
    const again = before.length === 0 ? told : { ...told, overwrittenBefore: before };
    outcome = changedElsewhere.length === 0 ? again : { ...again, changedBy: hand };
    writes = { before: draft, after: kept };
    return ok(kept);
  });
  if (!saved.ok) return saved;
  if (writes !== undefined) rememberWriter(deps.records, writes, command, actor.personKey);
  return ok(outcome);
}
