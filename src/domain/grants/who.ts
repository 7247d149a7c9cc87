import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { GrantApplication } from "./application.ts";

/** Whether the actor handles pools: writes rounds, puts up for decision, acts on behalf of others (B10). */
export function isSecretariat(actor: Pick<Actor, "roles">): boolean {
  return actor.roles.includes("secretariat");
}

/** Whether the actor is head of that centre: approves its applications (B10). */
export function isHeadOf(actor: Actor, centreKey: Key): boolean {
  return actor.headOf.includes(centreKey);
}

/** Whether the application is the actor's own: as its applicant, or as head of the applying centre. */
export function isOwn(actor: Actor, application: Pick<GrantApplication, "applicantKey" | "centreKey">): boolean {
  return application.applicantKey === actor.personKey || isHeadOf(actor, application.centreKey);
}
