import { columnsOf } from "../columns/column.ts";
import { foldCase } from "../database/open-database.ts";
import { findList, type SharePointList } from "../lists/list.ts";
import { type Actor, systemActor } from "../tenant/identity-set.ts";
import type { Site } from "../tenant/site-directory.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { FieldValue } from "./item.ts";
import { insertItem } from "./write-item.ts";

export const userListTitle = "User Information List";

/** Number SharePoint gives its own system account. */
const systemUserId = 1_073_741_823;

interface SiteUser {
  readonly account: string;
  readonly title: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** The site-local number of whoever acts; people and applications get one when they are first seen on the site. */
export function siteUserId(
  tenant: Tenant,
  site: Site,
  principal: NonNullable<Actor["user"]> | { application: NonNullable<Actor["application"]> },
): number {
  if ("id" in principal && principal.id === "") return systemUserId;
  return ensureSiteUser(
    tenant,
    site,
    "application" in principal ? asApplication(principal.application) : asPerson(tenant, principal),
  );
}

function asPerson(tenant: Tenant, user: NonNullable<Actor["user"]>): SiteUser {
  const person = tenant.people.find((candidate) => candidate.id === user.id);
  const fields: Record<string, FieldValue> = { EMail: user.email, UserName: user.email };
  if (person?.jobTitle) fields["JobTitle"] = person.jobTitle;
  if (person?.department) fields["Department"] = person.department;
  return { account: `i:0#.f|membership|${user.email.toLowerCase()}`, title: user.displayName, fields };
}

function asApplication(application: NonNullable<Actor["application"]>): SiteUser {
  return {
    account: `i:0i.t|00000003-0000-0ff1-ce00-000000000000|${application.id}`,
    title: application.displayName,
    fields: {},
  };
}

function ensureSiteUser(tenant: Tenant, site: Site, user: SiteUser): number {
  const list = findList(tenant.db, site.id, userListTitle);
  if (!list) return systemUserId;
  return knownUser(tenant, list, user.account) ?? addUser(tenant, site, list, user);
}

function knownUser(tenant: Tenant, list: SharePointList, account: string): number | undefined {
  return tenant.db.get<{ id: number }>(
    `SELECT i.id FROM columns c JOIN columnValues v ON v.columnKey = c.key JOIN items i ON i.key = v.itemKey
     WHERE c.listKey = ? AND c.name = 'Name' AND v.value = ?`,
    list.key,
    foldCase(account),
  )?.id;
}

function addUser(tenant: Tenant, site: Site, list: SharePointList, user: SiteUser): number {
  const item = insertItem(tenant, {
    site,
    list,
    columns: columnsOf(tenant.db, list.key),
    fields: { Title: user.title, Name: user.account, ...user.fields },
    contentType: "Item",
    by: systemActor,
    authors: { AuthorLookupId: String(systemUserId), EditorLookupId: String(systemUserId) },
  });
  return item.id;
}
