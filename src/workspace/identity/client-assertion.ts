import { decodeProtectedHeader, errors, importJWK, type JWK, jwtVerify } from "jose";
import type { WorkspaceApplication } from "../workspace-seed.ts";
import type { OAuthError } from "./oauth-error.ts";

export const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** How far a client's clock may be off. */
const CLOCK_SKEW_S = 300;

/**
 * Checks a certificate credential (RFC 7523): signed by a key registered for the application, issued by and about
 * the application itself, meant for this token endpoint, not expired.
 * @returns the reason it is refused, or undefined when it is good
 */
export async function assertionProblem(
  assertion: string,
  client: WorkspaceApplication,
  { audiences, machineNow }: { readonly audiences: readonly string[]; readonly machineNow: () => Date },
): Promise<OAuthError | undefined> {
  let reason = "The application has no registered key.";
  for (const text of client.clientKeys ?? []) {
    try {
      const { alg: _, ...jwk } = JSON.parse(text) as JWK;
      // One certificate serves RS256 and PS256 alike, as in Entra.
      await jwtVerify(assertion, await importJWK(jwk, decodeProtectedHeader(assertion).alg ?? "RS256"), {
        algorithms: ["RS256", "PS256", "ES256"],
        issuer: client.id,
        subject: client.id,
        audience: [...audiences],
        currentDate: machineNow(),
        clockTolerance: CLOCK_SKEW_S,
        requiredClaims: ["exp"],
      });
      return undefined;
    } catch (error) {
      if (!(error instanceof errors.JOSEError) && !(error instanceof TypeError)) throw error;
      reason = error.message;
    }
  }
  return {
    error: "invalid_client",
    code: 700027,
    description: `The client assertion is not accepted: ${reason}`,
    status: 401,
  };
}
