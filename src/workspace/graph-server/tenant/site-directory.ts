import { createHash } from "node:crypto";
import type { WorkspaceSeed, WorkspaceSite } from "../../workspace-seed.ts";
import type { Database } from "../database/open-database.ts";

export type SiteRole = "owner" | "member" | "visitor";

/** A site collection with one web. Its ids follow from its path, so they survive a reset of the data file. */
export interface Site {
  /** "hostname,siteCollectionGuid,webGuid" */
  readonly id: string;
  readonly hostname: string;
  readonly siteGuid: string;
  readonly webGuid: string;
  /** Server-relative, "/" for the root site. */
  readonly path: string;
  readonly displayName: string;
  readonly created: string;
  readonly roleOf: (userPrincipalName: string) => SiteRole | undefined;
  readonly grantOf: (appId: string) => "read" | "write" | "owner" | undefined;
  readonly memberNames: readonly string[];
}

export interface SiteDirectory {
  readonly all: readonly Site[];
  readonly byId: (id: string) => Site | undefined;
  readonly byPath: (hostname: string, path: string) => Site | undefined;
}

/** Reads the sites from the seed; a root site that everybody may read is there even when the seed names none. */
export function createSiteDirectory(
  db: Database,
  seed: WorkspaceSeed,
  hostname: string,
  createdNow: string,
): SiteDirectory {
  const named = seed.sites.map((site) => toSite(db, hostname, site, createdNow));
  const root =
    named.find((site) => site.path === "/") ?? openRootSite(db, hostname, seed.tenant.displayName, createdNow);
  const all = named.includes(root) ? named : [root, ...named];
  return {
    all,
    byId: (id) => {
      const wanted = id.toLowerCase();
      if (wanted === "root" || wanted === hostname) return root;
      return all.find((site) => site.id === wanted || site.siteGuid === wanted);
    },
    byPath: (host, path) => {
      if (host.toLowerCase() !== hostname) return undefined;
      const wanted = `/${path.replace(/^\/+|\/+$/g, "")}`.toLowerCase();
      return all.find((site) => site.path.toLowerCase() === wanted);
    },
  };
}

function toSite(db: Database, hostname: string, seed: WorkspaceSite, createdNow: string): Site {
  const roles = new Map(Object.entries(seed.members).map(([name, role]) => [name.toLowerCase(), role]));
  const grants = new Map(Object.entries(seed.applicationGrants).map(([app, grant]) => [app.toLowerCase(), grant]));
  return {
    ...siteIdentity(db, hostname, seed.path, createdNow),
    displayName: seed.displayName,
    roleOf: (name) => roles.get(name.toLowerCase()),
    grantOf: (app) => grants.get(app.toLowerCase()),
    memberNames: [...roles.keys()],
  };
}

function openRootSite(db: Database, hostname: string, displayName: string, createdNow: string): Site {
  return {
    ...siteIdentity(db, hostname, "/", createdNow),
    displayName,
    roleOf: () => "visitor",
    grantOf: () => undefined,
    memberNames: [],
  };
}

function siteIdentity(db: Database, hostname: string, path: string, createdNow: string) {
  const siteGuid = guidOf(`site:${hostname}${path}`);
  const webGuid = guidOf(`web:${hostname}${path}`);
  const id = `${hostname},${siteGuid},${webGuid}`;
  db.run("INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING", `created:${id}`, createdNow);
  const row = db.get<{ value: string }>("SELECT value FROM settings WHERE name = ?", `created:${id}`);
  return { id, hostname, siteGuid, webGuid, path, created: row?.value ?? createdNow };
}

/** A UUID that follows from a name. */
export function guidOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
