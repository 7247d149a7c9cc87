import type { TokenClaims, TokenFailure } from "../token-claims.ts";
import { GraphError } from "./graph-error.ts";

export type VerifyToken = (bearer: string) => Promise<TokenClaims | TokenFailure>;

// Microsoft Graph's own application id, public and the same in every tenant.
const challenge =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", ' +
  'client_id="00000003-0000-0000-c000-000000000000"';

/** Whose call this is, or 401 as Graph words it. */
export async function authenticate(request: Request, verifyToken: VerifyToken): Promise<TokenClaims> {
  const token = /^bearer\s+(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (token === undefined) throw unauthenticated("Access token is empty.");
  const verified = await verifyToken(token);
  if (verified.kind !== "refused") return verified;
  switch (verified.reason) {
    case "expired":
      throw unauthenticated("Lifetime validation failed, the token is expired.");
    case "wrong-audience":
      throw unauthenticated("Access token validation failure. Invalid audience.");
    case "invalid":
      throw unauthenticated(verified.message ?? "Access token validation failure.");
  }
}

function unauthenticated(message: string): GraphError {
  return new GraphError(401, "InvalidAuthenticationToken", message, { headers: { "WWW-Authenticate": challenge } });
}
