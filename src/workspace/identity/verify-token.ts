import { errors, importJWK, type JWTPayload, jwtVerify } from "jose";
import * as z from "zod/mini";
import type { SigningKey } from "./signing-key.ts";

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
 * Makes the check a resource runs on a bearer token: signature, issuer, times (machine clock) and audience.
 * `bearer` is the raw token or a whole Authorization header.
 */
export function createVerifier(key: SigningKey, issuer: string, machineNow: () => Date) {
  const publicKey = importJWK(key.publicJwk, "RS256");
  return async (
    bearer: string | undefined,
    accepted: { readonly audiences: readonly string[] },
  ): Promise<VerifyAnswer> => {
    const token = bearer?.replace(/^bearer\s+/iu, "").trim();
    if (token === undefined || token === "") return { ok: false, refusal: "missing" };
    try {
      const { payload } = await jwtVerify(token, await publicKey, {
        algorithms: ["RS256"],
        issuer,
        audience: [...accepted.audiences],
        currentDate: machineNow(),
      });
      return readClaims(payload);
    } catch (error) {
      return { ok: false, refusal: refusalOf(error) };
    }
  };
}

function readClaims(payload: JWTPayload): VerifyAnswer {
  const claims = claimsSchema.safeParse(payload);
  if (!claims.success) return { ok: false, refusal: "malformed" };
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
  if (error instanceof errors.JWSSignatureVerificationFailed) return "signature";
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === "aud") return "audience";
    if (error.claim === "iss") return "issuer";
    return "expired";
  }
  return "malformed";
}
