import { type Database, foldCase } from "../database/open-database.ts";
import { itemNotFound } from "../http/graph-error.ts";
import type { Site } from "../tenant/site-directory.ts";
import { siteWebUrl, type Tenant } from "../tenant/tenant.ts";

/** A list or document library as it is kept. */
export interface SharePointList {
  readonly key: number;
  readonly id: string;
  readonly siteId: string;
  /** Last segment of its address; fixed. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly template: "genericList" | "documentLibrary" | "userInformation";
  /** 1 = carries the `system` facet, hidden unless asked for. */
  readonly system: number;
  readonly created: string;
  readonly modified: string;
  readonly createdBy: string;
  readonly modifiedBy: string;
  readonly version: number;
  readonly nextItemId: number;
  readonly rootFolderId: string;
  readonly driveId: string | null;
  /** Rises when all delta tokens of the list are declared too old. */
  readonly deltaEpoch: number;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The list with this id or title in the site, or 404. */
export function requireList(db: Database, site: Site, idOrTitle: string): SharePointList {
  const list = findList(db, site.id, idOrTitle);
  if (!list) throw itemNotFound("The specified list was not found.");
  return list;
}

/** The list with this id or title in the site. */
export function findList(db: Database, siteId: string, idOrTitle: string): SharePointList | undefined {
  if (guid.test(idOrTitle)) {
    return db.get("SELECT * FROM lists WHERE siteId = ? AND id = ?", siteId, idOrTitle.toLowerCase());
  }
  const wanted = foldCase(idOrTitle);
  return (
    db.get("SELECT * FROM lists WHERE siteId = ? AND fold(displayName) = ?", siteId, wanted) ??
    db.get("SELECT * FROM lists WHERE siteId = ? AND fold(name) = ?", siteId, wanted)
  );
}

/** All lists of a site, oldest first, hidden ones included. */
export function listsOf(db: Database, siteId: string): readonly SharePointList[] {
  return db.all("SELECT * FROM lists WHERE siteId = ? ORDER BY key", siteId);
}

/** How many items (folders included) a list holds. */
export function itemCount(db: Database, listKey: number): number {
  return db.get<{ n: number }>("SELECT count(*) AS n FROM items WHERE listKey = ?", listKey)?.n ?? 0;
}

/** Address of the list in the browser. */
export function listWebUrl(tenant: Tenant, site: Site, list: SharePointList): string {
  const folder = list.template === "documentLibrary" ? "" : "/Lists";
  return `${siteWebUrl(tenant, site)}${folder}/${encodeURIComponent(list.name)}`;
}
