import { type Key, keyOf, parseKey } from "#domain/shared/keys.ts";
import { setHead } from "#use-cases/organisation/set-head.ts";
import { upsertBody } from "#use-cases/organisation/upsert-body.ts";
import { upsertCentre } from "#use-cases/organisation/upsert-centre.ts";
import { upsertPerson } from "#use-cases/organisation/upsert-person.ts";
import { demoBodies } from "./bodies.ts";
import { demoCentres } from "./centres.ts";
import { type DemoTeller, told } from "./demo-teller.ts";
import { DemoDataError, objectIdOf, userPrincipalNameOf } from "./municipality.ts";
import { demoPeople } from "./people.ts";

/** The key of a demo centre. */
export function centreKeyOf(id: string): Key {
  return keyOf("demo-centre", id);
}

/** The key of a demo person: the Entra object id without dashes. */
export function personKeyOf(user: string): Key {
  const key = parseKey(objectIdOf(user));
  if (!key) throw new DemoDataError(`no key for ${user}`);
  return key;
}

/** The key of a demo body. */
function bodyKeyOf(id: string): Key {
  return keyOf("demo-body", id);
}

/** Centres first, then people, then who heads which centre, and the bodies cases pass. */
export async function tellOrganisation(teller: DemoTeller): Promise<void> {
  const { deps, press } = teller;
  teller.say("Centre og medarbejdere …");
  for (const { id, name, shortName, active } of demoCentres) {
    const centre = { key: centreKeyOf(id), name, shortName, active };
    await told(name, upsertCentre(deps, { commandKey: press("centre", id), by: "system", centre }));
  }
  for (const { user, name, title, centre, roles } of demoPeople) {
    const person = {
      key: personKeyOf(user),
      objectId: objectIdOf(user),
      name,
      userPrincipalName: userPrincipalNameOf(user),
      title,
      centreKey: centreKeyOf(centre),
      roles,
      language: "da" as const,
      active: true,
    };
    await told(user, upsertPerson(deps, { commandKey: press("person", user), by: "system", person }));
  }
  for (const { id, head } of demoCentres) {
    if (!head) continue;
    const change = { centreKey: centreKeyOf(id), headKey: personKeyOf(head) };
    await told(`leder ${id}`, setHead(deps, { commandKey: press("head", id), by: "system", ...change }));
  }
  for (const { id, code, name, kind } of demoBodies) {
    const abbreviations = [{ code, from: undefined, to: undefined }];
    const body = { key: bodyKeyOf(id), name, kind, abbreviations, active: true };
    await told(name, upsertBody(deps, { commandKey: press("body", id), by: "system", body }));
  }
}
