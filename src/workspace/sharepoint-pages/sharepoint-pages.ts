import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { WorkspacePerson, WorkspaceSeed, WorkspaceSite } from "../workspace-seed.ts";
import { pageDocument } from "./page-document.ts";

export interface SharePointPagesOptions {
  readonly seed: WorkspaceSeed;
  /** Where these pages are reached, e.g. "http://localhost:4284". */
  readonly origin: string;
  readonly graphOrigin: string;
  readonly identityOrigin: string;
  /** The Teams host: may frame the pages, and opens links to apps. */
  readonly hostOrigin: string;
  /** First part of Graph's site ids; default: the host name of `origin`. */
  readonly siteHost?: string;
  /** The public client that signs personas in by name; default: the first one of the seed. */
  readonly scriptClientId?: string;
  /** Scope of the token for `/_api/`; without it the pages show it their Graph token. */
  readonly restScope?: string;
  /** SharePoint's REST interface: answers every path with `/_api/` in it. */
  readonly rest: (request: Request) => Promise<Response>;
  /** Business time: what "today" is in views and formatting. */
  readonly now: () => Date;
  /** Folder of the built page script, sharepoint.js. */
  readonly assetsFolder?: string;
}

const defaultAssets = fileURLToPath(new URL("../../../build/workspace/", import.meta.url));

/** The pages managers see behind `webUrl`: site home, lists with their views, items. They read as the persona reads. */
export function createSharePointPages(options: SharePointPagesOptions): { fetch(request: Request): Promise<Response> } {
  const assetsFolder = options.assetsFolder ?? defaultAssets;
  return {
    fetch: async (request) => {
      const address = new URL(request.url);
      if (/\/_api(?:\/|$)/u.test(address.pathname)) return options.rest(request);
      if (request.method !== "GET" && request.method !== "HEAD") return plain(405, "Method not allowed");
      const asset = /^\/assets\/([\w.-]+\.js)$/u.exec(address.pathname)?.[1];
      if (asset !== undefined) return script(join(assetsFolder, asset));
      if (address.pathname === "/favicon.ico") return new Response(null, { status: 204 });
      return page(options, address);
    },
  };
}

async function script(file: string): Promise<Response> {
  try {
    const headers = { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" };
    return new Response(await readFile(file), { headers });
  } catch {
    return plain(404, "The page script is not built");
  }
}

function page(options: SharePointPagesOptions, address: URL): Response {
  const { seed, origin, graphOrigin, identityOrigin, hostOrigin } = options;
  const nonce = randomBytes(16).toString("base64");
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    // The style engine puts the nonce on its style elements.
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' data:",
    `connect-src 'self' ${graphOrigin} ${identityOrigin}`,
    `frame-ancestors ${hostOrigin} ${hostOrigin.replace("localhost", "127.0.0.1")}`,
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
  const path = decodeURIComponent(address.pathname);
  const site = seed.sites.find((known) => isWithin(path, known.path));
  const who = persona(seed, address.searchParams.get("persona"));
  const config = {
    origin,
    graphOrigin,
    tokenAddress: `${identityOrigin}/${seed.tenant.id}/oauth2/v2.0/token`,
    hostOrigin,
    siteHost: options.siteHost ?? new URL(origin).hostname,
    scriptClientId: options.scriptClientId ?? seed.applications.find(({ publicClient }) => publicClient)?.id ?? "",
    restScope: options.restScope,
    timeZone: seed.tenant.timeZone,
    tenantName: seed.tenant.displayName,
    now: options.now().toISOString(),
    persona: who,
    personas: seed.people.filter(({ featured }) => featured === true).map(shown),
    // As SharePoint does: a start page names what its reader can open.
    sites: seed.sites
      .filter(({ members }) => who !== undefined && who.userPrincipalName in members)
      .map((each) => ({ path: each.path, name: each.displayName })),
    ...(site === undefined ? {} : { site: { path: site.path, name: site.displayName, ...access(seed, site) } }),
  };
  return new Response(pageDocument({ title: site?.displayName ?? seed.tenant.displayName, nonce, config }), {
    status: site === undefined && path !== "/" ? 404 : 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "referrer-policy": "strict-origin",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}

/** The hint of the host page, by user name or object id; somebody has to be signed in, so the first featured one is. */
function persona(seed: WorkspaceSeed, hint: string | null): ReturnType<typeof shown> | undefined {
  const hinted = seed.people.find(
    (person) => hint !== null && [person.id, person.userPrincipalName, userName(person)].includes(hint),
  );
  const person = hinted ?? seed.people.find(({ featured }) => featured === true) ?? seed.people[0];
  return person === undefined ? undefined : shown(person);
}

function shown(person: WorkspacePerson): {
  id: string;
  userPrincipalName: string;
  displayName: string;
  jobTitle: string;
} {
  const { id, userPrincipalName, displayName, jobTitle } = person;
  return { id, userPrincipalName, displayName, jobTitle };
}

/** Whom to ask for access: the owners, else everybody who has some; and the applications that were granted the site. */
function access(
  seed: WorkspaceSeed,
  site: WorkspaceSite,
): { owners: readonly string[]; applications: readonly string[] } {
  const named = (roles: readonly string[]): string[] =>
    seed.people
      .filter((person) => roles.includes(site.members[person.userPrincipalName] ?? ""))
      .map((person) => `${person.displayName}, ${person.jobTitle}`);
  const owners = named(["owner"]);
  return {
    owners: owners.length > 0 ? owners : named(["member", "visitor"]),
    applications: seed.applications
      .filter(({ id }) => id in site.applicationGrants)
      .map(({ displayName }) => displayName),
  };
}

function isWithin(path: string, sitePath: string): boolean {
  const [here, site] = [path.toLowerCase(), sitePath.toLowerCase()];
  return here === site || here.startsWith(`${site}/`);
}

function userName({ userPrincipalName }: WorkspacePerson): string {
  return userPrincipalName.slice(0, userPrincipalName.lastIndexOf("@"));
}

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
