import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Need } from "./need.ts";

/** Whether the actor registers needs: everybody employed (B10); who speaks for a council is heard in consultations. */
export function mayRegisterNeeds(actor: Actor): boolean {
  return !actor.roles.includes("consultation-party");
}

/** Whether the actor carries a centre's needs on or closes them: its head, the secretariat and the chair. */
export function handlesNeedsOf(actor: Actor, centreKey: Key): boolean {
  return actor.headOf.includes(centreKey) || actor.roles.includes("secretariat") || actor.roles.includes("chair");
}

/** Whether the actor reads every centre's needs: those who may read the open list (B10), and the directors. */
export function readsAllNeeds(actor: Actor): boolean {
  const readers = ["secretariat", "chair", "case-officer", "directors"] as const;
  return actor.headOf.length > 0 || readers.some((role) => actor.roles.includes(role));
}

/** Whether the actor reads a need: the finder, colleagues of the same centre, and who reads them all. */
export function maySeeNeed(actor: Actor, need: Pick<Need, "finderKey" | "centreKey">): boolean {
  return need.finderKey === actor.personKey || need.centreKey === actor.centreKey || readsAllNeeds(actor);
}

/** Whether the actor may know who found it: the finder, and who may ask the finder more. */
export function maySeeFinder(actor: Actor, need: Pick<Need, "finderKey" | "centreKey">): boolean {
  return need.finderKey === actor.personKey || handlesNeedsOf(actor, need.centreKey);
}
