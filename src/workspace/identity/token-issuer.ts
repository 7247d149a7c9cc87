import { createHash, randomUUID } from "node:crypto";
import { type JWTPayload, SignJWT } from "jose";
import type { WorkspaceApplication, WorkspacePerson } from "../workspace-seed.ts";
import { type Directory } from "./directory.ts";
import { graphResource } from "./requested-scopes.ts";
import type { SigningKeys } from "./signing-keys.ts";

/** Seconds an access token lives unless a request asks for something else. */
export const tokenLifetimeS = 3600;

export interface UserTokenRequest {
  readonly person: WorkspacePerson;
  readonly client: WorkspaceApplication;
  /** Names without prefix. */
  readonly scopes: readonly string[];
  readonly audience: string;
  readonly lifetimeS?: number;
  /** Authentication contexts the person has satisfied for this token, e.g. "c1". */
  readonly contexts?: readonly string[];
}

export interface IdTokenRequest {
  readonly person: WorkspacePerson;
  readonly client: WorkspaceApplication;
  readonly nonce?: string;
  readonly lifetimeS?: number;
}

export interface ApplicationTokenRequest {
  readonly client: WorkspaceApplication;
  readonly audience: string;
  readonly lifetimeS?: number;
}

export interface TokenIssuer {
  userAccessToken(request: UserTokenRequest): Promise<string>;
  idToken(request: IdTokenRequest): Promise<string>;
  applicationToken(request: ApplicationTokenRequest): Promise<string>;
}

export interface TokenIssuerOptions {
  readonly issuer: string;
  readonly directory: Directory;
  readonly keys: SigningKeys;
  /** Token times run on the machine's clock, never on business time. */
  readonly machineNow: () => Date;
}

/** Signs Entra-shaped v2.0 tokens: RS256, `kid` = thumbprint, app roles in tokens for the application's own API. */
export function createTokenIssuer({ issuer, directory, keys, machineNow }: TokenIssuerOptions): TokenIssuer {
  const sign = (claims: JWTPayload, lifetimeS: number): Promise<string> => {
    const now = Math.floor(machineNow().getTime() / 1000);
    const key = keys.current();
    return new SignJWT({
      iss: issuer,
      iat: now,
      nbf: now,
      exp: now + lifetimeS,
      tid: directory.tenantId,
      ver: "2.0",
      ...claims,
    })
      .setProtectedHeader({ typ: "JWT", alg: "RS256", kid: key.kid })
      .sign(key.privateKey);
  };
  return {
    userAccessToken: ({ person, client, scopes, audience, lifetimeS, contexts = [] }) =>
      sign(
        {
          ...identityClaims(person),
          ...appRoles(person, audience === graphResource ? undefined : audience),
          aud: audience,
          sub: pairwiseSubject(person.id, audience),
          upn: person.userPrincipalName,
          appid: client.id,
          azp: client.id,
          azpacr: "0",
          scp: scopes.join(" "),
          ...(contexts.length === 0 ? {} : { acrs: [...contexts] }),
          uti: randomUUID(),
        },
        lifetimeS ?? tokenLifetimeS,
      ),
    idToken: ({ person, client, nonce, lifetimeS }) =>
      sign(
        {
          ...identityClaims(person),
          ...appRoles(person, client.id),
          aud: client.id,
          sub: pairwiseSubject(person.id, client.id),
          ...(nonce === undefined ? {} : { nonce }),
          login_hint: person.userPrincipalName,
          uti: randomUUID(),
        },
        lifetimeS ?? tokenLifetimeS,
      ),
    applicationToken: ({ client, audience, lifetimeS }) => {
      const principal = directory.servicePrincipalId(client.id);
      const roles = audience === graphResource ? client.applicationPermissions : [];
      return sign(
        {
          aud: audience,
          appid: client.id,
          azp: client.id,
          azpacr: "2",
          app_displayname: client.displayName,
          idtyp: "app",
          oid: principal,
          sub: principal,
          ...(roles.length > 0 ? { roles: [...roles] } : {}),
          uti: randomUUID(),
        },
        lifetimeS ?? tokenLifetimeS,
      );
    },
  };
}

function identityClaims(person: WorkspacePerson): JWTPayload {
  return { oid: person.id, name: person.displayName, preferred_username: person.userPrincipalName };
}

function appRoles(person: WorkspacePerson, applicationId: string | undefined): JWTPayload {
  const roles = applicationId === undefined ? undefined : person.appRoles?.[applicationId];
  return roles === undefined || roles.length === 0 ? {} : { roles: [...roles] };
}

/** `sub` differs per application in Entra, so nobody may use it as the person's id. */
function pairwiseSubject(objectId: string, audience: string): string {
  return createHash("sha256").update(`${objectId}/${audience}`).digest("base64url");
}
