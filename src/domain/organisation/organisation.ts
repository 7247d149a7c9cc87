import type { Key } from "#domain/shared/keys.ts";
import type { Centre } from "./centre.ts";
import type { Person } from "./person.ts";

/** The organisation records as rules read them. */
export interface Organisation {
  readonly persons: readonly Person[];
  readonly centres: readonly Centre[];
}

/** The person with that key. */
export function findPerson(organisation: Organisation, key: Key | undefined): Person | undefined {
  return organisation.persons.find((person) => person.key === key);
}

/** The centre with that key. */
export function findCentre(organisation: Organisation, key: Key | undefined): Centre | undefined {
  return organisation.centres.find((centre) => centre.key === key);
}
