import { createMiddleware } from "hono/factory";
import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey, jwtVerify } from "jose";
import * as z from "zod/mini";
import { parseKey } from "#domain/shared/keys.ts";
import { whoIs } from "#use-cases/organisation/who-is.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import type { AppEnv } from "./app-env.ts";
import { problemResponse } from "./problem-response.ts";

/** The signed-in user as the token says it: only who somebody is, never what he may do (law 3). */
export interface SignedIn {
  readonly objectId: string;
  readonly expiresS: number;
}

/** The token is good, but the organisation asks for more: the person has to sign in again with these claims (JSON). */
export interface MoreNeeded {
  readonly claims: string;
}

/** Checks a bearer token; undefined when it is not good for this API. */
export type VerifyToken = (token: string) => Promise<SignedIn | MoreNeeded | "keys-unavailable" | undefined>;

const claimsSchema = z.object({
  oid: z.string(),
  tid: z.string(),
  scp: z.string(),
  exp: z.int(),
  acrs: z.optional(z.array(z.string())),
});

export interface TokenRules {
  readonly issuer: string;
  readonly clientId: string;
  readonly tenantId: string;
  /** Authentication context of conditional access every token must satisfy, e.g. "c1"; none when it is left out. */
  readonly authenticationContext?: string | undefined;
}

/** Keys are cached and refetched at most every 5 s for an unknown key id; the old ones serve on if the fetch fails. */
export function remoteKeys(jwksUrl: string, fetchKeys: typeof fetch): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(jwksUrl), {
    cooldownDuration: 5000,
    cacheMaxAge: 24 * 3600 * 1000,
    timeoutDuration: 5000,
    [customFetch]: (input, init) => fetchKeys(input, init),
  });
}

/**
 * Verifies signature, issuer, audience (client id or `api://…`), expiry, tenant and the scope `access_as_user`; where
 * the organisation protects Fremdrift with an authentication context, a token without it asks for more.
 */
export function tokenVerifier(
  keys: JWTVerifyGetKey,
  { issuer, clientId, tenantId, authenticationContext }: TokenRules,
): VerifyToken {
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: [clientId, `api://${clientId}`],
        algorithms: ["RS256"],
        clockTolerance: 60,
        requiredClaims: ["exp", "oid", "tid", "scp"],
      });
      const claims = claimsSchema.safeParse(payload);
      if (!claims.success || claims.data.tid !== tenantId) return undefined;
      if (!claims.data.scp.split(" ").includes("access_as_user")) return undefined;
      if (authenticationContext !== undefined && claims.data.acrs?.includes(authenticationContext) !== true)
        return {
          claims: JSON.stringify({ access_token: { acrs: { essential: true, value: authenticationContext } } }),
        };
      return { objectId: claims.data.oid, expiresS: claims.data.exp };
    } catch (error) {
      if (isKeyFetch(error)) return "keys-unavailable";
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  };
}

/** The keys could not be fetched: no connection, no time left, or no key set in the answer. That is nobody's bad token. */
export function isKeyFetch(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof errors.JWKSTimeout) return true;
  return error instanceof errors.JOSEError && error.code === errors.JOSEError.code;
}

/** Lets only signed-in people of the organisation through; rights are looked up at each press, never cached. */
export function signIn(verify: VerifyToken, deps: Deps) {
  return createMiddleware<AppEnv>(async (context, next) => {
    const header = context.req.header("authorization") ?? "";
    const token = /^Bearer ([\w.-]+)$/u.exec(header)?.[1];
    const signedIn = token === undefined ? undefined : await verify(token);
    if (signedIn === "keys-unavailable") return problemResponse(context, { kind: "sign-in-unavailable" });
    if (signedIn === undefined) {
      context.header("WWW-Authenticate", 'Bearer error="invalid_token"');
      return problemResponse(context, { kind: "not-signed-in" });
    }
    if ("claims" in signedIn) {
      const claims = Buffer.from(signedIn.claims).toString("base64");
      context.header("WWW-Authenticate", `Bearer realm="", error="insufficient_claims", claims="${claims}"`);
      return problemResponse(context, { kind: "more-sign-in-needed" });
    }
    const who = whoIs(deps, signedIn.objectId);
    if (!who.ok) return problemResponse(context, who.refusal);
    context.set("actor", who.value.actor);
    context.set("person", who.value.person);
    context.set("tokenExpiresS", signedIn.expiresS);
    context.set("nameOf", (text) => {
      const key = parseKey(text);
      return key && deps.records.persons.byKey(key)?.value.name;
    });
    await next();
    return undefined;
  });
}
