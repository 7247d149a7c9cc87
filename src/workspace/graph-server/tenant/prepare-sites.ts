import { userListColumns } from "../columns/built-in-columns.ts";
import { siteUserId, userListTitle } from "../items/site-user.ts";
import { createList } from "../lists/create-list.ts";
import { listsOf } from "../lists/list.ts";
import { systemActor } from "./identity-set.ts";
import type { Site } from "./site-directory.ts";
import type { Tenant } from "./tenant.ts";

/** Gives every site what Microsoft gives it: the hidden list of its users, a library, and numbers for its members. */
export function prepareSites(tenant: Tenant): void {
  for (const site of tenant.sites.all) {
    if (listsOf(tenant.db, site.id).length === 0) addFirstLists(tenant, site);
    for (const name of site.memberNames) addMember(tenant, site, name);
  }
}

function addFirstLists(tenant: Tenant, site: Site): void {
  const users = { displayName: userListTitle, name: "users", description: "", template: "userInformation" as const };
  createList(tenant, site, { ...users, system: true, columns: userListColumns }, systemActor);
  if (site.path === "/") return;
  const library = { displayName: "Dokumenter", name: "Delte dokumenter", description: "", system: false, columns: [] };
  createList(tenant, site, { ...library, template: "documentLibrary" }, systemActor);
}

function addMember(tenant: Tenant, site: Site, userPrincipalName: string): void {
  const person = tenant.people.find((candidate) => candidate.userPrincipalName.toLowerCase() === userPrincipalName);
  if (!person) return;
  siteUserId(tenant, site, { id: person.id, displayName: person.displayName, email: person.userPrincipalName });
}
