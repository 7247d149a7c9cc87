import { findPerson, type Organisation } from "#domain/organisation/organisation.ts";
import type { Person } from "#domain/organisation/person.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Deps } from "../ports/deps.ts";

/** The organisation records as the rules read them, from the replica. */
export function organisationNow({ records }: Pick<Deps, "records">): Organisation {
  return {
    persons: records.persons.all().map(({ value }) => value),
    centres: records.centres.all().map(({ value }) => value),
  };
}

/** A person as a screen may show her. */
export interface PersonRefView {
  readonly key: Key;
  readonly name: string;
  readonly title: string;
}

/** Name and title by key; a person who is gone from the records keeps the key and shows as "–". */
export function personRef(organisation: Organisation, key: Key): PersonRefView {
  const person: Person | undefined = findPerson(organisation, key);
  return { key, name: person?.name ?? "–", title: person?.title ?? "" };
}
