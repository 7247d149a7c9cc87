import type { WorkspaceApplication } from "../workspace-seed.ts";
import type { Directory } from "./directory.ts";

/** Where a scope without a resource prefix belongs. */
export const graphResource = "https://graph.microsoft.com";

const openIdScopes = new Set(["openid", "profile", "email", "offline_access"]);

/** A scope parameter, sorted out. A token is for one resource only, so more than one is a refusal later on. */
export interface RequestedScopes {
  /** The parameter as it was sent; answers echo the requested spelling, because clients compare with it. */
  readonly text: string;
  readonly openId: ReadonlySet<string>;
  readonly resources: readonly RequestedResource[];
}

export interface RequestedResource {
  /** "https://graph.microsoft.com", or the id of the application that exposes the scopes, or a foreign address. */
  readonly audience: string;
  /** Names without prefix; [".default"] means everything consented. */
  readonly names: readonly string[];
}

/**
 * Reads a scope parameter: `api://<app>/name`, `<app>/name`, `https://host/name`, or a bare Graph permission.
 * An application is named by its id in the audience, as in Entra's v2.0 tokens.
 */
export function parseScopes(text: string, directory: Directory): RequestedScopes {
  const openId = new Set<string>();
  const byAudience = new Map<string, string[]>();
  for (const scope of text.split(/\s+/u).filter((part) => part !== "")) {
    if (openIdScopes.has(scope.toLowerCase())) {
      openId.add(scope.toLowerCase());
      continue;
    }
    const { audience, name } = splitScope(scope, directory);
    byAudience.set(audience, [...(byAudience.get(audience) ?? []), name]);
  }
  return { text, openId, resources: [...byAudience].map(([audience, names]) => ({ audience, names })) };
}

function splitScope(scope: string, directory: Directory): { audience: string; name: string } {
  const at = scope.lastIndexOf("/");
  if (at <= 0) return { audience: graphResource, name: scope };
  const resource = scope.slice(0, at).replace(/\/$/u, "");
  const application = directory.application(resource.replace(/^api:\/\//u, ""));
  return { audience: application?.id ?? resource, name: scope.slice(at + 1) };
}

/** The delegated permissions of one resource an application may have without asking the person. */
export function consentedScopes(
  client: WorkspaceApplication,
  audience: string,
  directory: Directory,
): readonly string[] {
  const resource = directory.application(audience);
  if (resource !== undefined) return resource.exposedScopes.map(shortName);
  if (audience !== graphResource) return [];
  return client.delegatedPermissions
    .filter((permission) => !permission.includes("/") || permission.startsWith(`${graphResource}/`))
    .map(shortName);
}

/** True if the resource's owner offers the scope at all; Graph's own list is not kept here. */
export function isExposed(audience: string, name: string, directory: Directory): boolean {
  const resource = directory.application(audience);
  if (resource === undefined) return audience === graphResource;
  return name === ".default" || resource.exposedScopes.some((scope) => shortName(scope) === name);
}

function shortName(scope: string): string {
  return scope.slice(scope.lastIndexOf("/") + 1);
}
