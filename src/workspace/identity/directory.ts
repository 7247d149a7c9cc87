import { createHash } from "node:crypto";
import type { WorkspaceApplication, WorkspacePerson, WorkspaceSeed } from "../workspace-seed.ts";

/** Who and what the tenant knows: look-ups over the seed, by the names the protocols use. */
export interface Directory {
  readonly tenantId: string;
  readonly people: readonly WorkspacePerson[];
  isTenant(name: string): boolean;
  person(objectId: string): WorkspacePerson | undefined;
  /** By user principal name, or by the part before the at sign. */
  personByUserName(userName: string): WorkspacePerson | undefined;
  application(id: string): WorkspaceApplication | undefined;
  /** Origins some application may be returned to. */
  readonly applicationOrigins: ReadonlySet<string>;
  /** The object id of an application's service principal: made from the application id, so it never changes. */
  servicePrincipalId(applicationId: string): string;
}

/** Builds the look-ups; names are compared without regard to case, as Entra does. */
export function createDirectory(seed: WorkspaceSeed): Directory {
  const tenants = new Set(
    [seed.tenant.id, seed.tenant.domain, ...seed.tenant.aliases].map((name) => name.toLowerCase()),
  );
  const byId = new Map(seed.people.map((person) => [person.id.toLowerCase(), person]));
  const byName = new Map<string, WorkspacePerson>();
  for (const person of seed.people) {
    const name = person.userPrincipalName.toLowerCase();
    byName.set(name, person);
    byName.set(name.slice(0, name.lastIndexOf("@")), person);
  }
  const applications = new Map(seed.applications.map((application) => [application.id.toLowerCase(), application]));
  return {
    tenantId: seed.tenant.id,
    people: seed.people,
    isTenant: (name) => tenants.has(name.toLowerCase()),
    person: (objectId) => byId.get(objectId.toLowerCase()),
    personByUserName: (userName) => byName.get(userName.trim().toLowerCase()),
    application: (id) => applications.get(id.toLowerCase()),
    applicationOrigins: new Set(
      seed.applications.flatMap(({ redirectUris }) => redirectUris.map((uri) => URL.parse(uri)?.origin ?? "")),
    ),
    servicePrincipalId: (applicationId) => uuidFrom(`${seed.tenant.id}/${applicationId}`),
  };
}

/** A stable UUID (version 5 form) of a name. */
export function uuidFrom(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
