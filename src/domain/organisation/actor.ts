import type { Key } from "#domain/shared/keys.ts";
import type { Centre } from "./centre.ts";
import type { Person, Role } from "./person.ts";

/** Who presses: rights come from the organisation records, never from the token or the card. */
export interface Actor {
  readonly personKey: Key;
  readonly name: string;
  readonly centreKey: Key;
  readonly headOf: readonly Key[];
  readonly roles: readonly Role[];
}

/** The actor a person is today, by the organisation records. */
export function actorOf(person: Person, centres: readonly Centre[]): Actor {
  return {
    personKey: person.key,
    name: person.name,
    centreKey: person.centreKey,
    headOf: centres.filter((centre) => centre.headKey === person.key).map((centre) => centre.key),
    roles: person.roles,
  };
}

/** Whether the actor holds a role. */
export function hasRole(actor: Actor, role: Role): boolean {
  return actor.roles.includes(role);
}
