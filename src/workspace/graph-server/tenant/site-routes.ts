import { invalidRequest, notImplemented } from "../http/graph-error.ts";
import type { JsonDraft } from "../http/json.ts";
import { selectOf } from "../http/query-options.ts";
import type { Route } from "../http/route.ts";
import { selectMembers } from "../http/select-members.ts";
import type { Site } from "./site-directory.ts";
import { hasRight, requireSite } from "./site-rights.ts";
import { contextOf, siteWebUrl, type Tenant } from "./tenant.ts";

function siteJson(tenant: Tenant, site: Site): JsonDraft {
  return {
    createdDateTime: site.created,
    description: "",
    id: site.id,
    lastModifiedDateTime: site.created,
    name: site.path.split("/").at(-1) ?? "",
    webUrl: siteWebUrl(tenant, site),
    displayName: site.displayName,
    root: {},
    siteCollection: { hostname: site.hostname },
  };
}

/** Sites: by id, by path (resolved before routing), root, search. */
export const siteRoutes: readonly Route[] = [
  {
    method: "GET",
    pattern: "/sites",
    cost: 2,
    handle: (tenant, call) => {
      const search = call.query.get("search");
      if (search === undefined) throw invalidRequest("Listing all sites needs the query option 'search'.");
      const wanted = search.toLowerCase();
      const found = tenant.sites.all.filter(
        (site) =>
          hasRight(call.claims, site, "read") &&
          (wanted === "*" || `${site.displayName} ${site.path}`.toLowerCase().includes(wanted)),
      );
      const value = found.map((site) => selectMembers(siteJson(tenant, site), selectOf(call.query)));
      return { status: 200, body: { "@odata.context": contextOf(tenant, "sites"), value } };
    },
  },
  {
    method: "GET",
    pattern: "/sites/{site}",
    cost: 1,
    handle: (tenant, call) => {
      const site = requireSite(tenant, call.claims, call.param("site"), "read");
      const json = selectMembers(siteJson(tenant, site), selectOf(call.query));
      return { status: 200, body: { "@odata.context": contextOf(tenant, "sites/$entity"), ...json } };
    },
  },
  {
    method: "POST",
    pattern: "/sites/{site}/permissions",
    cost: 5,
    handle: (tenant, call) => {
      requireSite(tenant, call.claims, call.param("site"), "full-control");
      throw notImplemented("Granting permissions");
    },
  },
];
