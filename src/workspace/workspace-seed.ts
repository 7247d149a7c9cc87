/**
 * What the workspace is told before it starts: people, sites, memberships and registered applications of one tenant.
 * It is the neutral counterpart of what an IT department has made in Microsoft 365 beforehand.
 */
export interface WorkspaceSeed {
  readonly tenant: {
    readonly id: string;
    /** Other names the tenant answers to in identity addresses, e.g. "organizations". */
    readonly aliases: readonly string[];
    readonly domain: string;
    readonly displayName: string;
    /** IANA zone of every site; date-only values are local midnight here. */
    readonly timeZone: string;
  };
  readonly people: readonly WorkspacePerson[];
  readonly sites: readonly WorkspaceSite[];
  readonly applications: readonly WorkspaceApplication[];
}

export interface WorkspacePerson {
  /** Entra object id, lower-case UUID. */
  readonly id: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  readonly userPrincipalName: string;
  readonly jobTitle: string;
  readonly department: string;
  readonly preferredLanguage: string;
  /** App roles by application id, as an administrator assigned them. */
  readonly appRoles?: Readonly<Record<string, readonly string[]>>;
  /** Offered first in the host page's persona switch, in the order of the seed. */
  readonly featured?: boolean;
}

export interface WorkspaceSite {
  /** Server-relative path: "/sites/" and a name of one's own choice. */
  readonly path: string;
  readonly displayName: string;
  /** By user principal name. */
  readonly members: Readonly<Record<string, "owner" | "member" | "visitor">>;
  /** Applications granted the site through Sites.Selected, by application id. */
  readonly applicationGrants: Readonly<Record<string, "read" | "write" | "owner">>;
}

export interface WorkspaceApplication {
  readonly id: string;
  readonly displayName: string;
  /** Delegated scopes the application exposes itself, e.g. "api://<id>/access_as_user". */
  readonly exposedScopes: readonly string[];
  /** Application permissions on Graph consented by an administrator, e.g. "Sites.Selected". */
  readonly applicationPermissions: readonly string[];
  /** Delegated Graph permissions consented for everybody. */
  readonly delegatedPermissions: readonly string[];
  readonly redirectUris: readonly string[];
  /** Allows the workspace-only password grant (script clients). */
  readonly publicClient: boolean;
  /** Public keys (JWK as JSON text) that sign the client assertions of this application (certificate credential). */
  readonly clientKeys?: readonly string[];
}
