import type { Actor } from "#domain/organisation/actor.ts";
import type { Centre } from "#domain/organisation/centre.ts";
import type { Command } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { nextApplicationNumber } from "./application-number.ts";
import { type Draft, emptyDraftFields } from "./draft.ts";
import type { FundingRound, GrantPool } from "./grant-pool.ts";
import { isReleased } from "./pool-money.ts";
import { isHeadOf, isSecretariat } from "./who.ts";

/** Why no form can be begun. */
export type CreateDraftRefusal =
  | { readonly kind: "not-allowed" }
  /** The pool is earmarked for the municipality's own departments (000-11). */
  | { readonly kind: "centre-not-eligible"; readonly eligibility: string }
  | { readonly kind: "not-released" }
  | { readonly kind: "pool-closed"; readonly at: Instant }
  | { readonly kind: "round-not-open-yet"; readonly opensAt: Instant }
  | { readonly kind: "round-closed"; readonly closedAt: Instant };

/** What a new form rests on. `centre` is the record of the centre that applies, undefined when there is none. */
export interface CreateDraftState {
  readonly pool: GrantPool;
  readonly round: FundingRound;
  readonly centre: Centre | undefined;
  /** Numbers of all drafts and applications, to draw the next from. */
  readonly existingNumbers: readonly string[];
}

/**
 * Begins a form: its number is drawn now. People apply for their own centre or one they head; the secretariat on
 * behalf of any. The key comes from the command, so a double press makes one draft.
 */
export function createDraft(
  state: CreateDraftState,
  command: Command,
  actor: Actor,
  now: Instant,
): Result<Draft, CreateDraftRefusal> {
  const { pool, round } = state;
  const centre = applyingCentre(state, actor, now);
  if (!centre.ok) return centre;
  return ok({
    key: draftKeyOf(command),
    number: nextApplicationNumber(state.existingNumbers, round),
    poolKey: pool.key,
    roundKey: round.key,
    ownerKey: actor.personKey,
    centreKey: centre.value.key,
    fields: emptyDraftFields,
    stamps: {},
    createdAt: now,
    savedAt: now,
    discardedAt: undefined,
  });
}

/** The key of the draft that a press makes, to look up whether it has arrived before. */
export function draftKeyOf(command: Command): Key {
  return keyOf("draft", command.commandKey);
}

/** The centre the actor may begin a form for now, or what is in the way; for buttons and for the act itself. */
export function applyingCentre(
  state: Omit<CreateDraftState, "existingNumbers">,
  actor: Actor,
  now: Instant,
): Result<Centre, CreateDraftRefusal> {
  const { centre, pool, round } = state;
  if (!centre?.active) return refuse({ kind: "centre-not-eligible", eligibility: pool.eligibility });
  const isOwn = actor.centreKey === centre.key || isHeadOf(actor, centre.key);
  if (!isOwn && !isSecretariat(actor)) return refuse({ kind: "not-allowed" });
  if (!isReleased(pool)) return refuse({ kind: "not-released" });
  if (pool.closedAt !== undefined && pool.closedAt <= now) return refuse({ kind: "pool-closed", at: pool.closedAt });
  if (now < round.opensAt) return refuse({ kind: "round-not-open-yet", opensAt: round.opensAt });
  if (now >= round.closesAt) return refuse({ kind: "round-closed", closedAt: round.closesAt });
  return ok(centre);
}
