import { itemNotFound } from "../http/graph-error.ts";
import { findList, listsOf } from "../lists/list.ts";
import type { Tenant } from "../tenant/tenant.ts";

const ofSite = /^\/sites\/([^/]+)(?:\/lists\/([^/]+))?\/drive(\/.+)$/;

/** Turns what lies below a site's or list's `drive` into the same below `/drives/{id}`; other paths stay. */
export function resolveDriveAddress(tenant: Tenant, path: string): string {
  const match = ofSite.exec(path);
  if (!match) return path;
  const [, siteId = "", listName, rest = ""] = match;
  const site = tenant.sites.byId(decodeURIComponent(siteId));
  if (!site) throw itemNotFound("Requested site could not be found");
  const list =
    listName === undefined
      ? listsOf(tenant.db, site.id).find((candidate) => candidate.driveId !== null)
      : findList(tenant.db, site.id, decodeURIComponent(listName));
  if (!list?.driveId) throw itemNotFound();
  return `/drives/${list.driveId}${rest}`;
}
