import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";

/** Whether the actor handles pools: writes rounds, puts up for decision, acts on behalf of others (B10). */
export function isSecretariat(actor: Actor): boolean {
  return actor.roles.includes("secretariat");
}

/** Whether the actor is head of that centre: approves its applications (B10). */
export function isHeadOf(actor: Actor, centreKey: Key): boolean {
  return actor.headOf.includes(centreKey);
}
