import { type SubmitRefusal, submitApplication } from "#domain/grants/submit-application.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { isRepeatedPress } from "../repeated-press.ts";
import { earlierNumbers } from "./draft-earlier.ts";
import { draftParts } from "./draft-parts.ts";

export interface SubmitDraft {
  readonly commandKey: Key;
  readonly draftKey: Key;
  /** When the service received the press: decides whether it is in time. */
  readonly pressedAt: Instant;
}

/**
 * Hands a form in: brings pools, drafts and applications up to date, then exactly one create. Two presses that race
 * make the same key, so the second finds the first's application and answers with it.
 * @returns the application's key
 */
export async function submitDraft(
  deps: Deps,
  actor: Actor,
  command: SubmitDraft,
): Promise<Result<Key, SubmitRefusal | StoreFailure>> {
  const seen = draftParts(deps, actor, command.draftKey);
  if (!seen.ok) return seen;
  const upToDate = await deps.records.refresh(["pools", "drafts", "applications"]);
  if (!upToDate.ok) return upToDate;
  const parts = draftParts(deps, actor, command.draftKey);
  if (!parts.ok) return parts;
  const { draft, pool, round, centre, attempts } = parts.value;
  const earlier = attempts.find((attempt) => isRepeatedPress(attempt.log, command, actor));
  if (earlier !== undefined) return ok(earlier.key);
  const numbers = earlierNumbers(deps, actor, draft.value);
  const state = { draft: draft.value, pool, round, centre, attempts, earlierNumbers: numbers };
  const decided = submitApplication(state, command, actor, command.pressedAt);
  if (!decided.ok) return decided;
  const made = await deps.records.applications.create(decided.value);
  if (made.ok) return ok(made.value.value.key);
  if (made.refusal.kind !== "duplicate-key") return made;
  const winner = await deps.records.applications.read(decided.value.key);
  return winner.ok ? ok(winner.value.value.key) : winner;
}
