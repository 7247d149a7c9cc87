import type { WorkspaceApplication, WorkspacePerson } from "../../workspace-seed.ts";
import type { ActivityNotification } from "../activity/activity-notifications.ts";
import type { TeamsApp } from "../activity/teams-app.ts";
import type { Database } from "../database/open-database.ts";
import type { Photo } from "../people/photo.ts";
import type { Site, SiteDirectory } from "./site-directory.ts";
import type { SiteTime } from "./site-time.ts";

/** Everything a handler needs to know about the tenant it serves. */
export interface Tenant {
  readonly db: Database;
  readonly displayName: string;
  readonly sites: SiteDirectory;
  readonly people: readonly WorkspacePerson[];
  readonly photoOf: (userId: string) => Photo | undefined;
  readonly applications: readonly WorkspaceApplication[];
  readonly time: SiteTime;
  /** Origin of this server, e.g. "http://localhost:4282". */
  readonly origin: string;
  readonly sharePointOrigin: string;
  /** Where Teams is opened; links in its activity feed lead there. */
  readonly teamsOrigin: string;
  /** The tenant's app catalogue at the moment. */
  readonly teamsApps: () => readonly TeamsApp[];
  /** Business time: Created, Modified, versions. */
  readonly now: () => Date;
  /** Milliseconds of the machine's clock: throttling, download links, error dates. */
  readonly machineNow: () => number;
  /** Signs paging tokens and download links; made once per data file. */
  readonly secret: string;
  /** Tells listeners of a changed row, after the change is committed. */
  readonly announce: (change: ItemChange) => void;
  /** Tells listeners of a new entry in somebody's activity feed, after it is committed. */
  readonly announceActivity: (notification: ActivityNotification) => void;
}

export interface ItemChange {
  readonly siteId: string;
  readonly listId: string;
  readonly listName: string;
  readonly itemId: string;
  readonly kind: "created" | "updated" | "deleted";
  readonly by: { readonly kind: "user" | "application"; readonly id: string; readonly displayName: string };
}

/** Address of a Graph resource; `path` begins with a slash. */
export function graphUrl(tenant: Tenant, path: string): string {
  return `${tenant.origin}/v1.0${path}`;
}

/** `@odata.context` of an answer. */
export function contextOf(tenant: Tenant, fragment: string): string {
  return `${tenant.origin}/v1.0/$metadata#${fragment}`;
}

/** Address a person opens in the browser. */
export function siteWebUrl(tenant: Tenant, site: Site): string {
  return site.path === "/" ? tenant.sharePointOrigin : `${tenant.sharePointOrigin}${encodeURI(site.path)}`;
}

/** A time as Graph writes it: UTC, whole seconds. */
export function wireTime(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
