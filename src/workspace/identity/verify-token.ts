import { errors, type JWTPayload, jwtVerify } from "jose";
import * as z from "zod/mini";
import type { SigningKeys } from "./signing-keys.ts";

/** What a resource (Graph, the channel) learns from a token it accepts. */
export interface VerifiedToken {
  readonly audience: string;
  readonly clientId: string;
  /** "application" = the app itself, with `roles` as its permissions; "person" = `scopes` on behalf of somebody. */
  readonly kind: "person" | "application";
  readonly objectId: string;
  readonly userPrincipalName: string | undefined;
  readonly name: string | undefined;
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  readonly expiresAt: Date;
}

/** Why a token is not accepted. */
export type TokenRefusal = "missing" | "malformed" | "signature" | "issuer" | "audience" | "expired";

export type VerifyAnswer =
  | { readonly ok: true; readonly value: VerifiedToken }
  | { readonly ok: false; readonly refusal: TokenRefusal };

const claimsSchema = z.object({
  aud: z.string(),
  tid: z.string(),
  azp: z.string(),
  oid: z.string(),
  exp: z.number(),
  idtyp: z.optional(z.string()),
  upn: z.optional(z.string()),
  name: z.optional(z.string()),
  scp: z.optional(z.string()),
  roles: z.optional(z.array(z.string())),
});

/**
 * Makes the check a resource runs on a bearer token: signature by any key still published, issuer, tenant, times
 * (machine clock) and audience. Entra signs for every tenant with the same keys, so a good signature proves no tenant.
 * `bearer` is the raw token or a whole Authorization header.
 */
export function createVerifier(
  keys: SigningKeys,
  tenant: { readonly issuer: string; readonly id: string },
  machineNow: () => Date,
) {
  return async (
    bearer: string | undefined,
    accepted: { readonly audiences: readonly string[] },
  ): Promise<VerifyAnswer> => {
    const token = bearer?.replace(/^bearer\s+/iu, "").trim();
    if (token === undefined || token === "") return { ok: false, refusal: "missing" };
    try {
      const { payload } = await jwtVerify(token, keys.verificationKey, {
        algorithms: ["RS256"],
        issuer: tenant.issuer,
        audience: [...accepted.audiences],
        currentDate: machineNow(),
      });
      return readClaims(payload, tenant.id);
    } catch (error) {
      return { ok: false, refusal: refusalOf(error) };
    }
  };
}

function readClaims(payload: JWTPayload, tenantId: string): VerifyAnswer {
  const claims = claimsSchema.safeParse(payload);
  if (!claims.success) return { ok: false, refusal: "malformed" };
  if (claims.data.tid !== tenantId) return { ok: false, refusal: "issuer" };
  const { aud, azp, oid, exp, idtyp, upn, name, scp, roles } = claims.data;
  return {
    ok: true,
    value: {
      audience: aud,
      clientId: azp,
      kind: idtyp === "app" ? "application" : "person",
      objectId: oid,
      userPrincipalName: upn,
      name,
      scopes: scp === undefined ? [] : scp.split(" "),
      roles: roles ?? [],
      expiresAt: new Date(exp * 1000),
    },
  };
}

function refusalOf(error: unknown): TokenRefusal {
  if (error instanceof errors.JWTExpired) return "expired";
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey)
    return "signature";
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === "aud") return "audience";
    if (error.claim === "iss") return "issuer";
    return "expired";
  }
  return "malformed";
}
