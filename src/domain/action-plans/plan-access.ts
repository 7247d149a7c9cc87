import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { ActionItem } from "./action-item.ts";

/**
 * What may be done in the action plan; everybody employed reads it (B10).
 *
 * - create: put an item into the plan
 * - edit: everything in it, its owner, centre and focus areas too
 * - report: say how it goes, move it in time, tick its milestones
 */
export const planActs = ["create", "edit", "report"] as const;
export type PlanAct = (typeof planActs)[number];

/** Whether the actor runs the plan as a whole: pool secretariat and chair write, everybody else reads (B10). */
export function runsPlan(actor: Actor): boolean {
  return actor.roles.includes("secretariat") || actor.roles.includes("chair");
}

/** Whether the actor may put items of that centre into the plan: who runs it, and the head of the centre (B10). */
export function mayCreateFor(actor: Actor, centreKey: Key): boolean {
  return runsPlan(actor) || actor.headOf.includes(centreKey);
}

/**
 * Whether the actor may do it with this item. The owner reports on the own item, since the owner is asked (decision
 * 0022), but neither gives it away nor moves it to another centre or area.
 */
export function mayActOn(actor: Actor, act: PlanAct, item: Pick<ActionItem, "centreKey" | "ownerKey">): boolean {
  if (mayCreateFor(actor, item.centreKey)) return true;
  return act === "report" && item.ownerKey === actor.personKey;
}
