import { accessDenied, itemNotFound } from "../http/graph-error.ts";
import type { TokenClaims } from "../token-claims.ts";
import type { Site, SiteRole } from "./site-directory.ts";
import type { Tenant } from "./tenant.ts";

/** What somebody may do in a site: look, change items, change lists and columns, change who may. */
export type SiteRight = "read" | "write" | "manage" | "full-control";

const rank: Readonly<Record<SiteRight, number>> = { read: 1, write: 2, manage: 3, "full-control": 4 };
const rankOfRole: Readonly<Record<SiteRole, number>> = { visitor: 1, member: 2, owner: 4 };
const rankOfGrant = { read: 1, write: 2, owner: 3 } as const;

const rankOfPermission: Readonly<Record<string, number>> = {
  "Sites.Read.All": 1,
  "Sites.ReadWrite.All": 2,
  "Sites.Manage.All": 3,
  "Sites.FullControl.All": 4,
  // The same four, as SharePoint's own audience names them.
  "AllSites.Read": 1,
  "AllSites.Write": 2,
  "AllSites.Manage": 3,
  "AllSites.FullControl": 4,
};

/** The site of a call, if it exists and the caller has the right there; else 404 or 403. */
export function requireSite(tenant: Tenant, claims: TokenClaims, siteId: string, right: SiteRight): Site {
  const site = tenant.sites.byId(siteId);
  if (!site) throw itemNotFound("Requested site could not be found");
  requireRight(claims, site, right);
  return site;
}

/** Refuses with 403 when the caller lacks the right in the site. */
export function requireRight(claims: TokenClaims, site: Site, right: SiteRight): void {
  if (!hasRight(claims, site, right)) throw accessDenied();
}

/**
 * Whether the caller has the right. Delegated: what the application was allowed AND what the person may in the site.
 * Application: a tenant-wide permission, or the site's own grant under `Sites.Selected`.
 */
export function hasRight(claims: TokenClaims, site: Site, right: SiteRight): boolean {
  return rankIn(claims, site) >= rank[right];
}

function rankIn(claims: TokenClaims, site: Site): number {
  if (claims.kind === "application") return permittedRank(claims.roles, claims.appId, site);
  const role = site.roleOf(claims.userPrincipalName);
  const ofPerson = role === undefined ? 0 : rankOfRole[role];
  return Math.min(ofPerson, permittedRank(claims.scopes, claims.appId, site));
}

function permittedRank(permissions: readonly string[], appId: string, site: Site): number {
  const grant = permissions.includes("Sites.Selected") ? site.grantOf(appId) : undefined;
  const selected = grant === undefined ? 0 : rankOfGrant[grant];
  return Math.max(selected, ...permissions.map((permission) => rankOfPermission[permission] ?? 0));
}
