import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { GrantApplication } from "./application.ts";
import { liveAttempt } from "./attempts.ts";
import type { Draft } from "./draft.ts";
import { isSecretariat } from "./who.ts";

/** Why a form cannot be written in any more. */
export type EditDraftRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "draft-discarded"; readonly at: Instant }
  | {
      readonly kind: "already-submitted";
      readonly by: Key;
      readonly at: Instant;
      readonly applicationKey: Key;
      readonly number: string;
    };

/** Whether the actor may see and write in a draft: its owner, and the secretariat on behalf (B10). */
export function maySeeDraft(draft: Draft, actor: Actor): boolean {
  return draft.ownerKey === actor.personKey || isSecretariat(actor);
}

/**
 * What keeps the actor from writing in the form. A handed-in application makes the draft inert until it is returned.
 *
 * @param attempts the applications handed in from this draft
 */
export function editDraftRefusal(
  draft: Draft,
  attempts: readonly GrantApplication[],
  actor: Actor,
): EditDraftRefusal | undefined {
  if (!maySeeDraft(draft, actor)) return { kind: "not-allowed" };
  if (draft.discardedAt !== undefined) return { kind: "draft-discarded", at: draft.discardedAt };
  const live = liveAttempt(attempts);
  if (!live) return undefined;
  return {
    kind: "already-submitted",
    by: live.applicantKey,
    at: live.pressedAt,
    applicationKey: live.key,
    number: live.number,
  };
}
