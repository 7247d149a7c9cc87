import type { Tenant } from "../tenant/tenant.ts";
import { itemNotFound } from "./graph-error.ts";

const byPath = /^\/sites\/([^/:]+):\/([^:]*?)\/?(?::(\/.*)?|)$/;

/**
 * Turns a site addressed by path, `/sites/{host}:/sites/x` or `…:/sites/x:/lists`, into one addressed by id; other
 * paths stay as they are. An unknown site is 404.
 */
export function resolveSiteAddress(tenant: Tenant, path: string): string {
  const match = byPath.exec(path);
  if (!match) return path;
  const [, host = "", sitePath = "", rest = ""] = match;
  const site = tenant.sites.byPath(host, decodeURIComponent(sitePath));
  if (!site) throw itemNotFound("Requested site could not be found");
  return `/sites/${site.id}${rest}`;
}
