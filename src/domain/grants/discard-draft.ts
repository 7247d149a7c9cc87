import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { GrantApplication } from "./application.ts";
import { latestReturned } from "./attempts.ts";
import type { Draft } from "./draft.ts";
import { type EditDraftRefusal, editDraftRefusal } from "./edit-draft.ts";

/** Puts a form away; its number stays drawn. A draft that was handed in before is part of the case and stays. */
export function discardDraft(
  draft: Draft,
  attempts: readonly GrantApplication[],
  actor: Actor,
  now: Instant,
): Result<Draft, EditDraftRefusal> {
  const refusal = editDraftRefusal(draft, attempts, actor);
  if (refusal) return refuse(refusal);
  const returned = latestReturned(attempts);
  if (returned) {
    const { applicantKey: by, pressedAt: at, key: applicationKey, number } = returned;
    return refuse({ kind: "already-submitted", by, at, applicationKey, number });
  }
  return ok({ ...draft, discardedAt: now, savedAt: now });
}
