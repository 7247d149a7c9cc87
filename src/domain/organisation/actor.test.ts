import { describe, expect, it } from "vitest";
import { anOrganisation, aPerson, centres, people } from "#test/builders/organisation.ts";
import { actorOf, hasRole } from "./actor.ts";
import { findCentre, findPerson } from "./organisation.ts";

describe("actorOf", () => {
  it("takes rights from the organisation records: centre, headed centres and roles", () => {
    expect(actorOf(people.chair, centres)).toEqual({
      personKey: people.chair.key,
      name: people.chair.name,
      centreKey: people.chair.centreKey,
      headOf: [people.chair.centreKey],
      roles: ["chair", "reviewer"],
    });
    expect(actorOf(people.applicant, centres).headOf).toEqual([]);
  });

  it("says which roles the actor holds", () => {
    const actor = actorOf(people.secretary, centres);
    expect(hasRole(actor, "secretariat")).toBe(true);
    expect(hasRole(actor, "administrator")).toBe(false);
  });
});

describe("organisation", () => {
  it("finds persons and centres by key", () => {
    const organisation = anOrganisation();
    expect(findPerson(organisation, people.head.key)?.name).toBe(people.head.name);
    expect(findPerson(organisation, aPerson({ name: "Ukendt" }).key)).toBeUndefined();
    expect(findCentre(organisation, people.head.centreKey)?.headKey).toBe(people.head.key);
    expect(findCentre(organisation, undefined)).toBeUndefined();
  });
});
