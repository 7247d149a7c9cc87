import { type Actor, actorOf } from "#domain/organisation/actor.ts";
import type { Centre } from "#domain/organisation/centre.ts";
import type { Organisation } from "#domain/organisation/organisation.ts";
import type { Person } from "#domain/organisation/person.ts";
import type { Key } from "#domain/shared/keys.ts";
import { emptyLog } from "#domain/shared/log.ts";
import { aKey } from "./keys.ts";

/** An active centre without a head; its key is that of its short name. */
export function aCentre(overrides: Partial<Centre> = {}): Centre {
  const shortName = overrides.shortName ?? "Sundhed og Omsorg";
  return {
    key: aKey(shortName),
    name: `Center for ${shortName}`,
    shortName,
    headKey: undefined,
    active: true,
    log: emptyLog,
    ...overrides,
  };
}

/** An active employee of Sundhed og Omsorg without roles; the key is that of the name. */
export function aPerson(overrides: Partial<Person> = {}): Person {
  const name = overrides.name ?? "Anja Ansøger";
  const userName = name.toLowerCase().replaceAll(" ", ".");
  return {
    key: aKey(name),
    objectId: `object-${userName}`,
    name,
    userPrincipalName: `${userName}@fjordkoebing.example`,
    title: "Teamleder",
    centreKey: aKey("Sundhed og Omsorg"),
    roles: [],
    language: "da",
    active: true,
    log: emptyLog,
    ...overrides,
  };
}

/** The small municipality of the tests: everybody who has a part in a round, each from a centre of their own. */
export const people = {
  applicant: aPerson({ name: "Anja Ansøger" }),
  colleague: aPerson({ name: "Karin Kollega" }),
  head: aPerson({ name: "Lone Leder", title: "Sundheds- og omsorgschef" }),
  otherHead: aPerson({ name: "Sten Skolechef", centreKey: aKey("Skole og Dagtilbud") }),
  chair: aPerson({ name: "Frida Formand", centreKey: aKey("Borgerservice"), roles: ["chair", "reviewer"] }),
  deputy: aPerson({ name: "Niels Næstformand", centreKey: aKey("Politik og Ledelse"), roles: ["deputy-chair"] }),
  economist: aPerson({ name: "Økke Økonom", centreKey: aKey("Økonomi"), roles: ["reviewer"] }),
  spokesman: aPerson({ name: "Tine Tillidsmand", centreKey: aKey("Børn og Familie"), roles: ["reviewer"] }),
  substitute: aPerson({ name: "Sune Suppleant", centreKey: aKey("Kultur og Fritid"), roles: ["substitute"] }),
  adviser: aPerson({ name: "Rie Rådgiver", centreKey: aKey("It"), roles: ["adviser"] }),
  secretary: aPerson({ name: "Sofie Sekretær", centreKey: aKey("Sekretariat"), roles: ["secretariat"] }),
  officer: aPerson({ name: "Kasper Sagsbehandler", centreKey: aKey("Sekretariat"), roles: ["case-officer"] }),
  director: aPerson({ name: "Ditte Direktør", centreKey: aKey("Direktionen"), roles: ["directors"] }),
  administrator: aPerson({ name: "Asger Administrator", centreKey: aKey("It"), roles: ["administrator"] }),
} as const;

/** Names in `people`. */
export type PersonName = keyof typeof people;

/** The centres of `people`; Sundhed og Omsorg, Skole og Dagtilbud and Borgerservice have heads. */
export const centres: readonly Centre[] = [
  aCentre({ headKey: people.head.key }),
  aCentre({ shortName: "Skole og Dagtilbud", headKey: people.otherHead.key }),
  aCentre({ shortName: "Borgerservice", headKey: people.chair.key }),
  ...["Politik og Ledelse", "Økonomi", "Børn og Familie", "Kultur og Fritid", "It", "Sekretariat", "Direktionen"].map(
    (shortName) => aCentre({ shortName }),
  ),
];

/** The organisation of the tests, with persons exchanged or added. */
export function anOrganisation(...changed: readonly Person[]): Organisation {
  const changedKeys: readonly Key[] = changed.map((person) => person.key);
  const persons = Object.values(people).filter((person) => !changedKeys.includes(person.key));
  return { persons: [...persons, ...changed], centres };
}

/** The actor that a person of the tests is, with overrides. */
export function anActor(name: PersonName, overrides: Partial<Actor> = {}): Actor {
  return { ...actorOf(people[name], centres), ...overrides };
}
