import { keyOf } from "#domain/shared/keys.ts";
import { type DemoPerson, demoPeople } from "./people.ts";

/** The ids everybody relies on (docs/architecture.md, "Faste navne"). */
export const demoMunicipality = {
  name: "Fjordkøbing Kommune",
  domain: "fjordkoebing.example",
  tenantId: "f7e3d1a0-5b2c-4c86-9a41-6d0c2f9b1e01",
  tenantAliases: ["organizations"],
  appId: "f7e3d1a0-5b2c-4c86-9a41-6d0c2f9b1e02",
  scriptClientId: "f7e3d1a0-5b2c-4c86-9a41-6d0c2f9b1e03",
  /** Host of the SharePoint addresses; the workspace serves them from this machine. */
  siteHost: "localhost",
  openSitePath: "/sites/fremdrift",
  recordSitePath: "/sites/sagsrum",
  timeZone: "Europe/Copenhagen",
  /** Account of the SharePoint administrator who provisions the two sites; no employee of the organisation records. */
  provisioningUser: "sharepoint.administrator",
} as const;

/** Entra object id of a demo person: made from the user name, so that links and tests keep. */
export function objectIdOf(user: string): string {
  const hex = keyOf("demo-person", user);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** User principal name of a demo person. */
export function userPrincipalNameOf(user: string): string {
  return `${user}@${demoMunicipality.domain}`;
}

/** The demo person with a user name; a wrong name is a mistake in the demo data. */
export function demoPersonNamed(user: string): DemoPerson {
  const found = demoPeople.find((person) => person.user === user);
  if (!found) throw new DemoDataError(`no demo person ${user}`);
  return found;
}

/** The demo data contradicts itself. */
export class DemoDataError extends Error {
  override name = "DemoDataError";
}
