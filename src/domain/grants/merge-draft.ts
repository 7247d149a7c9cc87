import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { GrantApplication } from "./application.ts";
import { type Draft, type DraftField, type DraftFields, emptyDraftFields } from "./draft.ts";
import { withCurrentAnswer } from "./draft-answer.ts";
import { storableEdit } from "./draft-cpr.ts";
import { type EditDraftRefusal, editDraftRefusal } from "./edit-draft.ts";

/** What one window has typed, and the stamps of the fields it had before it. */
export interface DraftEdit {
  readonly changes: Readonly<Partial<DraftFields>>;
  readonly base: Readonly<Partial<Record<DraftField, Instant>>>;
}

/** The form after a save. */
export interface MergedDraft {
  /** The same object when nothing changed: then there is nothing to write. */
  readonly draft: Draft;
  /** Fields that somebody else (another window too) changed after the stamps this window knew. */
  readonly changedElsewhere: readonly DraftField[];
  /** Paths of texts that look like a CPR number and are therefore not in `draft`. */
  readonly notStored: readonly string[];
  /** What stood in those of them that this save has written over, so that no word is lost. */
  readonly overwritten: Readonly<Partial<DraftFields>>;
}

/**
 * Saves what was typed, field by field: two who write in different fields never disturb each other. In the same field
 * what arrives last stands, and the answer says what it wrote over. Sending the same text again changes nothing. What
 * looks like a CPR number is left out, and everything else is saved.
 */
export function mergeDraft(
  draft: Draft,
  attempts: readonly GrantApplication[],
  typed: DraftEdit,
  actor: Actor,
  now: Instant,
): Result<MergedDraft, EditDraftRefusal> {
  const refusal = editDraftRefusal(draft, attempts, actor);
  if (refusal) return refuse(refusal);
  // The same words in answer to another question are typed anew.
  const current = withCurrentAnswer(draft, attempts);
  const { changes, notStored } = storableEdit(current, typed.changes);
  const edit = { changes, base: typed.base };
  const names = Object.keys(emptyDraftFields) as readonly DraftField[];
  const changed = names.filter((name) => isChange(current, edit, name));
  // What two windows have called no CPR number is put together, not written over.
  const changedElsewhere = names.filter((name) => name !== "notCpr" && isChangedElsewhere(draft, edit, name));
  const overwritten = changedElsewhere.filter((name) => changed.includes(name));
  return ok({
    draft: changed.length === 0 ? draft : withChanges(draft, edit, changed, now),
    changedElsewhere,
    notStored,
    overwritten: Object.fromEntries(overwritten.map((name) => [name, draft.fields[name]])),
  });
}

function withChanges(draft: Draft, edit: DraftEdit, changed: readonly DraftField[], now: Instant): Draft {
  const stamps = Object.fromEntries(changed.map((name) => [name, now]));
  return {
    ...draft,
    fields: { ...draft.fields, ...edit.changes },
    stamps: { ...draft.stamps, ...stamps },
    savedAt: now,
  };
}

function isChange(draft: Draft, edit: DraftEdit, name: DraftField): boolean {
  const typed = edit.changes[name];
  return typed !== undefined && !isSame(typed, draft.fields[name]);
}

function isChangedElsewhere(draft: Draft, edit: DraftEdit, name: DraftField): boolean {
  const stamp = draft.stamps[name];
  if (stamp === undefined) return false;
  const base = edit.base[name];
  const typed = edit.changes[name];
  // Without a base stamp the window has only said something about the fields that it sends.
  if (typed === undefined) return base !== undefined && stamp > base;
  return (base === undefined || stamp > base) && !isSame(typed, draft.fields[name]);
}

function isSame(a: DraftFields[DraftField], b: DraftFields[DraftField]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
