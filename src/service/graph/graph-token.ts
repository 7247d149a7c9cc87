import { randomUUID } from "node:crypto";
import { importJWK, type JWK, SignJWT } from "jose";
import * as z from "zod/mini";

const answerSchema = z.object({ access_token: z.string(), expires_in: z.number() });

export interface GraphTokenOptions {
  readonly tokenUrl: string;
  readonly clientId: string;
  /** Private key of the certificate registered for the application. */
  readonly privateKey: JWK;
  readonly fetch: typeof fetch;
  readonly machineNow: () => number;
}

/** A token is renewed so long before its end, so that none ends on the way. */
const RENEW_BEFORE_MS = 5 * 60_000;

/** The service could not sign in to Graph. */
export class GraphTokenError extends Error {
  override name = "GraphTokenError";
}

/**
 * Signs in with a certificate (client assertion, RFC 7523) and keeps the token until shortly before it ends. Calls at
 * the same moment share one request. No client secret is ever used.
 */
export function createGraphToken(options: GraphTokenOptions): () => Promise<string> {
  let current: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const answer = await options.fetch(options.tokenUrl, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: options.clientId,
        scope: "https://graph.microsoft.com/.default",
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion: await assertion(options),
      }),
      signal: AbortSignal.timeout(15_000),
    });
    if (!answer.ok) throw new GraphTokenError(`The token endpoint answered ${answer.status}`);
    const { access_token: token, expires_in: lifetimeS } = answerSchema.parse(await answer.json());
    current = { token, until: options.machineNow() + lifetimeS * 1000 - RENEW_BEFORE_MS };
    return token;
  }

  return async () => {
    if (current !== undefined && options.machineNow() < current.until) return current.token;
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
}

async function assertion({ clientId, tokenUrl, privateKey, machineNow }: GraphTokenOptions): Promise<string> {
  const algorithm = privateKey.alg ?? "RS256";
  const nowS = Math.floor(machineNow() / 1000);
  return new SignJWT({})
    .setProtectedHeader({
      alg: algorithm,
      typ: "JWT",
      ...(privateKey.kid === undefined ? {} : { kid: privateKey.kid }),
    })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(tokenUrl)
    .setJti(randomUUID())
    .setIssuedAt(nowS)
    .setNotBefore(nowS - 30)
    .setExpirationTime(nowS + 300)
    .sign(await importJWK(privateKey, algorithm));
}
