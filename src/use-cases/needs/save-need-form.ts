import { mergeNeedForm, type NeedForm, needFormKey } from "#domain/needs/need-form.ts";
import type { TypedAnswers } from "#domain/needs/register-need.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { commitOrCreate } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";

export interface SavedNeedForm {
  readonly savedAt: Instant;
  /** Fields that look like a CPR number: they are not stored, and the rest is. */
  readonly notStored: readonly string[];
}

/** Keeps what is typed about a need until it is registered. Saving the same words twice writes nothing. */
export async function saveNeedForm(
  deps: Pick<Deps, "records" | "clock">,
  actor: Actor,
  changes: Partial<TypedAnswers>,
): Promise<Result<SavedNeedForm, StoreFailure>> {
  let notStored: readonly string[] = [];
  const saved = await commitOrCreate<NeedForm, never>(
    deps.records.needForms,
    needFormKey(actor.personKey),
    (before) => {
      const merged = mergeNeedForm(before, changes, actor, deps.clock.now());
      notStored = merged.notStored;
      return ok(merged.form);
    },
  );
  return saved.ok ? ok({ savedAt: saved.value.value.savedAt, notStored }) : saved;
}
