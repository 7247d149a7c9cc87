import type { Organisation } from "#domain/organisation/organisation.ts";
import type { Person } from "#domain/organisation/person.ts";

/** Who answers questions about pools: the first of the pool secretariat who is there. */
export function contactPerson({ persons }: Pick<Organisation, "persons">): Person | undefined {
  return persons.find((person) => person.active && person.roles.includes("secretariat"));
}
